import { type Acceptability, decideVerdict, rankAcceptability } from "@/lib/engine/acceptability";
import { findOpenQuestions } from "@/lib/engine/alternatives";
import { evaluate } from "@/lib/engine/evaluate";
import type {
  Answers,
  Evaluation,
  Exclusion,
  ScoringTable,
  VariantResult,
  VerdictWord,
} from "@/lib/engine/types";
import { countAnswered } from "./progress";
import type { Wording } from "./wording";

export interface BoardVerdict {
  readonly word: VerdictWord;
  /** First place first; with a close call all that share the doubt. */
  readonly leaders: readonly string[];
  /** The variant that stands for the first place, or that fails least when nothing is possible. */
  readonly variant: string;
}

export interface BoardRank {
  readonly option: string;
  readonly variant: string;
  readonly ruledOut: boolean;
  readonly score: number;
  readonly position?: number;
}

export interface Reason {
  /** What fails: the short name of a capability or burden, or the question whose rule decides. */
  readonly text: string;
  /** The question that asked for it. */
  readonly question?: string;
}

export interface OpenOutcome {
  /** The option the answers put first; empty when they leave nothing. */
  readonly first: string;
  readonly answers: readonly { readonly part?: string; readonly to: string }[];
}

/** Everything that follows from the answers so far, as ids and numbers. */
export interface Board {
  readonly answered: number;
  readonly total: number;
  readonly verdict: BoardVerdict;
  /** First places by option, as shares of all samples, in the order of the options. */
  readonly firsts: readonly { readonly option: string; readonly share: number }[];
  readonly ranking: readonly BoardRank[];
  readonly possible: readonly {
    readonly variant: string;
    readonly partly: number;
  }[];
  readonly musts: number;
  readonly ruledOut: readonly { readonly variant: string; readonly reasons: readonly Reason[] }[];
  /** The open question that matters most; absent when none can change first place. */
  readonly open?: { readonly question: string; readonly outcomes: readonly OpenOutcome[] };
  readonly rules: readonly string[];
}

function reasonOf(
  wording: Wording,
  answers: Answers,
  evaluation: Evaluation,
  exclusion: Exclusion,
): Reason {
  const name =
    "burden" in exclusion
      ? (wording.burdens[exclusion.burden] ?? exclusion.burden)
      : (wording.capabilities[exclusion.capability] ?? exclusion.capability);
  if (exclusion.rule !== undefined) {
    const id = answeredBehind(wording, answers, exclusion.rule);
    const question = wording.questions.find((each) => each.id === id);
    return question ? { text: question.short, question: question.id } : { text: name };
  }
  const source =
    "burden" in exclusion
      ? undefined
      : evaluation.needs.find(({ capability }) => capability === exclusion.capability)?.sources[0];
  if (source === undefined) return { text: name };
  const question =
    "question" in source ? source.question : answeredBehind(wording, answers, source.rule);
  return { text: name, ...(question ? { question } : {}) };
}

/** Of the questions a rule looks at, the first that is answered. */
function answeredBehind(wording: Wording, answers: Answers, rule: string): string | undefined {
  return wording.rules[rule]?.questions.find((id) => answers[id] !== undefined);
}

function reasonsOf(
  wording: Wording,
  answers: Answers,
  evaluation: Evaluation,
  result: VariantResult,
): Reason[] {
  const reasons = result.exclusions.map((exclusion) =>
    reasonOf(wording, answers, evaluation, exclusion),
  );
  return reasons.filter(
    (reason, index) => reasons.findIndex((other) => other.text === reason.text) === index,
  );
}

function openQuestion(table: ScoringTable, answers: Answers): Board["open"] {
  const open = findOpenQuestions(table, answers)[0];
  if (!open) return undefined;
  const outcomes: { first: string; answers: { part?: string; to: string }[] }[] = [];
  for (const { alternative, first } of open.changes) {
    const { part, to } = alternative;
    const answer = { ...(part === undefined ? {} : { part }), to };
    const outcome = outcomes.find((each) => each.first === first);
    if (outcome) outcome.answers.push(answer);
    else outcomes.push({ first, answers: [answer] });
  }
  return { question: open.question, outcomes };
}

/** Works out the board. The same answers give the same board on the server and in the browser. */
export function boardOf(
  table: ScoringTable,
  wording: Wording,
  answers: Answers,
  acceptabilityOf: (evaluation: Evaluation) => Acceptability = rankAcceptability,
): Board {
  const evaluation = evaluate(table, answers);
  const acceptability = acceptabilityOf(evaluation);
  const { word, leaders } = decideVerdict(evaluation, acceptability, table.thresholds);
  const shareOf = (option: string) =>
    acceptability.options.find(({ id }) => id === option)?.ranks[0] ?? 0;
  const open = openQuestion(table, answers);
  const possible = evaluation.variants.filter(({ exclusions }) => exclusions.length === 0);
  return {
    answered: countAnswered(wording.questions, answers),
    total: wording.questions.length,
    verdict: { word, leaders, variant: evaluation.options[0]?.variant ?? "" },
    firsts: wording.options.map(({ id }) => ({ option: id, share: shareOf(id) })),
    ranking: evaluation.options,
    possible: possible.map(({ variant, warnings }) => ({ variant, partly: warnings.length })),
    musts: evaluation.needs.filter(({ importance }) => importance === "must").length,
    ruledOut: evaluation.variants
      .filter(({ exclusions }) => exclusions.length > 0)
      .map((result) => ({
        variant: result.variant,
        reasons: reasonsOf(wording, answers, evaluation, result),
      })),
    ...(open ? { open } : {}),
    rules: evaluation.rules,
  };
}
