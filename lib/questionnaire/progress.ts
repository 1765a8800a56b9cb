import type { Answers } from "@/lib/engine/types";
import type { AskedQuestion } from "./wording";

type Named = Pick<AskedQuestion, "id">;

/** Whether something definite was said to the question: "not sure" is as open as silence. */
export function isAnswered({ id }: Named, answers: Answers): boolean {
  return answers[id] !== undefined && answers[id] !== "unsure";
}

/** How many of these questions have an answer. */
export function countAnswered(questions: readonly Named[], answers: Answers): number {
  return questions.filter((question) => isAnswered(question, answers)).length;
}

/** The first question nobody touched: where to go on. Who said "not sure" is not asked again. */
export function firstUnanswered<T extends Named>(
  questions: readonly T[],
  answers: Answers,
): T | undefined {
  return questions.find(({ id }) => answers[id] === undefined);
}
