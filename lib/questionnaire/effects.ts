import { alternativesTo } from "@/lib/engine/alternatives";
import { isRows } from "@/lib/engine/condition";
import { evaluate } from "@/lib/engine/evaluate";
import type {
  Answer,
  Answers,
  Effect,
  Evaluation,
  Question,
  Range,
  ScoringTable,
} from "@/lib/engine/types";

/** Fewer answers than this say too little for a verdict, or to speak of a first place. */
export const enoughAnswers = 3;

/** What one answer would do, compared with leaving that question, row or flag open and all else as it is. */
export interface Consequence {
  /** Variants that were possible and no longer would be. */
  readonly ruledOut: readonly string[];
  /** Options of which nothing would be left. */
  readonly optionsOut: readonly string[];
  /** Variants that a rule lets back in. */
  readonly letIn: readonly string[];
  /** Variants still possible that would meet a new must-have only in part. */
  readonly warned: readonly string[];
  readonly possible: number;
  /** The weight it adds to the needs. */
  readonly weight: Range;
  /** What the rules that would fire do, without what is already in the fields above. */
  readonly effects: readonly Effect[];
  /** The option it would put first, if that is not first now; empty when nothing would be left. */
  readonly first?: string;
}

/** By part ("" for the question itself) and by stop: a value, an importance, "unsure", or "yes" for a flag. */
export type Consequences = Readonly<Record<string, Readonly<Record<string, Consequence>>>>;

function possibleIn(evaluation: Evaluation): string[] {
  return evaluation.variants
    .filter(({ exclusions }) => exclusions.length === 0)
    .map(({ variant }) => variant);
}

function optionsIn(evaluation: Evaluation): string[] {
  return evaluation.options.filter(({ ruledOut }) => !ruledOut).map(({ option }) => option);
}

function firstIn(evaluation: Evaluation): string {
  return optionsIn(evaluation)[0] ?? "";
}

function weightOf(evaluation: Evaluation): Range {
  const sum = (index: 0 | 1 | 2) =>
    evaluation.needs.reduce((total, { weight }) => total + weight[index], 0);
  return [sum(0), sum(1), sum(2)];
}

function warningsOf(evaluation: Evaluation): Set<string> {
  return new Set(
    evaluation.variants.flatMap(({ variant, warnings }) =>
      warnings.map(({ capability }) => `${variant} ${capability}`),
    ),
  );
}

function compare(
  table: ScoringTable,
  open: Evaluation,
  alternative: Evaluation,
  firstNow: string | undefined,
): Consequence {
  const before = possibleIn(open);
  const after = possibleIn(alternative);
  const optionsAfter = optionsIn(alternative);
  const [low, typical, high] = weightOf(open);
  const weight = weightOf(alternative);
  const warnedBefore = warningsOf(open);
  const first = firstIn(alternative);
  return {
    ruledOut: before.filter((variant) => !after.includes(variant)),
    optionsOut: optionsIn(open).filter((option) => !optionsAfter.includes(option)),
    letIn: after.filter((variant) => !before.includes(variant)),
    warned: alternative.variants
      .filter(
        ({ variant, exclusions, warnings }) =>
          exclusions.length === 0 &&
          warnings.some(({ capability }) => !warnedBefore.has(`${variant} ${capability}`)),
      )
      .map(({ variant }) => variant),
    possible: after.length,
    weight: [weight[0] - low, weight[1] - typical, weight[2] - high],
    effects: table.rules
      .filter(({ id }) => alternative.rules.includes(id) && !open.rules.includes(id))
      .flatMap(({ effects }) => effects)
      .filter((effect) => !("require" in effect) && !("limit" in effect)),
    ...(firstNow === undefined || first === firstNow ? {} : { first }),
  };
}

function without(answers: Answers, id: string, answer?: Answer): Answers {
  const { [id]: _, ...others } = answers;
  return answer === undefined ? others : { ...others, [id]: answer };
}

/** The answers with one row or flag of the question taken back. */
function withoutPart(question: Question, answers: Answers, part: string): Answers {
  const answer = answers[question.id];
  if (Array.isArray(answer)) {
    return without(
      answers,
      question.id,
      answer.filter((flag) => flag !== part),
    );
  }
  if (!isRows(answer)) return without(answers, question.id);
  const { [part]: _, ...rows } = answer;
  return without(answers, question.id, rows);
}

/**
 * What each answer to a question would do, each found by evaluating it. A row or flag is judged with the other rows and
 * flags as they are.
 */
export function consequencesOf(
  table: ScoringTable,
  question: Question,
  answers: Answers,
): Consequences {
  const firstNow =
    Object.keys(answers).length < enoughAnswers ? undefined : firstIn(evaluate(table, answers));
  const found: Record<string, Record<string, Consequence>> = {};
  const note = (part: string, stop: string, open: Evaluation, alternative: Answers) => {
    found[part] = {
      ...found[part],
      [stop]: compare(table, open, evaluate(table, alternative), firstNow),
    };
  };
  if (question.kind === "choice" || question.kind === "importance") {
    const open = without(answers, question.id);
    const evaluation = evaluate(table, open);
    for (const alternative of alternativesTo(question, open)) {
      note("", alternative.to, evaluation, alternative.answers);
    }
    note("", "unsure", evaluation, { ...open, [question.id]: "unsure" });
    return found;
  }
  const parts = question.kind === "needs" ? question.rows.map(({ id }) => id) : question.flags;
  for (const part of parts) {
    const open = withoutPart(question, answers, part);
    const evaluation = evaluate(table, open);
    for (const alternative of alternativesTo(question, open)) {
      if (alternative.part === part) note(part, alternative.to, evaluation, alternative.answers);
    }
  }
  return found;
}

/** The rules that this question's answer has a part in firing. */
export function rulesFiredBy(
  questionsOfRule: Readonly<Record<string, { readonly questions: readonly string[] }>>,
  fired: readonly string[],
  question: string,
): string[] {
  return fired.filter((rule) => questionsOfRule[rule]?.questions.includes(question));
}
