import { createRandom } from "./random";
import type { Evaluation, Range, VerdictWord } from "./types";

/** Printed with every result, so that anyone can draw the same samples again. */
const acceptabilitySeed = 20261122;
export const acceptabilitySamples = 10_000;

export interface RankShares {
  readonly id: string;
  /** Share of samples (0 to 1) in which it takes each place: first, second, … among those not ruled out. */
  readonly ranks: readonly number[];
}

export interface CentralWeights {
  readonly option: string;
  /** Mean share of all weight by criterion (capability or burden id) over the samples this option wins; 0 to 1. */
  readonly weights: Readonly<Record<string, number>>;
  /** The same over all samples: what the answers give a criterion on the average. */
  readonly usual: Readonly<Record<string, number>>;
  /** Share of samples it wins when those weights are held and only the findings vary; 0 to 1. */
  readonly confidence: number;
}

export interface Acceptability {
  readonly samples: number;
  readonly seed: number;
  /** In the order of the evaluation's options, the ruled out left away. */
  readonly options: readonly RankShares[];
  readonly variants: readonly RankShares[];
}

interface Criterion {
  readonly id: string;
  /** A burden's weight takes part in the common factor. */
  readonly isBurden: boolean;
  readonly weight: Range;
  /** By admissible variant: what it is worth, 0 to 100. */
  readonly values: readonly Range[];
}

/** The criteria that can matter: every need, and every burden turned into ease. */
function criteriaOf(evaluation: Evaluation): {
  criteria: Criterion[];
  variants: readonly { variant: string; option: string }[];
} {
  const variants = evaluation.variants.filter(({ exclusions }) => exclusions.length === 0);
  const needs = evaluation.needs.map(
    ({ capability, weight }, index): Criterion => ({
      id: capability,
      isBurden: false,
      weight,
      values: variants.map(({ contributions }) => contributions[index]?.value ?? [0, 0, 0]),
    }),
  );
  const burdens = evaluation.burdens.map(
    ({ burden, weight }, index): Criterion => ({
      id: burden,
      isBurden: true,
      weight,
      values: variants.map(({ burdens: costs }): Range => {
        const [low, typical, high] = costs[index]?.cost ?? [0, 0, 0];
        return [100 - high, 100 - typical, 100 - low];
      }),
    }),
  );
  return { criteria: [...needs, ...burdens].filter(({ weight }) => weight[2] > 0), variants };
}

/** The criteria flattened, so that the sampling loop touches only numbers. */
interface Model {
  readonly criteria: readonly Criterion[];
  readonly variants: number;
  readonly weightLow: Float64Array;
  readonly weightSpan: Float64Array;
  readonly isBurden: Uint8Array;
  /** How much all burdens together weigh against all needs, in per cent. */
  readonly burdenFactor: Range;
  readonly low: Float64Array;
  readonly typical: Float64Array;
  readonly high: Float64Array;
}

function flatten(criteria: readonly Criterion[], variants: number, burdenFactor: Range): Model {
  const pick = (index: 0 | 1 | 2) =>
    Float64Array.from(criteria.flatMap(({ values }) => values.map((value) => value[index])));
  return {
    criteria,
    variants,
    weightLow: Float64Array.from(criteria, ({ weight }) => weight[0]),
    weightSpan: Float64Array.from(criteria, ({ weight }) => weight[2] - weight[0]),
    isBurden: Uint8Array.from(criteria, ({ isBurden }) => Number(isBurden)),
    burdenFactor,
    low: pick(0),
    typical: pick(1),
    high: pick(2),
  };
}

/** Half the draws uniform below the typical value and half above, so that it is the median. */
function drawBetween([low, typical, high]: Range, random: () => number): number {
  if (low === high) return typical;
  const draw = random() * 2;
  return draw < 1 ? low + (typical - low) * draw : typical + (high - typical) * (draw - 1);
}

