import type {
  BurdenFacts,
  Capability,
  Matrix,
  Option,
  QuestionText,
  RuleText,
  Variant,
} from "@/lib/data/types";
import { holds } from "@/lib/engine/condition";
import type { Judgement } from "@/lib/engine/judge";
import type { Answers, Evaluation, ScoringTable, VariantResult } from "@/lib/engine/types";
import { phrased } from "@/lib/text/words";
import { variantInText } from "./names";
import type { Progress } from "./verdict-text";

/** What a result is written from: the texts, the answers, and what the engine made of them. */
export interface Assessment {
  readonly matrix: Matrix;
  readonly table: ScoringTable;
  readonly code: string;
  readonly answers: Answers;
  readonly judgement: Judgement;
  /** The judgement’s evaluation of what was said: needs, rules, scores and exclusions. */
  readonly evaluation: Evaluation;
  readonly progress: Progress;
  /** The judgement is that of an older release by its own engine: nothing in it can be computed again today. */
  readonly past?: true;
}

/** What a sentence needs of it: the texts, the judgement, or the scores. */
export type Texts = Pick<Assessment, "matrix">;
export type Judged = Pick<Assessment, "judgement">;
export type Evaluated = Pick<Assessment, "evaluation">;

function find<T extends { readonly id: string }>(items: readonly T[], id: string): T {
  const item = items.find((each) => each.id === id);
  if (!item) throw new RangeError(`the matrix has nothing called "${id}"`);
  return item;
}

export const optionOf = ({ matrix }: Texts, id: string): Option => find(matrix.options, id);
/** A column of today, or of an earlier release whose result is shown. */
export const variantOf = ({ matrix }: Texts, id: string): Variant =>
  find([...matrix.variants, ...matrix.retired], id);
/** A rule of today, or of an earlier release whose result is shown: of that one only its name is left. */
export const ruleOf = (
  { matrix, past }: Pick<Assessment, "matrix" | "past">,
  id: string,
): RuleText =>
  matrix.rules.find((each) => each.id === id) ?? (past ? goneRule(id) : find(matrix.rules, id));
export const burdenOf = ({ matrix }: Texts, id: string): BurdenFacts => find(matrix.burdens, id);
export const questionOf = ({ matrix }: Texts, id: string): QuestionText =>
  find(matrix.questions, id);
export const capabilityOf = ({ matrix }: Texts, id: string): Capability =>
  find(matrix.capabilities, id);

function goneRule(id: string): RuleText {
  return {
    id,
    when: { all: [] },
    effects: [],
    because: `Rule “${id}” of that release, which is no longer kept.`,
    sources: [],
  };
}

/** The questions that these answers let be asked. One that was answered although it is not asked counts as well. */
export function askedQuestions({
  matrix,
  answers,
}: Pick<Assessment, "matrix" | "answers">): readonly QuestionText[] {
  return matrix.questions.filter(
    ({ id, askedIf }) =>
      askedIf === undefined || answers[id] !== undefined || holds(askedIf, answers),
  );
}

/** A burden inside a sentence: “the learning curve”. */
export function burdenPhrase(assessment: Texts, id: string): string {
  const { phrase, label } = burdenOf(assessment, id);
  return phrase ?? phrased(label);
}

/** Whether the variant is ruled out by what was said. */
export function isOut({ judgement }: Judged, variant: string): boolean {
  return judgement.variants.find(({ id }) => id === variant)?.ruledOut ?? true;
}

/** The variants that are not out, the best on what was said first. */
export function possibleVariants(assessment: Judged & Evaluated): VariantResult[] {
  return assessment.evaluation.variants.filter(({ variant }) => !isOut(assessment, variant));
}

/** How many must-haves the variant meets in full. */
export function inFull({ evaluation }: Evaluated, { warnings, exclusions }: VariantResult): number {
  const short = new Set(
    [...warnings, ...exclusions].flatMap((each) => ("capability" in each ? [each.capability] : [])),
  );
  return evaluation.needs.filter(
    ({ capability, importance }) => importance === "must" && !short.has(capability),
  ).length;
}

/** The variant that stands for the option: the one that comes first most often, or fails least. */
export function leadingVariant(
  { evaluation, judgement }: Judged & Evaluated,
  option: string,
): VariantResult {
  const id = judgement.options.find((each) => each.id === option)?.variant;
  const variant = evaluation.variants.find((each) => each.variant === id);
  if (!variant) throw new RangeError(`the judgement has no option called "${option}"`);
  return variant;
}

/** The option in first place; undefined where nothing is possible. */
export function firstOption({ judgement }: Judged): string | undefined {
  return judgement.verdict.leaders[0];
}

/** “Istio (ambient mode)”. */
export function nameOf(assessment: Texts, id: string): string {
  const variant = variantOf(assessment, id);
  return variantInText(optionOf(assessment, variant.option), variant);
}
