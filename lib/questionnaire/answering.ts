import { holds, isImportance, isRows } from "@/lib/engine/condition";
import type { Answer, Answers, Importance } from "@/lib/engine/types";
import type { AskedQuestion } from "./wording";

/** Whether the question is asked at all after these answers. */
export function isAsked({ askedIf }: Pick<AskedQuestion, "askedIf">, answers: Answers): boolean {
  return askedIf === undefined || holds(askedIf, answers);
}

/** The answer to a question as it is asked: of two choices in one step “kubernetes.eks-ec2”. */
export function answerOf({ id, detail }: AskedQuestion, answers: Answers): Answer | undefined {
  const answer = answers[id];
  const more = detail && answer === detail.of ? answers[detail.id] : undefined;
  return typeof more === "string" && more !== "unsure" ? `${answer}.${more}` : answer;
}

/** The answers with this one set, or taken back. Answers to questions that are no longer asked go with it. */
export function withAnswer(
  questions: readonly AskedQuestion[],
  answers: Answers,
  { id, detail }: AskedQuestion,
  answer?: Answer,
): Answers {
  const { [id]: _, [detail?.id ?? id]: __, ...others } = answers;
  const next: Record<string, Answer> = others;
  if (detail && typeof answer === "string" && answer.startsWith(`${detail.of}.`)) {
    next[id] = detail.of;
    next[detail.id] = answer.slice(detail.of.length + 1);
  } else if (answer !== undefined) next[id] = answer;
  for (const question of questions) if (!isAsked(question, next)) delete next[question.id];
  return next;
}

/** The answer after one row was given an importance, or left open. It touches no other row. */
export function withRow(
  answer: Answer | undefined,
  row: string,
  importance: Importance | "unsure",
): Answer | undefined {
  const { [row]: _, ...others } = isRows(answer) ? answer : {};
  if (importance !== "unsure") return { ...others, [row]: importance };
  return Object.keys(others).length > 0 ? others : undefined;
}

/** The answer with every row that is open set to "not needed". */
export function closeRows({ parts }: Pick<AskedQuestion, "parts">, answer?: Answer): Answer {
  const rows = isRows(answer) ? answer : {};
  const closed = parts.map(({ id }) => [id, isImportance(rows[id]) ? rows[id] : "no"]);
  return { ...rows, ...Object.fromEntries(closed) };
}

/** The answer after one flag was set or unset, in the order of the question. */
export function withFlag(
  { parts }: Pick<AskedQuestion, "parts">,
  answer: Answer | undefined,
  flag: string,
  isSet: boolean,
): Answer {
  const flags = Array.isArray(answer) ? answer : [];
  return parts.map(({ id }) => id).filter((each) => (each === flag ? isSet : flags.includes(each)));
}

/** Rows of the question that are still open; none where it is not one of rows. */
export function openRows(question: AskedQuestion, answers: Answers): readonly string[] {
  if (question.kind !== "needs") return [];
  const answer = answers[question.id];
  return question.parts
    .map(({ id }) => id)
    .filter((id) => !isRows(answer) || !isImportance(answer[id]));
}
