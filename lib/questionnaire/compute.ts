import type { Answers, ScoringTable } from "@/lib/engine/types";
import { type Board, boardOf } from "./board";
import { type Exclusions, exclusionsOf } from "./effects";
import type { AskedQuestion, Wording } from "./wording";

/** What follows from the answers, for the questions shown. */
export interface Computed {
  readonly board: Board;
  /** By question. */
  readonly exclusions: Readonly<Record<string, Exclusions>>;
}

/** Works out the board, and what answers to these questions would rule out. */
export function compute(
  table: ScoringTable,
  wording: Wording,
  questions: readonly AskedQuestion[],
  answers: Answers,
): Computed {
  return {
    board: boardOf(table, wording, answers),
    exclusions: Object.fromEntries(
      questions.map((question) => [question.id, exclusionsOf(table, question, answers)]),
    ),
  };
}
