import type { Estimate } from "./estimate";
import type { SizingModel } from "./model";
import type { Size } from "./size";

export type ComparedOutput = "cpu" | "memory" | "p50";

/** All that may be said of two profiles in one output. */
export type Comparison =
  /** The ranges do not touch. */
  | { readonly kind: "apart"; readonly less: string; readonly more: string }
  /** The ranges overlap, but every shared benchmark found the same one cheaper. */
  | {
      readonly kind: "shared";
      readonly less: string;
      readonly more: string;
      /** Smallest and largest of what the cheaper took, as a share of the other. */
      readonly low: number;
      readonly high: number;
      readonly sources: readonly string[];
    }
  /** The ranges overlap and shared benchmarks contradict each other. */
  | {
      readonly kind: "contradicted";
      /** What the first took, as a share of the second. */
      readonly of: string;
      readonly to: string;
      readonly low: number;
      readonly high: number;
    }
  /** The ranges overlap and no benchmark measured both: not ranked. */
  | { readonly kind: "overlap" }
  /** One of them has no range. */
  | { readonly kind: "unmeasured" };

function estimateOf(size: Size, output: ComparedOutput): Estimate {
  return size[output];
}

/** The shared benchmarks that speak of this pair at this share of layer 7, as b's share of a. */
function sharedRatios(
  { ratios }: SizingModel,
  output: ComparedOutput,
  pair: { of: string; to: string },
  layer7: number,
) {
  const holds = ratios.find(
    (ratio) =>
      ratio.output === output &&
      ratio.of === pair.of &&
      ratio.to === pair.to &&
      (ratio.layer7 === undefined || layer7 === (ratio.layer7 === "none" ? 0 : 1)),
  );
  return holds?.values.filter(({ doubt }) => doubt === undefined) ?? [];
}

/**
 * Compares two profiles without claiming more than was measured: an order needs ranges that do not overlap, or
 * benchmarks that measured both and agree. A figure that leaves work out, such as kernel encryption, is never called
 * the cheaper one.
 */
export function compareSizes(
  model: SizingModel,
  a: Size,
  b: Size,
  output: ComparedOutput,
  layer7: number,
): Comparison {
  const [first, second] = [estimateOf(a, output), estimateOf(b, output)];
  if (first.kind !== "measured" || second.kind !== "measured") return { kind: "unmeasured" };
  for (const [less, more, lower, higher] of [
    [a, b, first, second],
    [b, a, second, first],
  ] as const) {
    if (lower.high >= higher.low) continue;
    if (lower.uncounted !== undefined) return { kind: "unmeasured" };
    return { kind: "apart", less: less.profile.id, more: more.profile.id };
  }
  for (const [of, to] of [
    [a, b],
    [b, a],
  ] as const) {
    const pair = { of: of.profile.id, to: to.profile.id };
    const values = sharedRatios(model, output, pair, layer7);
    if (values.length === 0) continue;
    const low = Math.min(...values.map((value) => value.low));
    const high = Math.max(...values.map((value) => value.high));
    const sources = values.map(({ source }) => source);
    if (high < 1) return { kind: "shared", less: pair.of, more: pair.to, low, high, sources };
    if (low > 1) {
      return {
        kind: "shared",
        less: pair.to,
        more: pair.of,
        low: 1 / high,
        high: 1 / low,
        sources,
      };
    }
    return { kind: "contradicted", ...pair, low, high };
  }
  return { kind: "overlap" };
}
