/** What the mesh has to carry, in the model's own terms. All counts are sums over all clusters. */
export interface Load {
  /** Meshed pods, at least 1. */
  readonly pods: number;
  /** Nodes that run them, at least 1. */
  readonly nodes: number;
  /** Independent clusters, at least 1. */
  readonly clusters: number;
  /** Calls from one service to another, per second, at peak. */
  readonly callsPerSecond: number;
  /** Calls one after another on the slowest path of a request; calls made in parallel count once. */
  readonly hops: number;
  /** Share of calls that needs layer 7, 0 to 1. */
  readonly layer7: number;
  /** Waypoint replicas; none are deployed when layer7 is 0. */
  readonly waypoints: number;
  /** Control-plane replicas in each cluster, where they differ from the profile's. */
  readonly replicas?: number | undefined;
  /** Whether every call opens a connection of its own. */
  readonly newConnections: boolean;
}

/** Calls inside the mesh: each request from outside is one, and causes `callsPerRequest` more. Per second. */
export function internalCalls(requestsPerSecond: number, callsPerRequest: number): number {
  return requestsPerSecond * (1 + callsPerRequest);
}

/** Requests per second through one sidecar: a call passes two, and is spread evenly over all pods. */
export function ratePerProxy(load: Pick<Load, "pods" | "callsPerSecond">): number {
  return (2 * load.callsPerSecond) / load.pods;
}
