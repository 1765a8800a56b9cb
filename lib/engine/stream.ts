import { createRandom } from "./random";

/** Printed with every result, so that anyone can draw the same samples again. */
export const seed = 20261122;

const size = 1 << 16;
/** The most samples that one situation can be given. */
export const longest = 1 << 14;

interface Stream {
  /** Uniform in [0, 1). */
  readonly unit: Float64Array;
  /** The same numbers as a step below the median (−1 to 0) and a step above it (0 to 1). */
  readonly below: Float64Array;
  readonly above: Float64Array;
}

let kept: Stream | undefined;

/**
 * The numbers that all samples are drawn from, made once. Each weight and each finding reads its own stretch (`placeOf`),
 * so that another answer changes no other draw: common random numbers, without which a difference between two answer sets
 * would be noise.
 */
export function stream(): Stream {
  if (kept) return kept;
  const random = createRandom(seed);
  const round = Float64Array.from({ length: size }, random);
  const unit = new Float64Array(size + longest);
  unit.set(round);
  unit.set(round.subarray(0, longest), size);
  kept = {
    unit,
    below: unit.map((each) => Math.min(0, 2 * each - 1)),
    above: unit.map((each) => Math.max(0, 2 * each - 1)),
  };
  return kept;
}

/** Where a reader's stretch begins. The factor is odd, so that no two of the first 65,536 readers share a place. */
export function placeOf(reader: number, start: number): number {
  return (Math.imul(reader, 40503) + start) & (size - 1);
}
