import type { Exclusion } from "@/lib/engine/types";
import {
  type Assessment,
  burdenOf,
  capabilityOf,
  isOut,
  leadingVariant,
  ruleOf,
  variantOf,
} from "@/lib/result/assessment";
import type { OptionView } from "@/lib/result/option-view";
import { viewOption } from "@/lib/result/option-view";
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

function exclusionsOf(assessment: Assessment, exclusions: readonly Exclusion[]): string {
  const labels = exclusions.map((each) =>
    "capability" in each
      ? capabilityOf(assessment, each.capability).label
      : burdenOf(assessment, each.burden).label,
  );
  const [first = "", ...others] = [...new Set(labels)];
  return others.length === 0 ? first : `${first} and ${inWords(others.length)} more`;
}

function viewRank(assessment: Assessment, option: string): EmbedRank {
  const result = leadingVariant(assessment, option);
  const shown = {
    option: viewOption(assessment, option),
    variant: variantOf(assessment, result.variant).short,
  };
  return isOut(assessment, result.variant)
    ? { ...shown, out: exclusionsOf(assessment, result.exclusions) }
    : { ...shown, score: result.score, points: points(result.score) };
}

/** Rules that rule variants out come first, then those that demand, then those that raise a need. */
function viewReasons(assessment: Assessment): string[] {
  const { evaluation } = assessment;
  const out = new Set(
    evaluation.variants.flatMap(({ exclusions }) =>
      exclusions.flatMap(({ rule }) => (rule === undefined ? [] : [rule])),
    ),
  );
  const rank = (id: string): number => {
    if (out.has(id)) return 0;
    const { effects } = ruleOf(assessment, id);
    if (effects.some((effect) => "require" in effect || "limit" in effect)) return 1;
    return effects.some((effect) => "need" in effect) ? 2 : 3;
  };
  return evaluation.rules
    .map((id) => ({ id, rank: rank(id) }))
    .filter((each) => each.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostReasons)
    .map(({ id }) => ruleOf(assessment, id).because);
}

/** Tells a result as briefly as a card does. The release is the one that the code was made with. */
export function viewEmbed(
  assessment: Assessment,
  release: EmbedView["release"],
  edition?: string,
): EmbedView {
  return {
    code: assessment.code,
    release,
    ...(edition ? { edition } : {}),
    verdict: viewVerdict(assessment),
    ranking: assessment.judgement.options.map(({ id }) => viewRank(assessment, id)),
    reasons: viewReasons(assessment),
  };
}
