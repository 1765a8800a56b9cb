import type { Answers } from "@/lib/engine/types";
import type { AskedQuestion } from "./wording";

/** How many of these questions have an answer. "Not sure" is one. */
export function countAnswered(
  questions: readonly Pick<AskedQuestion, "id">[],
  answers: Answers,
): number {
  return questions.filter(({ id }) => answers[id] !== undefined).length;
}

/** The first question without an answer: where to go on. */
export function firstUnanswered<T extends Pick<AskedQuestion, "id">>(
  questions: readonly T[],
  answers: Answers,
): T | undefined {
  return questions.find(({ id }) => answers[id] === undefined);
}
