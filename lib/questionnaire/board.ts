import { judge, type VerdictWord } from "@/lib/engine/judge";
import type {
  Answers,
  Evaluation,
  Exclusion,
  ScoringTable,
  VariantResult,
} from "@/lib/engine/types";
import { isAsked } from "./answering";
import { countAnswered } from "./progress";
import type { Wording } from "./wording";

/** Why a variant is ruled out. */
export interface Reason {
  /** What fails: the short name of a capability or burden, or the question whose rule decides. */
  readonly text: string;
  /** The question that asked for it. */
  readonly question?: string;
}

/** Everything that follows from the answers so far, as ids and numbers. */
export interface Board {
  readonly answered: number;
  readonly total: number;
  readonly word: VerdictWord;
  /** Open answers could still change first place. */
  readonly soFar: boolean;
  /** First place first; with a close call all that share the doubt. */
  readonly leaders: readonly string[];
  /** The variant that stands for the first place, or that fails least when nothing is possible. */
  readonly variant: string;
  /** First places of 100 by option, the most first; those without any left out. */
  readonly firsts: readonly { readonly option: string; readonly of100: number }[];
  readonly possible: readonly string[];
  readonly ruledOut: readonly { readonly variant: string; readonly reasons: readonly Reason[] }[];
  /** The open question whose answer tells most about first place, and the row of it. */
  readonly tellsMost?: { readonly question: string; readonly row?: string };
  /** The rules that fire. */
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
    const question = wording.questions.find((each) => each.id === id || each.detail?.id === id);
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

/** Works out the board. The same answers give the same board on the server and in the browser. */
export function boardOf(table: ScoringTable, wording: Wording, answers: Answers): Board {
  const { verdict, options, open, evaluation } = judge(table, answers);
  const asked = wording.questions.filter((question) => isAsked(question, answers));
  const [next] = open;
  const tells = next && asked.find(({ id, detail }) => [id, detail?.id].includes(next.question));
  const row = next?.parts[0]?.part;
  return {
    answered: countAnswered(asked, answers),
    total: asked.length,
    word: verdict.word,
    soFar: verdict.soFar,
    leaders: verdict.leaders,
    variant: verdict.variant,
    firsts: options
      .map(({ id, of100 }) => ({ option: id, of100 }))
      .filter(({ of100 }) => of100 > 0),
    possible: evaluation.variants
      .filter(({ exclusions }) => exclusions.length === 0)
      .map(({ variant }) => variant),
    ruledOut: evaluation.variants
      .filter(({ exclusions }) => exclusions.length > 0)
      .map((result) => ({
        variant: result.variant,
        reasons: reasonsOf(wording, answers, evaluation, result),
      })),
    ...(tells ? { tellsMost: { question: tells.id, ...(row === undefined ? {} : { row }) } } : {}),
    rules: evaluation.rules,
  };
}
