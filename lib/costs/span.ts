import type { Confidence } from "./types";

/** Lowest, typical and highest: the extremes of a handful of laboratories, not a confidence interval. */
export interface Span {
  readonly low: number;
  readonly typical: number;
  readonly high: number;
}

/** Computes with all the low values, all the typical and all the high ones. */
export function combine<T extends Record<string, Span>>(
  parts: T,
  formula: (values: { [Key in keyof T]: number }) => number,
): Span {
  const at = (pick: keyof Span) =>
    formula(
      Object.fromEntries(Object.entries(parts).map(([key, span]) => [key, span[pick]])) as {
        [Key in keyof T]: number;
      },
    );
  return { low: at("low"), typical: at("typical"), high: at("high") };
}

export function addSpans(...spans: readonly Span[]): Span {
  const sum = (pick: keyof Span) => spans.reduce((total, span) => total + span[pick], 0);
  return { low: sum("low"), typical: sum("typical"), high: sum("high") };
}

const order: readonly Confidence[] = ["low", "medium", "high"];

/** A chain of parameters is as sure as its weakest. */
export function leastConfident(parameters: readonly { confidence: Confidence }[]): Confidence {
  const weakest = Math.min(...parameters.map(({ confidence }) => order.indexOf(confidence)));
  return order[weakest] ?? "low";
}
