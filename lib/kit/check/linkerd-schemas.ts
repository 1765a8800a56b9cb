import { z } from "zod";
import { cidr, duration, kind, label, namespaced, port, selector } from "./shapes";

const policyGroup = z.literal("policy.linkerd.io");

const server = kind("policy.linkerd.io/v1beta3", "Server", namespaced, {
  spec: z.strictObject({
    podSelector: selector,
    port: z.union([port, label]),
    proxyProtocol: z.enum(["unknown", "HTTP/1", "HTTP/2", "gRPC", "opaque", "TLS"]),
    accessPolicy: z
      .enum([
        "audit",
        "deny",
        "all-authenticated",
        "all-unauthenticated",
        "cluster-authenticated",
        "cluster-unauthenticated",
      ])
      .optional(),
  }),
});

const authorizationPolicy = kind("policy.linkerd.io/v1alpha1", "AuthorizationPolicy", namespaced, {
  spec: z.strictObject({
    targetRef: z.strictObject({
      group: policyGroup,
      kind: z.enum(["Server", "HTTPRoute"]),
      name: label,
    }),
    requiredAuthenticationRefs: z
      .array(
        z.strictObject({
          group: policyGroup,
          kind: z.enum(["MeshTLSAuthentication", "NetworkAuthentication"]),
          name: label,
        }),
      )
      .min(1),
  }),
});

const meshTls = kind("policy.linkerd.io/v1alpha1", "MeshTLSAuthentication", namespaced, {
  spec: z.strictObject({
    identities: z
      .array(z.string().regex(/^(\*|[a-z0-9.-]+)(\.[a-z0-9-]+)+$/, "is no identity"))
      .min(1)
      .optional(),
    identityRefs: z
      .array(z.strictObject({ kind: z.literal("ServiceAccount"), name: label }))
      .min(1)
      .optional(),
  }),
});

const network = kind("policy.linkerd.io/v1alpha1", "NetworkAuthentication", namespaced, {
  spec: z.strictObject({ networks: z.array(z.strictObject({ cidr })).min(1) }),
});

const httpRoute = kind("policy.linkerd.io/v1beta3", "HTTPRoute", namespaced, {
  spec: z.strictObject({
    parentRefs: z
      .array(z.strictObject({ group: policyGroup, kind: z.literal("Server"), name: label }))
      .length(1),
    rules: z
      .array(
        z.strictObject({
          matches: z
            .array(
              z.strictObject({
                method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"]).optional(),
                path: z.strictObject({
                  type: z.enum(["Exact", "PathPrefix"]),
                  value: z.string().startsWith("/"),
                }),
              }),
            )
            .min(1),
        }),
      )
      .min(1),
  }),
});

const egressNetwork = kind("policy.linkerd.io/v1alpha1", "EgressNetwork", namespaced, {
  spec: z.strictObject({ trafficPolicy: z.enum(["Allow", "Deny"]) }),
});

const serviceProfile = kind("linkerd.io/v1alpha2", "ServiceProfile", namespaced, {
  spec: z.strictObject({
    routes: z
      .array(
        z.strictObject({
          name: z.string().min(1),
          condition: z.strictObject({ method: z.string(), pathRegex: z.string().startsWith("/") }),
          isRetryable: z.boolean(),
          timeout: duration,
        }),
      )
      .min(1),
    retryBudget: z.strictObject({
      retryRatio: z.number().min(0).max(1),
      minRetriesPerSecond: z.int().min(0),
      ttl: duration,
    }),
  }),
});

const externalWorkload = kind("workload.linkerd.io/v1beta1", "ExternalWorkload", namespaced, {
  spec: z.strictObject({
    meshTLS: z.strictObject({
      identity: z.string().startsWith("spiffe://"),
      serverName: z.string(),
    }),
    workloadIPs: z.array(z.strictObject({ ip: z.union([z.ipv4(), z.ipv6()]) })).length(1),
    ports: z.array(z.strictObject({ name: label, port, protocol: z.literal("TCP") })).min(1),
  }),
});

export type Server = z.infer<typeof server>;
export type AuthorizationPolicy = z.infer<typeof authorizationPolicy>;
export type MeshTLSAuthentication = z.infer<typeof meshTls>;
export type NetworkAuthentication = z.infer<typeof network>;
export type HTTPRoute = z.infer<typeof httpRoute>;
export type EgressNetwork = z.infer<typeof egressNetwork>;
export type ServiceProfile = z.infer<typeof serviceProfile>;
export type ExternalWorkload = z.infer<typeof externalWorkload>;

export const linkerdSchemas = [
  server,
  authorizationPolicy,
  meshTls,
  network,
  httpRoute,
  egressNetwork,
  serviceProfile,
  externalWorkload,
] as const;

/** Annotations of Linkerd that a Namespace, Service or route may carry, and what they may say. */
export const linkerdAnnotations: Readonly<Record<string, z.ZodType>> = {
  "linkerd.io/inject": z.enum(["enabled", "ingress", "disabled"]),
  "config.linkerd.io/default-inbound-policy": z.enum([
    "all-unauthenticated",
    "all-authenticated",
    "cluster-unauthenticated",
    "cluster-authenticated",
    "audit",
    "deny",
  ]),
  "config.linkerd.io/access-log": z.enum(["apache", "json"]),
  "config.linkerd.io/skip-inbound-ports": z.string().regex(/^\d+(,\d+)*$/),
  "retry.linkerd.io/http": z
    .string()
    .regex(/^(gateway-error|5xx|\d{3}(-\d{3})?)(,(gateway-error|5xx|\d{3}(-\d{3})?))*$/),
  "retry.linkerd.io/limit": z.string().regex(/^\d+$/),
  "retry.linkerd.io/timeout": duration,
  "balancer.linkerd.io/failure-accrual": z.literal("consecutive"),
  "balancer.linkerd.io/failure-accrual-consecutive-max-failures": z.string().regex(/^[1-9]\d*$/),
  "balancer.linkerd.io/failure-accrual-consecutive-min-penalty": duration,
  "balancer.linkerd.io/failure-accrual-consecutive-max-penalty": duration,
};
