import type { VariantResult } from "@/lib/engine/types";
import { totalWeight } from "./evidence";
import {
  capabilityOf,
  type Ground,
  leadingVariant,
  nameOf,
  optionOf,
  possibleVariants,
} from "./ground";
import { type VariantView, viewVariant } from "./look";
import { optionInText } from "./names";
import { type Share, sharesOfPlace } from "./shares";
import { capitalised, counted, listed, points, pointsApart, quoted } from "./words";

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

const ease = { id: "ease", label: "Ease of ownership" };

/** The groups that carry weight here. Their weights add up to 100. */
function scoreGroups(ground: Ground): ScoreGroup[] {
  const total = totalWeight(ground);
  if (total === 0) return [];
  const { matrix, evaluation } = ground;
  const groups = matrix.groups.map(({ id, label }) => ({
    id,
    label,
    weight: evaluation.needs
      .filter(({ capability }) => capabilityOf(ground, capability).group === id)
      .reduce((sum, { weight }) => sum + (100 * weight[1]) / total, 0),
  }));
  const burdens = evaluation.burdens.reduce((sum, { weight }) => sum + weight[1], 0);
  return [...groups, { ...ease, weight: (100 * burdens) / total }].filter(
    ({ weight }) => weight > 0,
  );
}

/** What the variant earns in each group, in points of the score. */
function earnedBy(ground: Ground, variant: VariantResult, groups: readonly ScoreGroup[]): number[] {
  const total = totalWeight(ground);
  return groups.map(({ id }) =>
    id === ease.id
      ? variant.burdens.reduce((sum, { cost, weight }) => sum + weight[1] * (100 - cost[1]), 0) /
        total
      : variant.contributions
          .filter(({ capability }) => capabilityOf(ground, capability).group === id)
          .reduce((sum, { value, weight }) => sum + weight[1] * value[1], 0) / total,
  );
}

/** Where one variant is furthest ahead of another, and where furthest behind, by group. */
export interface Contrast {
  readonly gain?: string;
  readonly loss?: string;
}

/** Differences that would round to nothing are not named. */
const noticeable = 0.05;

export function contrast(ground: Ground, one: VariantResult, other: VariantResult): Contrast {
  const groups = scoreGroups(ground);
  const theirs = earnedBy(ground, other, groups);
  const differences = earnedBy(ground, one, groups)
    .map((points, index) => ({
      label: groups[index]?.label ?? "",
      ahead: points - (theirs[index] ?? 0),
    }))
    .sort((a, b) => b.ahead - a.ahead);
  const first = differences[0];
  const last = differences.at(-1);
  return {
    ...(first && first.ahead > noticeable ? { gain: first.label } : {}),
    ...(last && last.ahead < -noticeable ? { loss: last.label } : {}),
  };
}

function describeContrast({ gain, loss }: Contrast): string {
  if (gain && loss) return `wins most on ${quoted(gain)} and gives some back on ${quoted(loss)}`;
  if (gain) return `wins most on ${quoted(gain)} and is behind in no group`;
  return "no group of needs sets them apart";
}

function findingOf(ground: Ground): string {
  const ranked = ground.evaluation.options.filter(({ ruledOut }) => !ruledOut);
  const [first, second] = ranked;
  if (!first) {
    const nearest = ground.evaluation.variants[0];
    if (!nearest) return "There is nothing to rank";
    const failed = counted(nearest.exclusions.length, "condition");
    return `Nothing can be ranked; ${nameOf(ground, nearest.variant)} fails ${failed}, and none fails fewer`;
  }
  const option = (id: string) => optionInText(optionOf(ground, id));
  if (!second) {
    return `${option(first.option)} is alone in the ranking, with ${points(first.score)} of 100 points`;
  }
  const leader = leadingVariant(ground, first.option);
  const tied = ranked.filter(({ position }) => position === 1);
  if (tied.length > 1) {
    const names = listed(tied.map((each) => option(each.option)));
    return `${names} score the same, ${points(first.score)} of 100 points`;
  }
  const lead = pointsApart(first.score - second.score);
  const ahead = `${option(first.option)} leads ${option(second.option)} by ${lead}`;
  if (ground.evaluation.needs.length === 0) {
    return `${ahead}, on ease of ownership alone: you have named no needs`;
  }
  const difference = contrast(ground, leader, leadingVariant(ground, second.option));
  return `${ahead}: it ${describeContrast(difference)}`;
}

/** Where the points come from. */
export function viewRanking(ground: Ground): RankingView {
  const { evaluation, acceptability } = ground;
  const groups = scoreGroups(ground);
  const first = sharesOfPlace(acceptability.variants, 0);
  return {
    finding: capitalised(findingOf(ground)),
    groups,
    rows: evaluation.options.map(({ option, variant, score, position, ruledOut }) => ({
      variant: viewVariant(ground, variant),
      score,
      ...(position === undefined ? {} : { position }),
      earned: earnedBy(ground, leadingVariant(ground, option), groups),
      ruledOut,
    })),
    variants: evaluation.variants.map(({ variant, score, fit, ease }) => {
      const share = first.get(variant);
      return {
        variant: viewVariant(ground, variant),
        score,
        fit,
        ease,
        ...(share ? { first: share } : {}),
      };
    }),
  };
}

/** How many variants are possible, in words, for sentences. */
export function possibleCount(ground: Ground): string {
  return counted(possibleVariants(ground).length, "variant");
}
