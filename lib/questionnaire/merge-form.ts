import { readQuery } from "@/lib/answers/query";
import { isRows } from "@/lib/engine/condition";
import type { Answer, Answers, Question } from "@/lib/engine/types";
import { isAsked } from "./answering";
import type { AskedQuestion } from "./wording";

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
 * Flags and a sweeping "None of these" can both arrive: a form without JavaScript keeps what was chosen before. What is
 * new wins; if both are new, the flags do, since they say more, and the other is reported.
 */
function settleFlags(before: Answer | undefined, fields: Entries) {
  const isNone = ([, value]: Field) => value === "none";
  const none = fields.find(isNone);
  const flags = fields.filter((field) => !isNone(field) && field[1] !== "");
  if (!none || flags.length === 0) return { fields, leftAside: [] };
  if (!Array.isArray(before)) return { fields: flags, leftAside: [none] };
  return { fields: before.length === 0 ? flags : [none], leftAside: [] };
}

/** Rows that are "not sure" are open, like those left out. */
function settleRows(answer: Answer | undefined): Answer | undefined {
  if (!isRows(answer)) return answer;
  const rows = Object.entries(answer).filter(([, importance]) => importance !== "unsure");
  return rows.length > 0 ? Object.fromEntries(rows) : undefined;
}

/** A choice made in one step with another arrives as “platform=kubernetes.eks-ec2”. */
function splitJoined(asked: readonly AskedQuestion[], entries: Entries): Field[] {
  return entries.flatMap(([key, value]): Field[] => {
    const detail = asked.find(({ id }) => id === key)?.detail;
    if (!detail || !value.startsWith(`${detail.of}.`)) return [[key, value]];
    return [
      [key, detail.of],
      [detail.id, value.slice(detail.of.length + 1)],
    ];
  });
}

interface Form {
  /** The ids of the questions that were on the form. */
  readonly on: readonly string[];
  readonly entries: Entries;
  /** The question whose "Clear" button was pressed. */
  readonly cleared?: string | undefined;
  /** The question whose open rows are not needed. */
  readonly rest?: string | undefined;
}

/**
 * Replaces the answers to the questions that were on the form by what the form says; what it leaves blank becomes open, all
 * others stay, and answers to what is no longer asked go.
 */
export function mergeForm(
  questions: readonly Question[],
  asked: readonly AskedQuestion[],
  before: Answers,
  form: Form,
): MergedForm {
  const on = form.on.flatMap((id) => {
    const detail = asked.find((each) => each.id === id)?.detail;
    return detail ? [id, detail.id] : [id];
  });
  const entries = splitJoined(asked, form.entries);
  const leftAside: Field[] = [];
  const kept = Object.fromEntries(Object.entries(before).filter(([id]) => !on.includes(id)));
  const merged: Record<string, Answer> = kept;
  for (const question of questions) {
    const { id } = question;
    if (!on.includes(id) || id === form.cleared) continue;
    const own = entries.filter((field) => belongsTo(id, field));
    const settled =
      question.kind === "flags" ? settleFlags(before[id], own) : { fields: own, leftAside: [] };
    const rest: Field[] = id === form.rest ? [[id, "rest:no"]] : [];
    const { answers } = readQuery([question], [...settled.fields, ...rest]);
    const answer = settleRows(answers[id]);
    const unused = settled.fields.filter((field) => !isUsable([question], field));
    leftAside.push(...settled.leftAside, ...unused);
    if (answer !== undefined) merged[id] = answer;
  }
  for (const question of asked) if (!isAsked(question, merged)) delete merged[question.id];
  const strangers = entries.filter((field) => !on.some((id) => belongsTo(id, field)));
  return { answers: merged, leftAside: [...leftAside, ...strangers] };
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
  return "“None of these” was chosen together with others, so the others were kept.";
}
