import { inDigits } from "@/lib/text/words";

/** Two significant digits: more would claim a precision that no measurement has. “7”, “0.63”, “1,200”, “under 0.01”. */
export function figure(value: number): string {
  if (value > 0 && value < 0.01) return "under 0.01";
  return inDigits(value < 0.1 ? value : Number(value.toPrecision(2)));
}

/** What one displayed unit holds of the model's units. */
export interface Unit {
  readonly per: number;
  readonly name: string;
  readonly singular: string;
}

export const cores: Unit = { per: 1000, name: "cores", singular: "core" };
export const gibibytes: Unit = { per: 1024, name: "GiB", singular: "GiB" };
export const milliseconds: Unit = { per: 1, name: "ms", singular: "ms" };
export const money: Unit = { per: 1, name: "a month", singular: "a month" };

/** “7 cores”, “1 core”, “0.63 GiB”. */
export function withUnit(value: number, unit: Unit): string {
  const text = figure(value / unit.per);
  return `${text} ${text === "1" ? unit.singular : unit.name}`;
}

/** “3.3 to 14”, or “10” when both ends read the same. */
export function spread(low: number, high: number, unit: Unit): string {
  const [from, to] = [figure(low / unit.per), figure(high / unit.per)];
  return from === to ? from : `${from} to ${to}`;
}
