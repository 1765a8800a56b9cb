import type { Span } from "./span";
import type { Confidence } from "./types";

/** In what the load goes beyond what was measured. */
export type Beyond = "pods" | "nodes" | "rate";

/**
 * One output of the model: CPU in mCPU, memory in MiB, time in ms.
 * measured: low ≤ typical ≤ high; bounds: nothing typical is known; refused: the measurements support no figure.
 */
export type Estimate =
  | (Span & {
      readonly kind: "measured";
      readonly confidence: Confidence;
      readonly beyond: readonly Beyond[];
      /** The refusal that names what this figure leaves out or assumes. */
      readonly uncounted?: string;
    })
  | {
      readonly kind: "bounds";
      readonly low: number;
      readonly high: number;
      readonly confidence: Confidence;
      /** The refusal that says why there is no typical value. */
      readonly refused: string;
    }
  | { readonly kind: "refused"; readonly refused: string };

export type MeasuredEstimate = Extract<Estimate, { kind: "measured" }>;

export function refuse(refused: string): Estimate {
  return { kind: "refused", refused };
}

/** The sum, as far as it can be known: one refusal refuses it, one pair of bounds makes it bounds. */
export function addEstimates(a: Estimate, b: Estimate): Estimate {
  if (a.kind === "refused") return a;
  if (b.kind === "refused") return b;
  const confidence = a.confidence === "low" ? a.confidence : b.confidence;
  const low = a.low + b.low;
  const high = a.high + b.high;
  if (a.kind === "bounds") return { kind: "bounds", low, high, confidence, refused: a.refused };
  if (b.kind === "bounds") return { kind: "bounds", low, high, confidence, refused: b.refused };
  const uncounted = a.uncounted ?? b.uncounted;
  return {
    kind: "measured",
    low,
    typical: a.typical + b.typical,
    high,
    confidence,
    beyond: [...new Set([...a.beyond, ...b.beyond])],
    ...(uncounted === undefined ? {} : { uncounted }),
  };
}
