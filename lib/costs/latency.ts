import type { Estimate } from "./estimate";
import type { SizingProfile } from "./model";
import { combine, leastConfident, type Span } from "./span";

type Latency = SizingProfile["latency"];

/** The 99th percentile of a chain lies between two bounds; only its power of ten is worth showing. */
export interface TailEstimate {
  readonly kind: "magnitude";
  /** ms: for low, typical and high parameters, the smaller and the larger bound. */
  readonly from: Span;
  readonly to: Span;
  /** The powers of ten, in ms, of the smallest and the largest of them. */
  readonly decades: readonly [number, number];
}

export type Tail = TailEstimate | { readonly kind: "refused"; readonly refused: string };

interface Path {
  readonly hops: number;
  /** 0 to 1 */
  readonly layer7: number;
}

function perCall(latency: Latency, layer7: number, which: "p50" | "p99"): Span | undefined {
  const plain = latency[which];
  const through = latency.layer7?.[which];
  if (!("typical" in plain)) return undefined;
  if (!latency.layer7 || layer7 === 0) return plain;
  if (!through || !("typical" in through)) return undefined;
  return combine(
    { plain, through },
    (values) => (1 - layer7) * values.plain + layer7 * values.through,
  );
}

/** What the mesh adds to the median of a request, in ms: hops × p50 of a call, averaged over the calls that need layer 7. */
export function addedMedian(latency: Latency, { hops, layer7 }: Path): Estimate {
  const span = perCall(latency, layer7, "p50");
  if (!span) throw new RangeError("every profile has a median");
  const used = layer7 > 0 && latency.layer7 ? [latency.p50, latency.layer7.p50] : [latency.p50];
  return {
    kind: "measured",
    ...combine({ span }, (values) => hops * values.span),
    confidence: leastConfident(used),
    beyond: [],
    ...(latency.uncounted === undefined ? {} : { uncounted: latency.uncounted }),
  };
}

/**
 * What it adds to the 99th percentile, in ms: between max(hops × p50, √hops × p99) and max(hops × p50, hops × p99).
 * Tails of independent calls add less than in full, tails with a common cause add in full.
 */
export function addedTail(latency: Latency, path: Path): Tail {
  const p50 = perCall(latency, path.layer7, "p50");
  const p99 = perCall(latency, path.layer7, "p99");
  if (!p50 || !p99) {
    const reason = refusedTail(latency);
    return { kind: "refused", refused: reason };
  }
  const bound = (factor: number) =>
    combine({ p50, p99 }, (values) => Math.max(path.hops * values.p50, factor * values.p99));
  const from = bound(Math.sqrt(path.hops));
  const to = bound(path.hops);
  return { kind: "magnitude", from, to, decades: [decade(from.low), decade(to.high)] };
}

function refusedTail(latency: Latency): string {
  for (const tail of [latency.p99, latency.layer7?.p99]) {
    if (tail && "refused" in tail) return tail.refused;
  }
  throw new RangeError("nothing was refused");
}

/** The power of ten at or below. */
function decade(milliseconds: number): number {
  return 10 ** Math.floor(Math.log10(milliseconds) + 1e-9);
}
