import { z } from "zod";
import {
  clusterWide,
  duration,
  hostname,
  kind,
  label,
  matchLabels,
  namespaced,
  port,
  subdomain,
} from "./shapes";

const parent = z.strictObject({
  group: z.enum(["", "policy.linkerd.io"]).optional(),
  kind: z.enum(["Service", "EgressNetwork"]).optional(),
  name: label,
  namespace: label.optional(),
  port: port.optional(),
});
const backend = z.strictObject({
  group: z.literal("policy.linkerd.io").optional(),
  kind: z.literal("EgressNetwork").optional(),
  name: label,
  port,
  weight: z.int().min(0).max(1_000_000).optional(),
});
const match = z.strictObject({
  method: z.enum(["GET", "HEAD"]).optional(),
  headers: z
    .array(z.strictObject({ type: z.literal("Exact"), name: z.string(), value: z.string() }))
    .min(1)
    .optional(),
});

export const gatewayApiSchemas = [
  kind("gateway.networking.k8s.io/v1", "GatewayClass", clusterWide, {
    spec: z.strictObject({
      controllerName: z.string().regex(/^[a-z0-9.-]+\/[a-z0-9./-]+$/),
      parametersRef: z.strictObject({
        group: subdomain,
        kind: z.literal("EnvoyProxy"),
        name: label,
        namespace: label,
      }),
    }),
  }),
  kind("gateway.networking.k8s.io/v1", "Gateway", namespaced, {
    spec: z.strictObject({
      gatewayClassName: z.enum(["istio", "istio-waypoint", "istio-east-west", "consul", "public"]),
      listeners: z
        .array(
          z.strictObject({
            name: label,
            hostname: hostname.optional(),
            port,
            protocol: z.enum(["HTTPS", "HBONE"]),
            tls: z
              .strictObject({
                mode: z.literal("Terminate"),
                certificateRefs: z
                  .array(z.strictObject({ kind: z.literal("Secret"), name: label }))
                  .min(1)
                  .optional(),
                options: z.record(z.string(), z.string()).optional(),
              })
              .optional(),
            allowedRoutes: z
              .strictObject({
                namespaces: z.strictObject({
                  from: z.enum(["Same", "Selector"]),
                  selector: matchLabels.optional(),
                }),
              })
              .optional(),
          }),
        )
        .min(1),
    }),
  }),
  kind("gateway.networking.k8s.io/v1", "HTTPRoute", namespaced, {
    spec: z.strictObject({
      parentRefs: z.array(parent).length(1),
      hostnames: z.array(hostname).min(1).optional(),
      rules: z
        .array(
          z.strictObject({
            matches: z.array(match).min(1).optional(),
            backendRefs: z.array(backend).min(1),
            timeouts: z.strictObject({ request: duration }).optional(),
          }),
        )
        .min(1),
    }),
  }),
  kind("gateway.networking.k8s.io/v1", "TLSRoute", namespaced, {
    spec: z.strictObject({
      parentRefs: z.array(parent).length(1),
      hostnames: z.array(hostname).min(1),
      rules: z.array(z.strictObject({ backendRefs: z.array(backend).min(1) })).length(1),
    }),
  }),
] as const;
