import type { IHTTPRoute } from "@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRoute";
import type { KitNames } from "@/lib/kit/names";
import { appPort, versionsOf } from "./workloads";

/** Where the share of the canary starts, in per cent. */
export const canaryShare = 10;
/** The header that sends a tester to the new version whatever the share. */
export const canaryHeader = { name: "x-canary", value: "always" } as const;
export const requestTimeout = "2s";

export interface RouteOptions {
  readonly split: boolean;
  readonly byHeader: boolean;
  readonly timeout: boolean;
  /** A route beside the one for all calls, for reads only: what may be done with them alone, such as retries. */
  readonly reads?: { readonly annotations: Readonly<Record<string, string>> };
}

/** An HTTPRoute for calls to the Service, in fields that Gateway API has had since 1.2. */
export function serviceRoute(names: KitNames, options: RouteOptions): IHTTPRoute {
  const { stable, canary } = versionsOf(names);
  const timeouts = options.timeout ? { timeouts: { request: requestTimeout } } : {};
  const backends = options.split
    ? [
        { name: stable, port: appPort, weight: 100 - canaryShare },
        { name: canary, port: appPort, weight: canaryShare },
      ]
    : [{ name: names.to, port: appPort }];
  const method = options.reads ? { method: "GET" as const } : {};
  const tester = {
    matches: [{ ...method, headers: [{ type: "Exact" as const, ...canaryHeader }] }],
    backendRefs: [{ name: canary, port: appPort }],
    ...timeouts,
  };
  return {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "HTTPRoute",
    metadata: {
      name: options.reads ? `${names.to}-reads` : names.to,
      namespace: names.namespace,
      ...(options.reads ? { annotations: { ...options.reads.annotations } } : {}),
    },
    spec: {
      parentRefs: [{ group: "", kind: "Service", name: names.to, port: appPort }],
      rules: [
        ...(options.split && options.byHeader ? [tester] : []),
        { ...(options.reads ? { matches: [method] } : {}), backendRefs: backends, ...timeouts },
      ],
    },
  };
}
