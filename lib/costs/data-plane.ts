import { type Beyond, type Estimate, refuse } from "./estimate";
import { type Load, ratePerProxy } from "./load";
import type { MeasuredParameter, SizingDataPlane, SizingModel } from "./model";
import { addSpans, combine, leastConfident, type Span } from "./span";

type Plane<Kind extends SizingDataPlane["kind"]> = Extract<SizingDataPlane, { kind: Kind }>;

/** Proxies that carry the same rate, in requests per second through each. */
export interface ProxyGroup {
  readonly count: number;
  readonly rate: number;
}

/**
 * CPU of sidecars in mCPU: Σ count × (idle + c1000 × (rate / 1000)^a).
 * Cost is concave in the rate (a = 0.8 or 0.9 by three independent sets), so an even spread gives the largest sum.
 */
export function sidecarCpu(plane: Plane<"sidecar">, groups: readonly ProxyGroup[]): Span {
  const proxies = groups.reduce((sum, { count }) => sum + count, 0);
  const work = groups.reduce(
    (sum, { count, rate }) => sum + count * (rate / 1000) ** plane.exponent,
    0,
  );
  return combine(
    { idle: plane.cpuIdle, at1000: plane.cpuAt1000 },
    ({ idle, at1000 }) => proxies * idle + at1000 * work,
  );
}

/** Memory of sidecars in MiB: pods × memory per pod. */
export function sidecarMemory(plane: Plane<"sidecar">, pods: number): Span {
  return combine({ memory: plane.memory }, ({ memory }) => pods * memory);
}

type AmbientLoad = Pick<Load, "nodes" | "callsPerSecond" | "layer7" | "waypoints"> &
  Partial<Pick<Load, "newConnections">>;

/** CPU of ztunnels in mCPU: nodes × idle + 2 × calls / 1000 × z. A call passes two of them. */
export function ztunnelCpu(plane: Plane<"ambient">, load: AmbientLoad): Span {
  const perThousand = load.newConnections ? plane.ztunnelCpuNewConnections : plane.ztunnelCpu;
  return combine(
    { idle: plane.ztunnelCpuIdle, perThousand },
    ({ idle, perThousand: z }) => load.nodes * idle + ((2 * load.callsPerSecond) / 1000) * z,
  );
}

/** CPU of waypoints in mCPU: share × calls / 1000 × wp + waypoints × idle. */
export function waypointCpu(plane: Plane<"ambient">, load: AmbientLoad): Span {
  return combine(
    { idle: plane.waypointCpuIdle, perThousand: plane.waypointCpu },
    ({ idle, perThousand }) =>
      ((load.layer7 * load.callsPerSecond) / 1000) * perThousand + deployed(load) * idle,
  );
}

/** Memory of ambient's node agents and waypoints in MiB: nodes × (ztunnel + CNI) + waypoints × waypoint. */
export function ambientMemory(plane: Plane<"ambient">, load: AmbientLoad): Span {
  return addSpans(
    ztunnelMemory(plane, load.nodes),
    combine({ cni: plane.cniMemory }, ({ cni }) => load.nodes * cni),
    combine({ waypoint: plane.waypointMemory }, ({ waypoint }) => deployed(load) * waypoint),
  );
}

export function ztunnelMemory(plane: Plane<"ambient">, nodes: number): Span {
  return combine({ ztunnel: plane.ztunnelMemory }, ({ ztunnel }) => nodes * ztunnel);
}

function deployed({ layer7, waypoints }: Pick<Load, "layer7" | "waypoints">): number {
  return layer7 > 0 ? waypoints : 0;
}

