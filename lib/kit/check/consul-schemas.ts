import { z } from "zod";
import { duration, hostname, kind, label, namespaced, percent, port, url } from "./shapes";

/** Specs of Consul's configuration entries: the same on Kubernetes and, spelt with capitals, in HCL. */

const name = z.union([label, z.literal("*")]);
const mode = z.enum(["strict", "permissive"]);
const tls = z.strictObject({ tlsMinVersion: z.enum(["TLSv1_2", "TLSv1_3"]) });

const mesh = z.strictObject({
  allowEnablingPermissiveMutualTLS: z.boolean(),
  tls: z.strictObject({ incoming: tls, outgoing: tls }),
  transparentProxy: z.strictObject({ meshDestinationsOnly: z.boolean() }).optional(),
  peering: z.strictObject({ peerThroughMeshGateways: z.boolean() }).optional(),
});

const proxyDefaults = z.strictObject({
  mutualTLSMode: mode.optional(),
  accessLogs: z.strictObject({ enabled: z.boolean(), disableListenerLogs: z.boolean() }),
  config: z.strictObject({ envoy_prometheus_bind_addr: z.string() }).optional(),
});

const count = z.int().min(1);
const serviceDefaults = z.strictObject({
  protocol: z.enum(["http", "http2", "grpc", "tcp"]),
  mutualTLSMode: mode.optional(),
  destination: z.strictObject({ addresses: z.array(hostname).min(1), port }).optional(),
  upstreamConfig: z
    .strictObject({
      overrides: z
        .array(
          z.strictObject({
            name: label,
            limits: z.strictObject({
              maxConnections: count,
              maxPendingRequests: count,
              maxConcurrentRequests: count,
            }),
            passiveHealthCheck: z.strictObject({
              interval: duration,
              maxFailures: count,
              enforcingConsecutive5xx: percent,
              maxEjectionPercent: percent,
              baseEjectionTime: duration,
            }),
          }),
        )
        .min(1),
    })
    .optional(),
  rateLimits: z
    .strictObject({
      instanceLevel: z.strictObject({ requestsPerSecond: count, requestsMaxBurst: count }),
    })
    .optional(),
});

