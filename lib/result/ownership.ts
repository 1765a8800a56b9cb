import type { Evidence } from "@/lib/data/types";
import type { Range, VariantResult } from "@/lib/engine/types";
import {
  type Assessment,
  burdenOf,
  burdenPhrase,
  nameOf,
  possibleVariants,
  ruleOf,
} from "./assessment";
import { totalWeight } from "./evidence";
import { ownershipText } from "./finding-text";
import { type VariantView, viewVariant } from "./option-view";

/** What is read of an assessment here. */
type Input = Pick<Assessment, "matrix" | "answers" | "judgement" | "evaluation">;

export interface RuleMention {
  readonly id: string;
  readonly because: string;
}

export interface BurdenCell {
  readonly variant: string;
  /** 0 costs nothing, 100 is the worst of the scale; after rules. */
  readonly cost: Range;
  readonly because: string;
  /** Rules that lightened or aggravated it for this variant. */
  readonly rules: readonly RuleMention[];
}

export interface BurdenRow {
  readonly id: string;
  readonly label: string;
  readonly short: string;
  readonly what: string;
  readonly scale: string;
  /** What it can cost, in points of the score. */
  readonly weight: number;
  /** Rules that changed its weight. */
  readonly rules: readonly RuleMention[];
  /** In the order of the columns. */
  readonly cells: readonly BurdenCell[];
  readonly sources: readonly Evidence[];
}

export interface OwnershipView {
  readonly finding: string;
  /** The variants still possible, best first; the nearest of each option when none is. */
  readonly columns: readonly {
    readonly variant: VariantView;
    /** 100 less the weighted mean of the burdens. */
    readonly ease: number;
    readonly usesExtra: boolean;
  }[];
  readonly ruledOut: boolean;
  readonly burdens: readonly BurdenRow[];
  /** The part of all weight that burdens carry, of 100. */
  readonly weight: number;
}

function columnsOf(assessment: Input): readonly VariantResult[] {
  const possible = possibleVariants(assessment);
  if (possible.length > 0) return possible;
  const nearest = assessment.evaluation.options.map(({ variant }) => variant);
  return assessment.evaluation.variants.filter(({ variant }) => nearest.includes(variant));
}

/** The burden that takes most points off a variant, as a phrase; none if nothing does. */
/** The burden that costs the variant most here, as a phrase; undefined where none costs anything. */
export function heaviest(assessment: Input, { burdens }: VariantResult): string | undefined {
  const [worst] = [...burdens].sort((a, b) => b.cost[1] * b.weight[1] - a.cost[1] * a.weight[1]);
  if (!worst || worst.cost[1] * worst.weight[1] === 0) return undefined;
  return burdenPhrase(assessment, worst.burden);
}

function findingOf(assessment: Input): string {
  const possible = possibleVariants(assessment);
  const subject =
    possible.find(({ variant }) => variant === assessment.judgement.verdict.variant) ??
    columnsOf(assessment)[0];
  if (!subject) return "There is nothing to own";
  return ownershipText({
    name: nameOf(assessment, subject.variant),
    heaviest: heaviest(assessment, subject),
    possible: possible.map(({ variant, ease }) => ({ name: nameOf(assessment, variant), ease })),
  });
}

function mention(assessment: Input, ids: readonly string[]): RuleMention[] {
  return ids.map((id) => ({ id, because: ruleOf(assessment, id).because }));
}

/** What it costs to own each variant: every burden, low, typical and high, and what the answers changed about it. */
export function viewOwnership(assessment: Input): OwnershipView {
  const { evaluation } = assessment;
  const columns = columnsOf(assessment);
  const total = totalWeight(assessment);
  const share = (weight: number) => (total === 0 ? 0 : (100 * weight) / total);
  const burdens = evaluation.burdens.map(({ burden: id, weight, rules }, index): BurdenRow => {
    const { label, short, what, scale, values, sources } = burdenOf(assessment, id);
    return {
      id,
      label,
      short,
      what,
      scale,
      weight: share(weight[1]),
      rules: mention(assessment, rules),
      cells: columns.map((result): BurdenCell => {
        const value = values[result.variant];
        const applied = result.burdens[index];
        const because =
          (result.usesExtra ? value?.withExtra?.because : undefined) ?? value?.because;
        return {
          variant: result.variant,
          cost: applied?.cost ?? [0, 0, 0],
          because: because ?? "",
          rules: mention(assessment, applied?.rules ?? []),
        };
      }),
      sources,
    };
  });
  return {
    finding: findingOf(assessment),
    columns: columns.map(({ variant, ease, usesExtra }) => ({
      variant: viewVariant(assessment, variant),
      ease,
      usesExtra,
    })),
    ruledOut: possibleVariants(assessment).length === 0,
    burdens: [...burdens].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1)),
    weight: burdens.reduce((sum, { weight }) => sum + weight, 0),
  };
}