/** Memory of CNI agents in MiB: nodes × (agent + 10.5 KiB × pods of the cluster, and an Envoy if any call needs layer 7). */
function agentMemory(plane: Plane<"node-agent">, load: Load): Span {
  const agents = combine(
    { agent: plane.agentMemory, growth: plane.agentMemoryGrowth },
    ({ agent, growth }) => load.nodes * (agent + (growth / 1024) * (load.pods / load.clusters)),
  );
  if (!plane.envoyMemory || load.layer7 === 0) return agents;
  const envoys = combine({ envoy: plane.envoyMemory }, ({ envoy }) => load.nodes * envoy);
  return addSpans(agents, envoys);
}

/** CPU of CNI agents in mCPU: nodes × agent, and the Envoys' for each call that needs layer 7. */
function agentCpu(plane: Plane<"node-agent">, load: Load): Span {
  const agents = combine({ cpu: plane.agentCpu }, ({ cpu }) => load.nodes * cpu);
  if (!plane.envoyCpu || load.layer7 === 0) return agents;
  const routed = (load.layer7 * load.callsPerSecond) / 1000;
  return addSpans(
    agents,
    combine({ cpu: plane.envoyCpu }, ({ cpu }) => routed * cpu),
  );
}

export interface DataPlaneEstimate {
  /** mCPU */
  readonly cpu: Estimate;
  /** MiB */
  readonly memory: Estimate;
}

function measured(
  span: Span,
  parameters: readonly MeasuredParameter[],
  beyond: readonly Beyond[],
  uncounted?: string,
): Estimate {
  return {
    kind: "measured",
    ...span,
    confidence: leastConfident(parameters),
    beyond,
    ...(uncounted === undefined ? {} : { uncounted }),
  };
}

function pick<T>(...entries: readonly (readonly [when: boolean, value: T])[]): T[] {
  return entries.flatMap(([when, value]) => (when ? [value] : []));
}

/** CPU and memory of everything that stands in the path of calls. */
export function estimateDataPlane(
  plane: SizingDataPlane,
  load: Load,
  validity: SizingModel["validity"],
): DataPlaneEstimate {
  const manyPods = load.pods > validity.pods;
  const manyNodes = load.nodes > validity.nodes;
  switch (plane.kind) {
    case "sidecar": {
      const rate = ratePerProxy(load);
      const quiet = rate > 0 && rate < validity.rate.low;
      return {
        cpu:
          rate > validity.rate.high
            ? refuse("busy-proxy")
            : measured(
                sidecarCpu(plane, [{ count: load.pods, rate }]),
                [plane.cpuIdle, plane.cpuAt1000],
                pick<Beyond>([manyPods, "pods"], [quiet, "rate"]),
              ),
        memory: measured(
          sidecarMemory(plane, load.pods),
          [plane.memory],
          pick<Beyond>([manyPods, "pods"]),
        ),
      };
    }
    case "ambient": {
      const beyond = pick<Beyond>([manyNodes, "nodes"]);
      const routed = load.layer7 * load.callsPerSecond;
      const busy = routed > 0 && routed / load.waypoints > validity.rate.high;
      const withWaypoints = load.layer7 > 0;
      return {
        cpu: busy
          ? refuse("busy-proxy")
          : measured(
              addSpans(ztunnelCpu(plane, load), waypointCpu(plane, load)),
              withWaypoints ? [plane.ztunnelCpu, plane.waypointCpu] : [plane.ztunnelCpu],
              beyond,
            ),
        memory: measured(
          ambientMemory(plane, load),
          [plane.ztunnelMemory, plane.cniMemory],
          beyond,
        ),
      };
    }
    case "node-agent":
      return {
        cpu: measured(
          agentCpu(plane, load),
          plane.envoyCpu && load.layer7 > 0 ? [plane.agentCpu, plane.envoyCpu] : [plane.agentCpu],
          [],
          plane.uncounted,
        ),
        memory: measured(agentMemory(plane, load), [plane.agentMemory], []),
      };
    case "library":
      return {
        cpu: refuse(plane.cpu.refused),
        memory: measured(
          combine({ memory: plane.memory }, ({ memory }) => load.pods * memory),
          [plane.memory],
          [],
          plane.uncounted,
        ),
      };
  }
}
