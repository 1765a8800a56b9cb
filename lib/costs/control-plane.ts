import { type Estimate, refuse } from "./estimate";
import type { Load } from "./load";
import type { SizingControlPlane, SizingModel, SizingParameter, SizingProfile } from "./model";

export type ControlPlaneEstimate =
  | {
      readonly kind: "estimated";
      readonly name: string;
      /** In each cluster. */
      readonly replicas: number;
      /** MiB */
      readonly memory: Estimate;
      /** mCPU while nothing changes. */
      readonly cpuQuiet: Estimate;
      /** mCPU on top, while pods or configuration change. */
      readonly cpuRollout: Estimate;
    }
  | { readonly kind: "refused"; readonly refused: string };

function scaled(parameter: SizingParameter, factor: number): Estimate {
  if (!("low" in parameter)) return refuse(parameter.refused);
  const { low, high, confidence } = parameter;
  if ("refused" in parameter) {
    const { refused } = parameter;
    return { kind: "bounds", low: low * factor, high: high * factor, confidence, refused };
  }
  const typical = parameter.typical * factor;
  return {
    kind: "measured",
    low: low * factor,
    typical,
    high: high * factor,
    confidence,
    beyond: [],
  };
}

function sum(base: Estimate, growth: Estimate): Estimate {
  // Vendor advice already includes growth, which nobody measured.
  if (base.kind === "bounds" && growth.kind === "refused") return base;
  if (base.kind !== "measured" || growth.kind === "refused") return refuse(reasonOf(growth, base));
  const confidence = base.confidence === "low" ? base.confidence : growth.confidence;
  const low = base.low + growth.low;
  const high = base.high + growth.high;
  return growth.kind === "bounds"
    ? { kind: "bounds", low, high, confidence, refused: growth.refused }
    : {
        kind: "measured",
        low,
        typical: base.typical + growth.typical,
        high,
        confidence,
        beyond: [],
      };
}

function reasonOf(...estimates: readonly Estimate[]): string {
  for (const estimate of estimates) if (estimate.kind !== "measured") return estimate.refused;
  throw new RangeError("nothing was refused");
}

/**
 * Memory of a control plane in MiB: clusters × replicas × (base + growth × pods of a cluster / 1000).
 * It leans to the upper side: replicas share the proxies between them.
 */
export function controlMemory(
  control: SizingControlPlane,
  size: { readonly pods: number; readonly clusters: number; readonly replicas: number },
): Estimate {
  return sum(
    scaled(control.memoryBase, size.clusters * size.replicas),
    scaled(control.memoryGrowth, (size.replicas * size.pods) / 1000),
  );
}

/** CPU is clusters × replicas × base while quiet; a rollout adds growth × pods / 1000. */
export function estimateControlPlane(
  control: SizingProfile["controlPlane"],
  load: Load,
  validity: SizingModel["validity"],
): ControlPlaneEstimate {
  if (!("name" in control)) return { kind: "refused", refused: control.refused };
  const replicas = load.replicas ?? control.replicas;
  const tooLarge = load.pods / load.clusters > validity.podsPerControlPlane;
  return {
    kind: "estimated",
    name: control.name,
    replicas,
    memory: tooLarge
      ? refuse("large-control")
      : controlMemory(control, { pods: load.pods, clusters: load.clusters, replicas }),
    cpuQuiet: scaled(control.cpuBase, load.clusters * replicas),
    cpuRollout: tooLarge ? refuse("large-control") : scaled(control.cpuRollout, load.pods / 1000),
  };
}
