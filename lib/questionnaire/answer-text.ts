import { isImportance, isRows } from "@/lib/engine/condition";
import type { Answer, Condition, Importance } from "@/lib/engine/types";
import type { AskedQuestion } from "./wording";

type Level = Importance | "unsure";

const levels: Readonly<Record<Level, string>> = {
  no: "Not needed",
  nice: "Nice to have",
  important: "Important",
  must: "Must have",
  unsure: "Not sure",
};

/** How an importance is written after the thing it belongs to: “must have”. */
export function importanceWord(level: Level): string {
  return levels[level].toLowerCase();
}

const order: readonly Importance[] = ["must", "important", "nice", "no"];

/** The answer in words, short enough for a line or two. Rows that are open are counted, not named. */
export function answerText(question: AskedQuestion, answer: Answer): string {
  if (answer === "unsure") return levels.unsure;
  const labelOf = (id: string) => question.parts.find((part) => part.id === id)?.label ?? id;
  if (typeof answer === "string") {
    if (question.kind === "choice") return labelOf(answer);
    return levels[answer as Level] ?? answer;
  }
  if (!isRows(answer)) {
    const flags = question.parts.filter(({ id }) => answer.includes(id)).map(({ label }) => label);
    return flags.length === 0 ? "None of these" : flags.join("; ");
  }
  const groups = order.flatMap((level) => {
    const rows = question.parts.filter(({ id }) => level !== "no" && answer[id] === level);
    return rows.length === 0
      ? []
      : [`${levels[level]}: ${rows.map(({ label }) => label).join("; ")}`];
  });
  const open = question.parts.filter(({ id }) => !isImportance(answer[id])).length;
  if (open === question.parts.length) return levels.unsure;
  if (groups.length === 0) groups.push(open === 0 ? "None of these" : levels.no);
  return [...groups, ...(open > 0 ? [`${open} left open`] : [])].join(". ");
}

function rowsIn(condition: Condition, question: string): string[] {
  if ("all" in condition) return condition.all.flatMap((part) => rowsIn(part, question));
  if ("any" in condition) return condition.any.flatMap((part) => rowsIn(part, question));
  if ("not" in condition) return rowsIn(condition.not, question);
  return condition.question === question && "row" in condition && condition.row
    ? [condition.row]
    : [];
}

/** The part of an answer that a condition looks at, in words: of many rows only those it names. */
export function answerPartText(
  question: AskedQuestion,
  answer: Answer,
  condition: Condition,
): string {
  if (!isRows(answer)) return answerText(question, answer);
  const rows = rowsIn(condition, question.id);
  const shown = question.parts.filter(({ id }) => rows.includes(id) && answer[id] !== undefined);
  if (shown.length === 0) return answerText(question, answer);
  return shown.map(({ id, label }) => `${label}: ${importanceWord(answer[id] ?? "no")}`).join("; ");
}
