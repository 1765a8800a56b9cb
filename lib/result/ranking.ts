import type { VariantResult } from "@/lib/engine/types";
import { type Assessment, capabilityOf, nameOf, optionOf } from "./assessment";
import { totalWeight } from "./evidence";
import { isTelling, rankingText } from "./finding-text";
import { optionInText } from "./names";
import { type VariantView, viewVariant } from "./option-view";
import { firstShare, type Share } from "./shares";
import { owning } from "./verdict-text";

/** What is read of an assessment here. */
type Input = Pick<Assessment, "matrix" | "answers" | "judgement" | "evaluation" | "progress">;

/** A part of the score: the needs of one group of capabilities, or the ease of ownership. */
export interface ScoreGroup {
  readonly id: string;
  readonly label: string;
  /** The points it can earn, of 100. */
  readonly weight: number;
}

export interface ScoreRow {
  readonly variant: VariantView;
  /** 1 for the first place; equal scores share one; absent when ruled out. */
  readonly position?: number;
  readonly score: number;
  /** Points earned, in the order of the groups; they add up to the score. */
  readonly earned: readonly number[];
  readonly ruledOut: boolean;
}

export interface VariantRow {
  readonly variant: VariantView;
  readonly score: number;
  readonly fit: number;
  readonly ease: number;
  /** How often it comes first among all variants; absent when ruled out. */
  readonly first?: Share;
}

export interface RankingView {
  readonly finding: string;
  readonly groups: readonly ScoreGroup[];
  /** One per option, in the order of the ranking. */
  readonly rows: readonly ScoreRow[];
  /** All variants, in the order of the evaluation. */
  readonly variants: readonly VariantRow[];
}

const ease = { id: "ease", label: owning };

/** The groups that carry weight here. Their weights add up to 100. */
function scoreGroups(assessment: Input): ScoreGroup[] {
  const total = totalWeight(assessment);
  if (total === 0) return [];
  const { matrix, evaluation } = assessment;
  const groups = matrix.groups.map(({ id, label }) => ({
    id,
    label,
    weight: evaluation.needs
      .filter(({ capability }) => capabilityOf(assessment, capability).group === id)
      .reduce((sum, { weight }) => sum + (100 * weight[1]) / total, 0),
  }));
  const burdens = evaluation.burdens.reduce((sum, { weight }) => sum + weight[1], 0);
  return [...groups, { ...ease, weight: (100 * burdens) / total }].filter(
    ({ weight }) => weight > 0,
  );
}

/** What the variant earns in each group, in points of the score. */
function earnedBy(
  assessment: Input,
  variant: VariantResult,
  groups: readonly ScoreGroup[],
): number[] {
  const total = totalWeight(assessment);
  return groups.map(({ id }) =>
    id === ease.id
      ? variant.burdens.reduce((sum, { cost, weight }) => sum + weight[1] * (100 - cost[1]), 0) /
        total
      : variant.contributions
          .filter(({ capability }) => capabilityOf(assessment, capability).group === id)
          .reduce((sum, { value, weight }) => sum + weight[1] * value[1], 0) / total,
  );
}

/** Where one variant is furthest ahead of another, and where furthest behind, by group. */
export interface Contrast {
  readonly gain?: string;
  readonly loss?: string;
}

/** Where the first variant is ahead of the other by enough to say so, and where behind: by group of needs. */
export function contrast(assessment: Input, one: VariantResult, other: VariantResult): Contrast {
  const groups = scoreGroups(assessment);
  const theirs = earnedBy(assessment, other, groups);
  const differences = earnedBy(assessment, one, groups)
    .map((points, index) => ({
      label: groups[index]?.label ?? "",
      ahead: points - (theirs[index] ?? 0),
    }))
    .sort((a, b) => b.ahead - a.ahead);
  const first = differences[0];
  const last = differences.at(-1);
  return {
    ...(first && first.ahead > 0 && isTelling(first.ahead) ? { gain: first.label } : {}),
    ...(last && last.ahead < 0 && isTelling(last.ahead) ? { loss: last.label } : {}),
  };
}

function findingOf(assessment: Input): string {
  const { evaluation, judgement } = assessment;
  const ranked = evaluation.options.filter(({ ruledOut }) => !ruledOut);
  const [first, second] = ranked;
  const nearest = evaluation.variants[0];
  return rankingText({
    ranked: ranked.map(({ option, score }) => ({
      name: optionInText(optionOf(assessment, option)),
      score,
      of100: judgement.options.find(({ id }) => id === option)?.of100 ?? 0,
    })),
    needsStated: evaluation.needs.length > 0,
    open: assessment.progress.open,
    ...(first && second
      ? contrast(
          assessment,
          resultOf(assessment, first.variant),
          resultOf(assessment, second.variant),
        )
      : {}),
    nearest: nearest && {
      name: nameOf(assessment, nearest.variant),
      failed: nearest.exclusions.length,
    },
  });
}

function resultOf({ evaluation }: Input, variant: string): VariantResult {
  const result = evaluation.variants.find((each) => each.variant === variant);
  if (!result) throw new RangeError(`the evaluation has no variant called "${variant}"`);
  return result;
}

/** Where the points come from. */
export function viewRanking(assessment: Input): RankingView {
  const { evaluation, judgement } = assessment;
  const groups = scoreGroups(assessment);
  return {
    finding: findingOf(assessment),
    groups,
    rows: evaluation.options.map(({ option, variant, score, position }) => ({
      variant: viewVariant(assessment, variant),
      score,
      ...(position === undefined ? {} : { position }),
      earned: earnedBy(assessment, resultOf(assessment, variant), groups),
      ruledOut: judgement.options.find(({ id }) => id === option)?.ruledOut ?? true,
    })),
    variants: evaluation.variants.map(({ variant, score, fit, ease }) => {
      const standing = judgement.variants.find(({ id }) => id === variant);
      return {
        variant: viewVariant(assessment, variant),
        score,
        fit,
        ease,
        ...(standing && !standing.ruledOut ? { first: firstShare(standing) } : {}),
      };
    }),
  };
}
