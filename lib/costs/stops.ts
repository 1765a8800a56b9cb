import type { NumberField } from "./inputs";

const mantissas = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

/** Round values for a slider, evenly spread on a logarithmic scale; percentages go in steps of five. */
export function stopsOf({ min, max, whole, unit }: NumberField): number[] {
  if (unit === "%")
    return Array.from({ length: 21 }, (_, index) => min + ((max - min) / 20) * index);
  const stops = new Set<number>([min]);
  for (let power = 1; power <= max; power *= 10) {
    for (const mantissa of mantissas) {
      const value = mantissa * power;
      if (value >= min && value <= max && (!whole || Number.isInteger(value))) stops.add(value);
    }
  }
  stops.add(max);
  return [...stops].sort((a, b) => a - b);
}

/** The place of the stop nearest to a value, by ratio. */
export function nearestStop(stops: readonly number[], value: number): number {
  const distance = (stop: number) => Math.abs(Math.log1p(stop) - Math.log1p(value));
  return stops.reduce(
    (best, stop, index) => (distance(stop) < distance(stops[best] ?? 0) ? index : best),
    0,
  );
}
