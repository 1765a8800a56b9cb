import { isRows } from "@/lib/engine/condition";
import type { Answer, Answers, Importance, ScoringTable } from "@/lib/engine/types";

/** What later editions ask more finely → the nearest thing the first edition asked. */
const older: Readonly<Record<string, readonly [question: string, part: string]>> = {
  "stack.consul": ["stack", "hashicorp"],
  "stack.vault": ["stack", "hashicorp"],
  "stack.nomad": ["stack", "hashicorp"],
  "cni.cilium": ["stack", "cilium"],
  "cni.calico": ["stack", "cilium"],
  "cni.provider-cilium": ["stack", "cilium"],
  "policy.network": ["policy", "l4"],
};

/** The answers as the first edition could have been given them: what it did not ask is left out. */
export function asEditionOne(table: ScoringTable, answers: Answers): Answers {
  const kept: Record<string, Answer> = {};
  const flag = (question: string, part: string) => {
    const before = kept[question];
    const flags = new Set([...(Array.isArray(before) ? before : []), part]);
    kept[question] = [...flags].sort();
  };
  for (const [id, answer] of Object.entries(answers)) {
    const question = table.questions.find((each) => each.id === id);
    if (typeof answer === "string") {
      const nearest = older[`${id}.${answer}`];
      if (nearest) flag(...nearest);
      if (id === "wire") kept.cryptography = { everything: answer as Importance };
      if (question?.kind === "importance") kept[id] = answer;
      if (question?.kind === "choice" && question.values.includes(answer)) kept[id] = answer;
    } else if (isRows(answer)) {
      const rows: Record<string, (typeof answer)[string]> = {};
      for (const [row, importance] of Object.entries(answer)) {
        const known = question?.kind === "needs" && question.rows.some((each) => each.id === row);
        const name = known ? row : older[`${id}.${row}`]?.[1];
        if (name && (known || !(name in rows))) rows[name] = importance;
      }
      const before = kept[id];
      if (question?.kind === "needs") kept[id] = { ...(isRows(before) ? before : {}), ...rows };
    } else {
      for (const part of answer) {
        const nearest = older[`${id}.${part}`];
        if (nearest) flag(...nearest);
        else if (question?.kind === "flags" && question.flags.includes(part)) flag(id, part);
      }
    }
  }
  return kept;
}
