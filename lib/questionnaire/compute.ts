import type { Answers, ScoringTable } from "@/lib/engine/types";
import { type Board, boardOf } from "./board";
import { type Consequences, consequencesOf } from "./effects";
import type { AskedQuestion, Wording } from "./wording";

type ConsequencesByQuestion = Readonly<Record<string, Consequences>>;

/** What follows from the answers, for a page of questions. */
export interface Computed {
  readonly board: Board;
  readonly consequences: ConsequencesByQuestion;
}

/** Works out board and consequences for a page. */
export function compute(
  table: ScoringTable,
  wording: Wording,
  questions: readonly Pick<AskedQuestion, "id">[],
  answers: Answers,
): Computed {
  const asked = table.questions.filter(({ id }) =>
    questions.some((question) => question.id === id),
  );
  return {
    board: boardOf(table, wording, answers),
    consequences: Object.fromEntries(
      asked.map((question) => [question.id, consequencesOf(table, question, answers)]),
    ),
  };
}
