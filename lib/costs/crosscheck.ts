import { controlMemory } from "./control-plane";
import {
  ambientMemory,
  sidecarCpu,
  sidecarMemory,
  waypointCpu,
  ztunnelCpu,
  ztunnelMemory,
} from "./data-plane";
import { addedMedian, addedTail } from "./latency";
import { profileOf, type SizingModel } from "./model";
import { addSpans, type Span } from "./span";
import type { Check } from "./types";

/** What the model says of a published set-up, beside what was measured there. */
export interface CheckResult {
  readonly check: Check;
  readonly predicted: Span;
  /** (predicted typical − measured) / measured, in per cent; undefined when nothing positive was measured. */
  readonly error: number | undefined;
  readonly inside: boolean;
  /** The same for the first fit, made before the measurement was used. */
  readonly firstError: number | undefined;
  readonly firstInside: boolean;
}

function predict(model: SizingModel, { profile: id, output, setup }: Check): Span {
  const profile = profileOf(model, id);
  const plane = profile.dataPlane;
  const proxies = setup.proxies ?? [];
  const path = { hops: setup.hops ?? 0, layer7: setup.layer7 ?? 0 };
  const ambient = {
    nodes: setup.nodes ?? 0,
    callsPerSecond: setup.calls ?? 0,
    layer7: setup.layer7 ?? 0,
    waypoints: 0,
  };
  if (output === "cpu" && plane.kind === "sidecar") return sidecarCpu(plane, proxies);
  if (output === "cpu" && plane.kind === "ambient") {
    return addSpans(ztunnelCpu(plane, ambient), waypointCpu(plane, ambient));
  }
  if (output === "memory" && plane.kind === "sidecar") {
    return sidecarMemory(
      plane,
      proxies.reduce((sum, { count }) => sum + count, 0),
    );
  }
  if (output === "memory" && plane.kind === "ambient") {
    return setup.part === "ztunnel"
      ? ztunnelMemory(plane, ambient.nodes)
      : ambientMemory(plane, ambient);
  }
  if (output === "p50") {
    const median = addedMedian(profile.latency, path);
    if (median.kind === "measured") return median;
  }
  if (output === "p99") {
    const tail = addedTail(profile.latency, path);
    if (tail.kind === "magnitude") return tail.to;
  }
  if (output === "control-memory" && "name" in profile.controlPlane) {
    const memory = controlMemory(profile.controlPlane, {
      pods: setup.pods ?? 0,
      clusters: 1,
      replicas: setup.replicas ?? 1,
    });
    if (memory.kind === "measured") return memory;
  }
  throw new RangeError(`the model cannot predict ${output} of ${id} in this set-up`);
}

function errorOf(span: Span, measured: number): number | undefined {
  return measured > 0 ? (100 * (span.typical - measured)) / measured : undefined;
}

function isInside(span: Span, measured: number): boolean {
  return span.low <= measured && measured <= span.high;
}

/** Runs the model on every published set-up that was held out of the first fit. */
export function runChecks(model: SizingModel, checks: readonly Check[]): CheckResult[] {
  return checks.map((check) => {
    const predicted = predict(model, check);
    return {
      check,
      predicted,
      error: errorOf(predicted, check.measured),
      inside: isInside(predicted, check.measured),
      firstError: errorOf(check.firstFit, check.measured),
      firstInside: isInside(check.firstFit, check.measured),
    };
  });
}

export interface CheckStatistics {
  readonly family: Check["family"] | "all";
  readonly checks: number;
  /** Out of sample: the first fit did not use these set-ups. */
  readonly firstInside: number;
  /** Median of the absolute errors, in per cent; undefined where families with different units meet. */
  readonly firstMedianError: number | undefined;
  /** In sample: the shipped parameters were recalibrated once with them. */
  readonly inside: number;
  readonly medianError: number | undefined;
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  const lower = sorted[Math.ceil(middle) - 1];
  return upper === undefined || lower === undefined ? undefined : (upper + lower) / 2;
}

function absolute(errors: readonly (number | undefined)[]): number[] {
  return errors.flatMap((error) => (error === undefined ? [] : [Math.abs(error)]));
}

/** How well the model predicts, by kind of output and over all. */
export function summariseChecks(results: readonly CheckResult[]): CheckStatistics[] {
  const families: CheckStatistics["family"][] = [
    ...new Set(results.map(({ check }) => check.family)),
    "all",
  ];
  return families.map((family) => {
    const own = results.filter(({ check }) => family === "all" || check.family === family);
    return {
      family,
      checks: own.length,
      firstInside: own.filter((each) => each.firstInside).length,
      firstMedianError: median(absolute(own.map((each) => each.firstError))),
      inside: own.filter((each) => each.inside).length,
      medianError: median(absolute(own.map((each) => each.error))),
    };
  });
}
