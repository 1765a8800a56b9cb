import { createRandom } from "@/lib/engine/random";
import type { Evaluation } from "@/lib/engine/types";

/** Indices stay within the array by construction. */
function read(numbers: Float64Array, index: number): number {
  return numbers[index] as number;
}

/** As many random numbers as the engine keeps, drawn once, so that the loop does not pay for drawing either. */
const kept = 1 << 16;

/**
 * The bare arithmetic of rank acceptability, written by hand over typed arrays for one evaluation: the yardstick the engine
 * is measured against. It counts first places only, knows no ties, options or reasons.
 */
export function prepareBareLoop(
  evaluation: Evaluation,
  seed: number,
): (samples: number) => Float64Array {
  const variants = evaluation.variants.filter(({ exclusions }) => exclusions.length === 0);
  const rows = [
    ...evaluation.needs.map(({ weight }, index) => ({
      weight,
      values: variants.map(({ contributions }) => contributions[index]?.value ?? [0, 0, 0]),
    })),
    ...evaluation.burdens.map(({ weight }, index) => ({
      weight,
      values: variants.map(({ burdens }) => {
        const [low, typical, high] = burdens[index]?.cost ?? [0, 0, 0];
        return [100 - high, 100 - typical, 100 - low];
      }),
    })),
  ];
  const width = variants.length;
  const numbers = new Float64Array(rows.length * (2 + 3 * width));
  rows.forEach(({ weight, values }, row) => {
    const at = row * (2 + 3 * width);
    numbers[at] = weight[0];
    numbers[at + 1] = weight[2] - weight[0];
    for (const [variant, value] of values.entries()) numbers.set(value, at + 2 + 3 * variant);
  });
  const [factorLow, factorTypical, factorHigh] = evaluation.burdenFactor;
  const firstBurden = evaluation.needs.length * (2 + 3 * width);
  const uniform = Float64Array.from({ length: kept }, createRandom(seed));
  let next = 0;
  const random = () => {
    next = (next + 1) & (kept - 1);
    return read(uniform, next);
  };
  return (samples) => {
    const scores = new Float64Array(width);
    const wins = new Float64Array(width);
    for (let sample = 0; sample < samples; sample++) {
      scores.fill(0);
      const draw = random() * 2;
      const factor =
        (draw < 1
          ? factorLow + (factorTypical - factorLow) * draw
          : factorTypical + (factorHigh - factorTypical) * (draw - 1)) / 100;
      for (let at = 0; at < numbers.length; ) {
        const weight =
          (read(numbers, at) + read(numbers, at + 1) * random()) * (at < firstBurden ? 1 : factor);
        at += 2;
        for (let variant = 0; variant < width; variant++, at += 3) {
          const low = read(numbers, at);
          const high = read(numbers, at + 2);
          let value = read(numbers, at + 1);
          if (low !== high) {
            const draw = random() * 2;
            value = draw < 1 ? low + (value - low) * draw : value + (high - value) * (draw - 1);
          }
          scores[variant] = read(scores, variant) + weight * value;
        }
      }
      let best = 0;
      for (let variant = 1; variant < width; variant++)
        if (read(scores, variant) > read(scores, best)) best = variant;
      wins[best] = read(wins, best) + 1;
    }
    return wins;
  };
}
