import { holds } from "@/lib/engine/condition";
import type { Answers } from "@/lib/engine/types";
import { answerPartText } from "./answer-text";
import type { AskedQuestion, Wording } from "./wording";

/** Two answers that do not go together. */
export interface Contradiction {
  readonly id: string;
  /** The later of the two questions: the alert stands beside it. */
  readonly at: string;
  readonly title: string;
  readonly text: string;
  readonly answers: readonly { readonly question: AskedQuestion; readonly text: string }[];
  readonly sources: readonly { readonly url: string; readonly title: string }[];
}

/** The contradictions among these answers, in the order of the questions. */
export function findContradictions(wording: Wording, answers: Answers): Contradiction[] {
  return wording.contradictions
    .filter(({ when }) => holds(when, answers))
    .map(({ id, between, when, title, text, sources }) => {
      const pair = wording.questions.filter((question) => between.includes(question.id));
      return {
        id,
        at: pair.at(-1)?.id ?? between[1],
        title,
        text,
        sources,
        answers: pair.flatMap((question) => {
          const answer = answers[question.id];
          return answer === undefined
            ? []
            : [{ question, text: answerPartText(question, answer, when) }];
        }),
      };
    });
}
