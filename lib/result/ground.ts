import type { Acceptability, Verdict } from "@/lib/engine/acceptability";
import type { Answers, Evaluation, ScoringTable, VariantResult } from "@/lib/engine/types";
import type {
  BurdenFacts,
  Capability,
  Matrix,
  Option,
  QuestionText,
  RuleText,
  Variant,
} from "@/lib/matrix/types";
import { variantInText } from "./names";

/** All that a result is told from: the texts, the answers, and what the engine made of them. */
export interface Ground {
  readonly matrix: Matrix;
  readonly table: ScoringTable;
  readonly code: string;
  readonly answers: Answers;
  readonly evaluation: Evaluation;
  readonly acceptability: Acceptability;
  readonly verdict: Verdict;
}

function find<T extends { readonly id: string }>(items: readonly T[], id: string): T {
  const item = items.find((each) => each.id === id);
  if (!item) throw new RangeError(`the matrix has nothing called "${id}"`);
  return item;
}

export const optionOf = ({ matrix }: Ground, id: string): Option => find(matrix.options, id);
export const variantOf = ({ matrix }: Ground, id: string): Variant => find(matrix.variants, id);
export const ruleOf = ({ matrix }: Ground, id: string): RuleText => find(matrix.rules, id);
export const burdenOf = ({ matrix }: Ground, id: string): BurdenFacts => find(matrix.burdens, id);
export const questionOf = ({ matrix }: Ground, id: string): QuestionText =>
  find(matrix.questions, id);
export const capabilityOf = ({ matrix }: Ground, id: string): Capability =>
  find(matrix.capabilities, id);

/** The variants that no condition rules out, best first. */
export function possibleVariants({ evaluation }: Ground): VariantResult[] {
  return evaluation.variants.filter(({ exclusions }) => exclusions.length === 0);
}

/** The variant that stands for the option in the ranking. */
export function leadingVariant({ evaluation }: Ground, option: string): VariantResult {
  const result = evaluation.options.find((each) => each.option === option);
  const variant = evaluation.variants.find((each) => each.variant === result?.variant);
  if (!variant) throw new RangeError(`the evaluation has no option called "${option}"`);
  return variant;
}

/** “Istio (ambient mode)”. */
export function nameOf(ground: Ground, id: string): string {
  const variant = variantOf(ground, id);
  return variantInText(optionOf(ground, variant.option), variant);
}
