import { z } from "zod";
import {
  duration,
  hostname,
  kind,
  label,
  matchLabels,
  namespaced,
  percent,
  port,
  url,
} from "./shapes";

const text = z.string().min(1);
const portNumber = z.strictObject({ number: port });
const destination = z.strictObject({ host: hostname, port: portNumber });
const share = z.strictObject({ value: z.number().min(0).max(100) });
const exact = z.strictObject({ exact: text });
const targetRefs = z
  .array(
    z.strictObject({
      group: z.enum(["", "gateway.networking.k8s.io", "networking.istio.io"]),
      kind: z.enum(["Service", "Gateway", "ServiceEntry"]),
      name: label,
    }),
  )
  .min(1)
  .max(16);
const target = { selector: matchLabels.optional(), targetRefs: targetRefs.optional() };
const provider = z
  .array(z.strictObject({ name: z.enum(["prometheus", "envoy", "otel"]) }))
  .length(1);
const principal = z
  .string()
  .regex(/^[a-z0-9.-]+\/ns\/[a-z0-9-]+\/sa\/[a-z0-9-]+$/, "is no principal");
const portText = z.string().regex(/^\d{1,5}$/);

export const istioSchemas = [
  kind("security.istio.io/v1", "PeerAuthentication", namespaced, {
    spec: z.strictObject({ mtls: z.strictObject({ mode: z.enum(["PERMISSIVE", "STRICT"]) }) }),
  }),
  kind("security.istio.io/v1", "AuthorizationPolicy", namespaced, {
    spec: z.strictObject({
      ...target,
      action: z.enum(["ALLOW", "DENY", "AUDIT"]).optional(),
      rules: z
        .array(
          z.strictObject({
            from: z
              .array(
                z.strictObject({
                  source: z.strictObject({
                    principals: z.array(principal).min(1).optional(),
                    requestPrincipals: z.array(text).min(1).optional(),
                    namespaces: z.array(label).min(1).optional(),
                  }),
                }),
              )
              .min(1),
            to: z
              .array(
                z.strictObject({
                  operation: z.strictObject({
                    methods: z
                      .array(z.enum(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"]))
                      .optional(),
                    paths: z.array(z.string().startsWith("/")).optional(),
                    ports: z.array(portText).optional(),
                  }),
                }),
              )
              .min(1)
              .optional(),
          }),
        )
        .min(1)
        .optional(),
    }),
  }),
  kind("security.istio.io/v1", "RequestAuthentication", namespaced, {
    spec: z.strictObject({
      ...target,
      jwtRules: z
        .array(
          z.strictObject({
            issuer: url,
            jwksUri: url,
            audiences: z.array(text).min(1),
            forwardOriginalToken: z.boolean(),
          }),
        )
        .min(1),
    }),
  }),
  kind("networking.istio.io/v1", "VirtualService", namespaced, {
    spec: z.strictObject({
      hosts: z.array(hostname).length(1),
      http: z
        .array(
          z.strictObject({
            name: label,
            match: z.array(z.strictObject({ headers: z.record(z.string(), exact) })).optional(),
            fault: z
              .strictObject({ delay: z.strictObject({ fixedDelay: duration, percentage: share }) })
              .optional(),
            route: z.array(z.strictObject({ destination, weight: percent.optional() })).min(1),
            mirrors: z.array(z.strictObject({ destination, percentage: share })).optional(),
            timeout: duration.optional(),
            retries: z
              .strictObject({
                attempts: z.int().min(0).max(5),
                perTryTimeout: duration,
                retryOn: text,
              })
              .optional(),
          }),
        )
        .min(1),
    }),
  }),
  kind("networking.istio.io/v1", "DestinationRule", namespaced, {
    spec: z.strictObject({
      host: hostname,
      trafficPolicy: z.strictObject({
        connectionPool: z
          .strictObject({
            tcp: z.strictObject({ maxConnections: z.int().min(1), connectTimeout: duration }),
            http: z.strictObject({
              http1MaxPendingRequests: z.int().min(1),
              http2MaxRequests: z.int().min(1),
              maxRequestsPerConnection: z.int().min(0),
            }),
          })
          .optional(),
        outlierDetection: z
          .strictObject({
            consecutive5xxErrors: z.int().min(1),
            interval: duration,
            baseEjectionTime: duration,
            maxEjectionPercent: percent,
          })
          .optional(),
        retryBudget: z.strictObject({ percent, minRetryConcurrency: z.int().min(0) }).optional(),
      }),
    }),
  }),
  kind("networking.istio.io/v1", "ServiceEntry", namespaced, {
    spec: z.strictObject({
      hosts: z.array(hostname).min(1),
      location: z.enum(["MESH_EXTERNAL", "MESH_INTERNAL"]),
      resolution: z.enum(["DNS", "STATIC", "NONE"]),
      ports: z
        .array(
          z.strictObject({ number: port, name: label, protocol: z.enum(["TLS", "HTTP", "TCP"]) }),
        )
        .min(1),
      exportTo: z.array(z.literal(".")).optional(),
    }),
  }),
  kind("networking.istio.io/v1", "Sidecar", namespaced, {
    spec: z.strictObject({
      egress: z
        .array(z.strictObject({ hosts: z.array(z.string().regex(/^[^/]+\/[^/]+$/)).min(1) }))
        .min(1),
      outboundTrafficPolicy: z.strictObject({ mode: z.enum(["REGISTRY_ONLY", "ALLOW_ANY"]) }),
    }),
  }),
  kind("networking.istio.io/v1", "WorkloadGroup", namespaced, {
    spec: z.strictObject({
      metadata: z.strictObject({ labels: z.record(z.string(), z.string()) }),
      template: z.strictObject({ serviceAccount: label, ports: z.record(label, port) }),
      probe: z.strictObject({
        initialDelaySeconds: z.int(),
        periodSeconds: z.int(),
        httpGet: z.strictObject({ path: z.string().startsWith("/"), port }),
      }),
    }),
  }),
  kind("networking.istio.io/v1", "Gateway", namespaced, {
    spec: z.strictObject({
      selector: z.record(z.string(), z.string()),
      servers: z
        .array(
          z.strictObject({
            port: z.strictObject({ number: port, name: label, protocol: z.literal("TLS") }),
            tls: z.strictObject({ mode: z.literal("AUTO_PASSTHROUGH") }),
            hosts: z.array(z.string().startsWith("*.")).min(1),
          }),
        )
        .min(1),
    }),
  }),
  kind("telemetry.istio.io/v1", "Telemetry", namespaced, {
    spec: z.strictObject({
      targetRefs: targetRefs.optional(),
      metrics: z.array(z.strictObject({ providers: provider })).min(1),
      accessLogging: z
        .array(
          z.strictObject({
            providers: provider,
            filter: z.strictObject({ expression: text }).optional(),
          }),
        )
        .min(1),
      tracing: z
        .array(
          z.strictObject({
            providers: provider,
            randomSamplingPercentage: z.number().min(0).max(100),
          }),
        )
        .optional(),
    }),
  }),
] as const;