const jwt = z.strictObject({ providers: z.array(z.strictObject({ name: label })).min(1) });
const methods = z.array(z.enum(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"]));
const source = z.strictObject({
  name,
  namespace: name.optional(),
  peer: label.optional(),
  action: z.enum(["allow", "deny"]).optional(),
  permissions: z
    .array(
      z.strictObject({
        action: z.enum(["allow", "deny"]),
        http: z.strictObject({
          pathPrefix: z.string().startsWith("/"),
          methods: methods.min(1),
        }),
      }),
    )
    .min(1)
    .optional(),
});
const serviceIntentions = z.strictObject({
  destination: z.strictObject({ name, namespace: name.optional() }),
  jwt: jwt.optional(),
  sources: z.array(source).min(1),
});

const serviceRouter = z.strictObject({
  routes: z
    .array(
      z.strictObject({
        match: z.strictObject({
          http: z.strictObject({
            pathPrefix: z.string().startsWith("/").optional(),
            methods: methods.min(1).optional(),
            header: z
              .array(z.strictObject({ name: z.string(), exact: z.string() }))
              .min(1)
              .optional(),
          }),
        }),
        destination: z.strictObject({
          service: label,
          serviceSubset: label.optional(),
          requestTimeout: duration.optional(),
          numRetries: z.int().min(0).optional(),
          retryOnConnectFailure: z.boolean().optional(),
          retryOnStatusCodes: z.array(z.int().min(400).max(599)).min(1).optional(),
        }),
      }),
    )
    .min(1),
});

const serviceResolver = z.strictObject({
  defaultSubset: label.optional(),
  connectTimeout: duration.optional(),
  subsets: z
    .record(
      label,
      z.strictObject({ filter: z.string().min(1), onlyPassing: z.boolean().optional() }),
    )
    .optional(),
  failover: z
    .record(name, z.strictObject({ targets: z.array(z.strictObject({ peer: label })).min(1) }))
    .optional(),
});

const serviceSplitter = z.strictObject({
  splits: z
    .array(z.strictObject({ weight: z.number().min(0).max(100), serviceSubset: label }))
    .min(1),
});

const jwtProvider = z.strictObject({
  issuer: url,
  audiences: z.array(z.string().min(1)).min(1),
  jsonWebKeySet: z.strictObject({
    remote: z.strictObject({
      uri: url,
      requestTimeoutMs: count,
      cacheDuration: duration,
      fetchAsynchronously: z.boolean(),
    }),
  }),
  locations: z
    .array(
      z.strictObject({
        header: z.strictObject({ name: z.string(), valuePrefix: z.string(), forward: z.boolean() }),
      }),
    )
    .min(1),
});

const terminatingGateway = z.strictObject({
  services: z.array(z.strictObject({ name: label, namespace: label.optional() })).min(1),
});

const peer = z.strictObject({
  peer: z.strictObject({
    secret: z.strictObject({
      name: label,
      key: z.string().min(1),
      backend: z.literal("kubernetes"),
    }),
  }),
});

const exportedServices = z.strictObject({
  services: z
    .array(
      z.strictObject({
        name,
        namespace: name.optional(),
        consumers: z.array(z.strictObject({ peer: label })).min(1),
      }),
    )
    .min(1),
});

const specs = {
  Mesh: mesh,
  ProxyDefaults: proxyDefaults,
  ServiceDefaults: serviceDefaults,
  ServiceIntentions: serviceIntentions,
  ServiceRouter: serviceRouter,
  ServiceResolver: serviceResolver,
  ServiceSplitter: serviceSplitter,
  JWTProvider: jwtProvider,
  TerminatingGateway: terminatingGateway,
  PeeringAcceptor: peer,
  PeeringDialer: peer,
  ExportedServices: exportedServices,
} as const;

export type Kind = keyof typeof specs;
export type SpecOf<K extends Kind> = z.infer<(typeof specs)[K]>;
export interface Resource<K extends Kind> {
  readonly apiVersion: "consul.hashicorp.com/v1alpha1";
  readonly kind: K;
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: SpecOf<K>;
}

export type MeshSpec = SpecOf<"Mesh">;
export type ProxyDefaultsSpec = SpecOf<"ProxyDefaults">;
export type ServiceDefaultsSpec = SpecOf<"ServiceDefaults">;
export type ServiceRouterSpec = SpecOf<"ServiceRouter">;
export type ServiceResolverSpec = SpecOf<"ServiceResolver">;
export type ServiceSplitterSpec = SpecOf<"ServiceSplitter">;
export type JWTProviderSpec = SpecOf<"JWTProvider">;
export type IntentionSource = z.infer<typeof source>;

export const consulSchemas = Object.entries(specs).map(([name, spec]) =>
  kind("consul.hashicorp.com/v1alpha1", name, namespaced, { spec }),
);

const entryName = { Name: z.union([label, z.literal("*")]) };

/** Fields of a spec in the spelling of configuration entries. */
export const entrySpecs: Readonly<Record<string, z.ZodType>> = {
  mesh,
  "proxy-defaults": proxyDefaults,
  "service-defaults": serviceDefaults,
  "service-intentions": z.strictObject({ jwt: jwt.optional(), sources: z.array(source).min(1) }),
  "service-router": serviceRouter,
  "service-resolver": serviceResolver,
  "service-splitter": serviceSplitter,
  "jwt-provider": jwtProvider,
  "terminating-gateway": terminatingGateway,
  "exported-services": exportedServices,
  "api-gateway": z.strictObject({
    listeners: z
      .array(
        z.strictObject({
          name: label,
          port,
          protocol: z.enum(["http", "tcp"]),
          hostname,
          tls: z.strictObject({
            certificates: z
              .array(z.strictObject({ kind: z.literal("file-system-certificate"), name: label }))
              .min(1),
          }),
        }),
      )
      .min(1),
  }),
  "http-route": z.strictObject({
    hostnames: z.array(hostname).min(1),
    parents: z.array(z.strictObject({ kind: z.literal("api-gateway"), name: label })).length(1),
    rules: z
      .array(z.strictObject({ services: z.array(z.strictObject({ name: label })).min(1) }))
      .min(1),
  }),
  "file-system-certificate": z.strictObject({
    certificate: z.string().startsWith("/"),
    privateKey: z.string().startsWith("/"),
  }),
};

/** What every configuration entry has beside the fields of its kind. */
export const entryHead = z.looseObject({
  Kind: z.enum(Object.keys(entrySpecs) as [string, ...string[]]),
  ...entryName,
});
