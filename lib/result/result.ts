import type { Matrix } from "@/lib/data/types";
import { type Judgement, judge } from "@/lib/engine/judge";
import type { Answers, ScoringTable } from "@/lib/engine/types";
import { type AnswersView, viewAnswers } from "./answers";
import { type Assessment, askedQuestions } from "./assessment";
import { type CertaintyView, viewCertainty } from "./certainty";
import { type ChangesView, viewChanges } from "./changes";
import { type FactView, viewFacts } from "./facts";
import { type FitView, viewFit } from "./fit";
import { type NextView, viewNext } from "./next";
import { type OwnershipView, viewOwnership } from "./ownership";
import { type RankingView, viewRanking } from "./ranking";
import { type ReasonsView, viewReasons } from "./reasons";
import { type RuledOutView, viewRuledOut } from "./ruled-out";
import { type StillOpenView, viewStillOpen } from "./still-open";
import { type VerdictView, viewVerdict } from "./verdict";
import { viewWhyNot, type WhyNotView } from "./why-not";

/** Everything a result says, in words and numbers, ready to be shown in any form. */
export interface ResultView {
  readonly code: string;
  readonly release: { readonly id: string; readonly asOf: string };
  readonly verdict: VerdictView;
  readonly facts: readonly FactView[];
  readonly certainty: CertaintyView;
  readonly ranking: RankingView;
  readonly next: NextView;
  readonly changes: ChangesView;
  readonly whyNot: WhyNotView;
  readonly stillOpen: StillOpenView;
  readonly ruledOut: RuledOutView;
  readonly fit: FitView;
  readonly ownership: OwnershipView;
  readonly reasons: ReasonsView;
  readonly answers: AnswersView;
}

/** Asks the engine about these answers and holds all that a result is written from. */
export function assess(
  matrix: Matrix,
  table: ScoringTable,
  code: string,
  given: Answers,
  /** What an older engine made of them, for a code of its time. */
  then?: Judgement,
): Assessment {
  const answers = { ...given, ...table.fixed };
  const judgement = then ?? judge(table, answers);
  const asked = askedQuestions({ matrix, answers });
  const answered = asked.filter(({ id }) => (answers[id] ?? "unsure") !== "unsure").length;
  const { soFar } = judgement.verdict;
  const open = judgement.open.length > 0;
  const progress = { answered, total: asked.length, soFar, open };
  return {
    matrix,
    table,
    code,
    answers,
    judgement,
    evaluation: judgement.evaluation,
    progress,
    ...(then ? { past: true } : {}),
  };
}

/** Tells the whole result. The parts can be had one by one from the same assessment (viewVerdict, viewFacts, …). */
export function viewResult(assessment: Assessment): ResultView {
  const changes = viewChanges(assessment);
  return {
    code: assessment.code,
    release: assessment.matrix.release,
    verdict: viewVerdict(assessment),
    facts: viewFacts(assessment),
    certainty: viewCertainty(assessment),
    ranking: viewRanking(assessment),
    next: viewNext(assessment),
    changes,
    whyNot: viewWhyNot(assessment, changes),
    stillOpen: viewStillOpen(assessment, changes),
    ruledOut: viewRuledOut(assessment),
    fit: viewFit(assessment),
    ownership: viewOwnership(assessment),
    reasons: viewReasons(assessment),
    answers: viewAnswers(assessment),
  };
}
