import { readQuery } from "@/lib/answers/query";
import { isRows } from "@/lib/engine/condition";
import type { Answer, Answers, Question } from "@/lib/engine/types";

/** A field that could not be used as it came. */
export type Field = readonly [key: string, value: string];

export interface MergedForm {
  readonly answers: Answers;
  /** Fields that were left aside; shown back to the reader by explainField. */
  readonly leftAside: readonly Field[];
}

type Entries = readonly Field[];

function belongsTo(id: string, [key]: Field): boolean {
  return key === id || key.startsWith(`${id}.`);
}

/**
 * Rows and a sweeping "None of these" or "Not sure" can both arrive: a form without JavaScript keeps what was chosen
 * before. What is new wins; if both are new, the rows do, since they say more, and the other is reported.
 */
function settle(before: Answer | undefined, fields: Entries, id: string) {
  const sweeping = fields.find(([key]) => key === id);
  const rows = fields.filter(([key, value]) => key !== id && value !== "no" && value !== "");
  if (!sweeping || rows.length === 0) return { fields, leftAside: [] };
  const stood = isRows(before)
    ? Object.values(before).every((row) => row === "no")
      ? "none"
      : "rows"
    : before;
  const withoutRows = fields.filter(([key]) => key === id);
  const withoutSweeping = fields.filter(([key]) => key !== id);
  if (stood === sweeping[1]) return { fields: withoutSweeping, leftAside: [] };
  if (stood === "rows") return { fields: withoutRows, leftAside: [] };
  return { fields: withoutSweeping, leftAside: [sweeping] };
}

/**
 * Replaces the answers to the questions that were on the form by what the form says; what it leaves blank becomes
 * unanswered, all others stay. `cleared` is the question whose "Clear" button was pressed.
 */
export function mergeForm(
  questions: readonly Question[],
  before: Answers,
  onForm: readonly string[],
  entries: Entries,
  cleared?: string,
): MergedForm {
  const leftAside: Field[] = [];
  const kept = Object.fromEntries(Object.entries(before).filter(([id]) => !onForm.includes(id)));
  const merged: Record<string, Answer> = kept;
  for (const question of questions) {
    if (!onForm.includes(question.id) || question.id === cleared) continue;
    const own = entries.filter((field) => belongsTo(question.id, field));
    const settled =
      question.kind === "needs"
        ? settle(before[question.id], own, question.id)
        : question.kind === "flags"
          ? settleFlags(before[question.id], own)
          : { fields: own, leftAside: [] };
    leftAside.push(...settled.leftAside);
    const { answers } = readQuery([question], settled.fields);
    const answer = answers[question.id];
    if (answer !== undefined) merged[question.id] = answer;
    leftAside.push(...settled.fields.filter((field) => !isUsable([question], field)));
  }
  const strangers = entries.filter((field) => !onForm.some((id) => belongsTo(id, field)));
  return { answers: merged, leftAside: [...leftAside, ...strangers] };
}

function settleFlags(before: Answer | undefined, fields: Entries) {
  const isSweeping = ([, value]: Field) => value === "none" || value === "unsure";
  const sweeping = fields.find(isSweeping);
  const flags = fields.filter((field) => !isSweeping(field) && field[1] !== "");
  if (!sweeping || flags.length === 0) return { fields, leftAside: [] };
  const stood = Array.isArray(before) ? (before.length === 0 ? "none" : "flags") : before;
  if (stood === sweeping[1]) return { fields: flags, leftAside: [] };
  if (stood === "flags") return { fields: [sweeping], leftAside: [] };
  return { fields: flags, leftAside: [sweeping] };
}

function isUsable(questions: readonly Question[], field: Field): boolean {
  return readQuery(questions, [field]).problems.length === 0;
}

/** Says of a field that was left aside what was wrong with it. `a` and `go` are the form's own. */
export function explainField(questions: readonly Question[], [key, value]: Field): string {
  if (key === "a") return "Your earlier answers could not be read; those of this page are kept.";
  if (key === "go") return "Answer at least one question to see a result.";
  const { problems } = readQuery(questions, [[key, value]]);
  const problem = problems[0];
  if (problem) return `“${problem.key}=${problem.value}” was not used: ${problem.mend}.`;
  const sweeping = value === "unsure" ? "Not sure" : "None of these";
  return `“${sweeping}” was chosen together with single answers, so the single answers were kept.`;
}
