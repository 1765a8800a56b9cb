import { present } from "@/lib/kit/asks";
import type * as consul from "@/lib/kit/check/consul-schemas";
import type { Context } from "@/lib/kit/context";
import type { Ask } from "@/lib/kit/types";
import { issuerOf, jwksOf } from "./public-gateway";
import { canaryHeader, canaryShare, requestTimeout } from "./routes";

/** What the answers make of Consul's configuration entries, on Kubernetes and elsewhere alike. */
export interface ConsulPlan {
  readonly enterprise: boolean;
  readonly version: string;
  readonly canary: Ask | undefined;
  readonly headers: Ask | undefined;
  readonly retries: Ask | undefined;
  readonly timeouts: Ask | undefined;
  readonly breaking: Ask | undefined;
  readonly rules: Ask | undefined;
  readonly jwt: Ask | undefined;
  readonly egress: Ask | undefined;
  readonly localRates: Ask | undefined;
  readonly clusters: readonly Ask[];
}

export function consulPlan({ variant, asks }: Context): ConsulPlan {
  const enterprise = variant === "consul-enterprise";
  return {
    enterprise,
    version: enterprise ? "Consul Enterprise 2.1" : "Consul 2.1",
    canary: asks.of("routing", "canary"),
    headers: asks.of("routing", "headers"),
    retries: asks.of("resilience", "retries"),
    timeouts: asks.of("resilience", "timeouts"),
    breaking: asks.of("resilience", "breaking"),
    rules: asks.of("policy", "l7"),
    jwt: asks.of("requests", "jwt"),
    egress: asks.of("requests", "egress"),
    localRates: asks.of("balancing", "rate-local"),
    clusters: asks.any("multicluster", "calls", "failover", "independent", "discovery"),
  };
}

/** The name under which the outside host is known in the mesh. */
export const outsideName = "outside";
export const tokenProvider = "users";
export const serviceTokenProvider = "users-of-service";

export function proxyDefaults(
  { asks }: Context,
  mode: "strict" | undefined,
): consul.ProxyDefaultsSpec {
  return {
    ...(mode ? { mutualTLSMode: mode } : {}),
    accessLogs: {
      enabled: true,
      disableListenerLogs: asks.of("telemetry", "logs") === undefined,
    },
  };
}

export function meshSpec(
  plan: ConsulPlan,
  stage: "permissive" | "strict" | "closed",
): consul.MeshSpec {
  return {
    allowEnablingPermissiveMutualTLS: stage === "permissive",
    tls: { incoming: { tlsMinVersion: "TLSv1_2" }, outgoing: { tlsMinVersion: "TLSv1_2" } },
    ...(stage === "closed" ? { transparentProxy: { meshDestinationsOnly: true } } : {}),
    ...(plan.clusters.length > 0 ? { peering: { peerThroughMeshGateways: true } } : {}),
  };
}

/** Both services speak HTTP; limits towards the called service stand with the caller. */
export function serviceDefaults(
  { names }: Context,
  plan: ConsulPlan,
  service: string,
  mode: "permissive" | "strict" | undefined,
): consul.ServiceDefaultsSpec {
  const limited = plan.breaking && service === names.from;
  return {
    protocol: "http",
    ...(mode ? { mutualTLSMode: mode } : {}),
    ...(limited
      ? {
          upstreamConfig: {
            overrides: [
              {
                name: names.to,
                limits: { maxConnections: 100, maxPendingRequests: 50, maxConcurrentRequests: 200 },
                passiveHealthCheck: {
                  interval: "10s",
                  maxFailures: 5,
                  enforcingConsecutive5xx: 100,
                  maxEjectionPercent: 50,
                  baseEjectionTime: "30s",
                },
              },
            ],
          },
        }
      : {}),
    ...(plan.localRates && service === names.to
      ? { rateLimits: { instanceLevel: { requestsPerSecond: 200, requestsMaxBurst: 400 } } }
      : {}),
  };
}

export function resolver(): consul.ServiceResolverSpec {
  return {
    defaultSubset: "stable",
    subsets: {
      stable: { filter: 'Service.Meta.version != "canary"' },
      canary: { filter: 'Service.Meta.version == "canary"', onlyPassing: true },
    },
  };
}

export function splitter(): consul.ServiceSplitterSpec {
  return {
    splits: [
      { weight: 100 - canaryShare, serviceSubset: "stable" },
      { weight: canaryShare, serviceSubset: "canary" },
    ],
  };
}

export function router({ names }: Context, plan: ConsulPlan): consul.ServiceRouterSpec {
  const timeout = plan.timeouts ? { requestTimeout } : {};
  const retries = plan.retries ? { numRetries: 2, retryOnConnectFailure: true } : {};
  type Route = NonNullable<consul.ServiceRouterSpec["routes"]>[number];
  const route = (
    http: NonNullable<NonNullable<Route["match"]>["http"]>,
    subset: { serviceSubset?: string },
  ): Route[] => {
    const destination = { service: names.to, ...subset, ...timeout, ...retries };
    const all = { match: { http }, destination };
    if (!plan.retries) return [all];
    // An answer of 502 to 504 may come after the work was done: only reads are safe to repeat.
    return [
      {
        match: { http: { ...http, methods: ["GET", "HEAD"] } },
        destination: { ...destination, retryOnStatusCodes: [502, 503, 504] },
      },
      all,
    ];
  };
  return {
    routes: [
      ...(plan.canary && plan.headers
        ? route(
            { header: [{ name: canaryHeader.name, exact: canaryHeader.value }] },
            { serviceSubset: "canary" },
          )
        : []),
      ...route({ pathPrefix: "/" }, {}),
    ],
  };
}

export const routerAsks = (plan: ConsulPlan) => present(plan.retries, plan.timeouts, plan.headers);

/** Who may call the called service: one caller, by method and path or with a token where asked for. */
export function callerSource(
  { names }: Context,
  plan: ConsulPlan,
): Omit<consul.IntentionSource, "namespace"> {
  if (!plan.rules) return { name: names.from, action: "allow" };
  return {
    name: names.from,
    permissions: [{ action: "allow", http: { pathPrefix: "/api/", methods: ["GET", "POST"] } }],
  };
}

export function jwtProvider({ names }: Context, audience: string): consul.JWTProviderSpec {
  return {
    issuer: issuerOf(names),
    audiences: [audience],
    jsonWebKeySet: {
      remote: {
        uri: jwksOf(names),
        requestTimeoutMs: 1500,
        cacheDuration: "5m",
        fetchAsynchronously: true,
      },
    },
    locations: [{ header: { name: "Authorization", valuePrefix: "Bearer ", forward: true } }],
  };
}