/**
 * Draws one sample: how much burdens count against needs, a weight for each criterion, uniform in its range, and a worth for each cell, half the samples
 * uniform below the typical value and half above, so that the typical value is the median.
 */
function drawSample(
  model: Model,
  random: () => number,
  weights: Float64Array,
  scores: Float64Array,
  fixed: boolean,
): void {
  scores.fill(0);
  const factor = fixed ? 1 : drawBetween(model.burdenFactor, random) / 100;
  let cell = 0;
  for (let criterion = 0; criterion < weights.length; criterion++) {
    if (!fixed) {
      const span = model.weightSpan[criterion] as number;
      weights[criterion] =
        (model.weightLow[criterion] as number) + (span === 0 ? 0 : span * random());
      if (model.isBurden[criterion]) weights[criterion] = (weights[criterion] as number) * factor;
    }
    const weight = weights[criterion] as number;
    for (let variant = 0; variant < model.variants; variant++, cell++) {
      const low = model.low[cell] as number;
      const high = model.high[cell] as number;
      let value = model.typical[cell] as number;
      if (low !== high) {
        const draw = random() * 2;
        value = draw < 1 ? low + (value - low) * draw : value + (high - value) * (draw - 1);
      }
      scores[variant] = (scores[variant] as number) + weight * value;
    }
  }
}

/** Adds one sample's ranking to the counts; equal scores share the places they take. */
function countRanks(scores: Float64Array, counts: Float64Array): void {
  const size = scores.length;
  for (let one = 0; one < size; one++) {
    const score = scores[one] as number;
    let above = 0;
    let equal = 0;
    for (let other = 0; other < size; other++) {
      const rival = scores[other] as number;
      if (rival > score) above++;
      else if (rival === score) equal++;
    }
    for (let place = above; place < above + equal; place++) {
      const at = one * size + place;
      counts[at] = (counts[at] as number) + 1 / equal;
    }
  }
}

function bestByOption(scores: Float64Array, optionOf: Int32Array, best: Float64Array): void {
  best.fill(Number.NEGATIVE_INFINITY);
  for (let variant = 0; variant < scores.length; variant++) {
    const option = optionOf[variant] as number;
    if ((scores[variant] as number) > (best[option] as number))
      best[option] = scores[variant] as number;
  }
}

function sharesOf(ids: readonly string[], counts: Float64Array, samples: number): RankShares[] {
  return ids.map((id, index) => ({
    id,
    ranks: Array.from(
      counts.subarray(index * ids.length, (index + 1) * ids.length),
      (count) => count / samples,
    ),
  }));
}

function prepare(evaluation: Evaluation) {
  const { criteria, variants } = criteriaOf(evaluation);
  const options = evaluation.options
    .filter(({ ruledOut }) => !ruledOut)
    .map(({ option }) => option);
  return {
    model: flatten(criteria, variants.length, evaluation.burdenFactor),
    variants: variants.map(({ variant }) => variant),
    options,
    optionOf: Int32Array.from(variants, ({ option }) => options.indexOf(option)),
  };
}

/**
 * Rank acceptability: in which share of samples each option, and each variant, takes each place when importances and
 * findings vary within their ranges. Stochastic multicriteria acceptability analysis, SMAA-2 (Lahdelma & Salminen
 * 2001). The ranges of two importances touch and never overlap, so every sample keeps the stated order of importance.
 * The standard error of a share p is √(p(1−p)/samples): at most 0.005 for 10,000 samples.
 */
export function rankAcceptability(
  evaluation: Evaluation,
  samples = acceptabilitySamples,
  seed = acceptabilitySeed,
): Acceptability {
  const { model, variants, options, optionOf } = prepare(evaluation);
  const random = createRandom(seed);
  const weights = new Float64Array(model.criteria.length);
  const scores = new Float64Array(variants.length);
  const best = new Float64Array(options.length);
  const optionCounts = new Float64Array(options.length ** 2);
  const variantCounts = new Float64Array(variants.length ** 2);
  for (let sample = 0; sample < samples; sample++) {
    drawSample(model, random, weights, scores, false);
    countRanks(scores, variantCounts);
    bestByOption(scores, optionOf, best);
    countRanks(best, optionCounts);
  }
  return {
    samples,
    seed,
    options: sharesOf(options, optionCounts, samples),
    variants: sharesOf(variants, variantCounts, samples),
  };
}

