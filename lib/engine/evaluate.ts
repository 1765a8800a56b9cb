import { deriveRequirements } from "./needs";
import { cellsUnder } from "./scopes";
import { scoreVariant } from "./score";
import type { Answers, Evaluation, OptionResult, ScoringTable, VariantResult } from "./types";

/** The mean typical value of all of a variant's cells, whatever is needed: breaks ties so that a dominated variant never leads. */
function breadth(table: ScoringTable, variant: string): number {
  return Object.values(table.cells).reduce((sum, row) => sum + (row[variant]?.value[1] ?? 0), 0);
}

/**
 * Orders variants: by fewest failures, so the admissible come before the ruled out; then by points; then by lower burden; then by the wider matrix; at last
 * by id, so that the order is the same for every run and every file order. Among the ruled out, fewer failures lead.
 */
function compareVariants(table: ScoringTable): (a: VariantResult, b: VariantResult) => number {
  return (a, b) =>
    a.exclusions.length - b.exclusions.length ||
    b.points - a.points ||
    b.ease - a.ease ||
    breadth(table, b.variant) - breadth(table, a.variant) ||
    (a.variant < b.variant ? -1 : 1);
}

function rankOptions(variants: readonly VariantResult[]): OptionResult[] {
  const options: OptionResult[] = [];
  let position = 0;
  let previous: VariantResult | undefined;
  for (const variant of variants) {
    if (options.some(({ option }) => option === variant.option)) continue;
    const ruledOut = variant.exclusions.length > 0;
    const shared = previous !== undefined && previous.points === variant.points;
    if (!shared) position = options.length + 1;
    previous = variant;
    options.push({
      option: variant.option,
      variant: variant.variant,
      ruledOut,
      score: variant.score,
      ...(ruledOut ? {} : { position }),
    });
  }
  return options;
}

/**
 * Evaluates one set of answers: fires the rules, rules variants out, scores the rest and ranks the options by their
 * best admissible variant. Multi-attribute value theory, additive form (Keeney & Raiffa 1976): since all weight is
 * shared by all variants, the order depends on the differences between cells alone.
 * Every answer is accepted; one that names an unknown question or value has no effect.
 */
export function evaluate(table: ScoringTable, answers: Answers): Evaluation {
  const requirements = deriveRequirements(table, answers);
  const here = { ...table, cells: cellsUnder(table, answers) };
  const variants = here.variants
    .map((variant) => scoreVariant(here, requirements, variant))
    .sort(compareVariants(here));
  const easeWeight = requirements.burdens.reduce((sum, { weight }) => sum + weight[1], 0);
  const fitWeight = requirements.needs.reduce((sum, { weight }) => sum + weight[1], 0);
  return {
    needs: requirements.needs,
    burdens: requirements.burdens,
    burdenFactor: table.burdenFactor,
    rules: requirements.rules.map(({ id }) => id),
    beta: easeWeight + fitWeight === 0 ? 0 : easeWeight / (easeWeight + fitWeight),
    variants,
    options: rankOptions(variants),
  };
}
