import type { Exclusion } from "@/lib/engine/types";
import {
  burdenOf,
  capabilityOf,
  type Ground,
  isOut,
  leadingVariant,
  ruleOf,
  variantOf,
} from "@/lib/result/ground";
import type { OptionView } from "@/lib/result/look";
import { viewOption } from "@/lib/result/look";
import { type VerdictView, viewVerdict } from "@/lib/result/verdict";
import { inWords, points } from "@/lib/text/words";

/** An option in the ranking of a card. */
export interface EmbedRank {
  readonly option: OptionView;
  /** The variant that stands for it: “ambient mode”. */
  readonly variant: string;
  /** 0 to 100, for the bar; absent when ruled out. */
  readonly score?: number;
  /** The score as written: “83.8”. */
  readonly points?: string;
  /** Why it is out: “Open-source licence and two more”. */
  readonly out?: string;
}

/** What a card, a picture or a badge says of a result. Plain values: a function of the code and the data alone. */
export interface EmbedView {
  readonly code: string;
  readonly release: { readonly id: string; readonly asOf: string };
  /** Whose file is laid over the published data, where the verdict rests on one. */
  readonly edition?: string;
  readonly verdict: VerdictView;
  readonly ranking: readonly EmbedRank[];
  /** The rules that did most, in sentences, at most three. */
  readonly reasons: readonly string[];
}

const mostReasons = 3;

function exclusionsOf(ground: Ground, exclusions: readonly Exclusion[]): string {
  const labels = exclusions.map((each) =>
    "capability" in each
      ? capabilityOf(ground, each.capability).label
      : burdenOf(ground, each.burden).label,
  );
  const [first = "", ...others] = [...new Set(labels)];
  return others.length === 0 ? first : `${first} and ${inWords(others.length)} more`;
}

function viewRank(ground: Ground, option: string): EmbedRank {
  const result = leadingVariant(ground, option);
  const shown = {
    option: viewOption(ground, option),
    variant: variantOf(ground, result.variant).short,
  };
  return isOut(ground, result.variant)
    ? { ...shown, out: exclusionsOf(ground, result.exclusions) }
    : { ...shown, score: result.score, points: points(result.score) };
}

/** Rules that rule variants out come first, then those that demand, then those that raise a need. */
function viewReasons(ground: Ground): string[] {
  const { evaluation } = ground;
  const out = new Set(
    evaluation.variants.flatMap(({ exclusions }) =>
      exclusions.flatMap(({ rule }) => (rule === undefined ? [] : [rule])),
    ),
  );
  const rank = (id: string): number => {
    if (out.has(id)) return 0;
    const { effects } = ruleOf(ground, id);
    if (effects.some((effect) => "require" in effect || "limit" in effect)) return 1;
    return effects.some((effect) => "need" in effect) ? 2 : 3;
  };
  return evaluation.rules
    .map((id) => ({ id, rank: rank(id) }))
    .filter((each) => each.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostReasons)
    .map(({ id }) => ruleOf(ground, id).because);
}

/** Tells a result as briefly as a card does. The release is the one that the code was made with. */
export function viewEmbed(
  ground: Ground,
  release: EmbedView["release"],
  edition?: string,
): EmbedView {
  return {
    code: ground.code,
    release,
    ...(edition ? { edition } : {}),
    verdict: viewVerdict(ground),
    ranking: ground.judgement.options.map(({ id }) => viewRank(ground, id)),
    reasons: viewReasons(ground),
  };
}
