import type { NumberField } from "./inputs";

const mantissas = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

/** Round values for a slider, evenly spread on a logarithmic scale; percentages go in steps of five. */
export function sliderValues({ min, max, whole, unit }: NumberField): number[] {
  if (unit === "%")
    return Array.from({ length: 21 }, (_, index) => min + ((max - min) / 20) * index);
  const values = new Set<number>([min]);
  for (let power = 1; power <= max; power *= 10) {
    for (const mantissa of mantissas) {
      const value = mantissa * power;
      if (value >= min && value <= max && (!whole || Number.isInteger(value))) values.add(value);
    }
  }
  values.add(max);
  return [...values].sort((a, b) => a - b);
}

/** The place of the value nearest to another, by ratio. */
export function nearestValue(values: readonly number[], value: number): number {
  const distance = (each: number) => Math.abs(Math.log1p(each) - Math.log1p(value));
  return values.reduce(
    (best, each, index) => (distance(each) < distance(values[best] ?? 0) ? index : best),
    0,
  );
}