/**
 * What one would have to care about for each option to win, and how surely it then would: central weight vector and
 * confidence factor of SMAA. An option that wins no sample has none.
 */
export function centralWeights(
  evaluation: Evaluation,
  samples = acceptabilitySamples,
  seed = acceptabilitySeed,
): CentralWeights[] {
  const { model, options, optionOf, variants } = prepare(evaluation);
  const random = createRandom(seed);
  const size = model.criteria.length;
  const weights = new Float64Array(size);
  const scores = new Float64Array(variants.length);
  const best = new Float64Array(options.length);
  const sums = options.map(() => new Float64Array(size));
  const wins = new Float64Array(options.length);
  const overall = new Float64Array(size);
  for (let sample = 0; sample < samples; sample++) {
    drawSample(model, random, weights, scores, false);
    bestByOption(scores, optionOf, best);
    const winner = best.indexOf(Math.max(...best));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const sum = sums[winner];
    if (!sum || total === 0) continue;
    wins[winner] = (wins[winner] as number) + 1;
    for (let index = 0; index < size; index++) {
      const part = (weights[index] as number) / total;
      sum[index] = (sum[index] as number) + part;
      overall[index] = (overall[index] as number) + part;
    }
  }
  const counted = wins.reduce((sum, each) => sum + each, 0);
  const byId = (values: Float64Array, divisor: number) =>
    Object.fromEntries(model.criteria.map(({ id }, at) => [id, (values[at] ?? 0) / divisor]));
  return options.flatMap((option, index) => {
    const count = wins[index] ?? 0;
    const sum = sums[index];
    if (count === 0 || !sum) return [];
    const central = sum.map((each) => each / count);
    const held = central.slice();
    const again = createRandom(seed);
    let won = 0;
    for (let sample = 0; sample < samples; sample++) {
      drawSample(model, again, held, scores, true);
      bestByOption(scores, optionOf, best);
      if (best.indexOf(Math.max(...best)) === index) won++;
    }
    return [
      {
        option,
        weights: byId(central, 1),
        usual: byId(overall, counted),
        confidence: won / samples,
      },
    ];
  });
}

export interface Verdict {
  readonly word: VerdictWord;
  /** The option in first place; with "close", all that share the doubt, the first place first; empty when none is possible. */
  readonly leaders: readonly string[];
  /** The share of samples in which the first of them leads, 0 to 1. */
  readonly share: number;
}

/**
 * Puts the acceptability into a word. Leaders of a close call are the options that come first in at least a fifth of the
 * samples, with the first place always among them.
 */
export function decideVerdict(
  evaluation: Evaluation,
  acceptability: Acceptability,
  thresholds: { readonly clear: number; readonly leaning: number },
): Verdict {
  const first = evaluation.options[0];
  if (!first || first.ruledOut) return { word: "impossible", leaders: [], share: 0 };
  const shareOf = (option: string) =>
    acceptability.options.find(({ id }) => id === option)?.ranks[0] ?? 0;
  const share = shareOf(first.option);
  if (share * 100 >= thresholds.clear) return { word: "clear", leaders: [first.option], share };
  if (share * 100 >= thresholds.leaning) return { word: "leaning", leaders: [first.option], share };
  const rivals = acceptability.options
    .filter(({ id, ranks }) => id !== first.option && (ranks[0] ?? 0) >= 0.2)
    .sort((a, b) => (b.ranks[0] ?? 0) - (a.ranks[0] ?? 0))
    .map(({ id }) => id);
  return { word: "close", leaders: [first.option, ...rivals], share };
}
