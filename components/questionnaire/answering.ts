import { isRows } from "@/lib/engine/condition";
import type { Answer, Answers, Importance } from "@/lib/engine/types";

/** The answers with this one set, or taken back. */
export function withAnswer(answers: Answers, question: string, answer?: Answer): Answers {
  const { [question]: _, ...others } = answers;
  return answer === undefined ? others : { ...others, [question]: answer };
}

/** The answer after one row was given an importance; the other rows stay as they are. */
export function withRow(answer: Answer | undefined, row: string, importance: Importance): Answer {
  return { ...(isRows(answer) ? answer : {}), [row]: importance };
}

/** The answer after one flag was set or unset, in the order of the question. */
export function withFlag(
  answer: Answer | undefined,
  order: readonly string[],
  flag: string,
  isSet: boolean,
): Answer {
  const flags = Array.isArray(answer) ? answer : [];
  return order.filter((each) => (each === flag ? isSet : flags.includes(each)));
}

/** The sweeping answer: "none" of the rows or flags, "unsure", or neither. */
export function sweepingOf(answer: Answer | undefined): "none" | "unsure" | undefined {
  if (answer === "unsure") return "unsure";
  if (Array.isArray(answer)) return answer.length === 0 ? "none" : undefined;
  return isRows(answer) && Object.values(answer).every((row) => row === "no") ? "none" : undefined;
}
