import { z } from "zod";
import { duration, hostname, label, subdomain } from "./shapes";

/** Closed schemas of what is YAML and no Kubernetes object, by file name: values of charts and settings of programs. */

const on = z.strictObject({ enabled: z.boolean() });
const cluster = {
  multiCluster: z.strictObject({ clusterName: label }).optional(),
  network: label.optional(),
};

const istiod = z.strictObject({
  profile: z.literal("ambient").optional(),
  meshConfig: z.strictObject({
    trustDomain: subdomain,
    enablePrometheusMerge: z.boolean(),
    extensionProviders: z
      .array(
        z.strictObject({
          name: label,
          opentelemetry: z.strictObject({ service: hostname, port: z.int() }),
        }),
      )
      .optional(),
  }),
  global: z.strictObject({ meshID: label.optional(), ...cluster }),
  pilot: z.strictObject({
    autoscaleMin: z.int().min(1),
    cni: on.optional(),
    env: z.strictObject({ AMBIENT_ENABLE_MULTI_NETWORK: z.literal("true") }).optional(),
  }),
});

const istioCni = z.union([
  z.strictObject({ profile: z.literal("ambient") }),
  z.strictObject({ excludeNamespaces: z.array(label).min(1) }),
]);

const ztunnel = z.strictObject({ logLevel: z.enum(["info", "debug"]), ...cluster });

const linkerd = z.strictObject({
  identityTrustDomain: subdomain,
  identity: z.strictObject({
    externalCA: z.boolean(),
    issuer: z.strictObject({ scheme: z.enum(["kubernetes.io/tls", "linkerd.io/tls"]) }),
  }),
  controllerReplicas: z.int().min(1),
  enablePodAntiAffinity: z.boolean(),
  enablePodDisruptionBudget: z.boolean(),
  disableIPv6: z.boolean().optional(),
  proxy: z
    .strictObject({
      tracing: z.strictObject({
        enabled: z.boolean(),
        collector: z.strictObject({
          endpoint: z.string().regex(/^[a-z0-9.-]+:\d+$/),
          meshIdentity: z.strictObject({ serviceAccountName: label, namespace: label }),
        }),
      }),
    })
    .optional(),
});

const consul = z.strictObject({
  global: z.strictObject({
    name: label,
    datacenter: label,
    gossipEncryption: z.strictObject({ autoGenerate: z.boolean() }),
    tls: z.strictObject({
      enabled: z.boolean(),
      enableAutoEncrypt: z.boolean(),
      httpsOnly: z.boolean(),
    }),
    acls: z.strictObject({ manageSystemACLs: z.boolean() }),
    metrics: on,
    image: z.string().optional(),
    enableConsulNamespaces: z.boolean().optional(),
    enterpriseLicense: z.strictObject({ secretName: label, secretKey: label }).optional(),
    peering: on.optional(),
    dualStack: on.optional(),
  }),
  server: z.strictObject({
    replicas: z.int().refine((count) => count % 2 === 1, "servers vote: use an odd number"),
    exposeService: on.extend({ type: z.enum(["LoadBalancer", "NodePort"]) }).optional(),
  }),
  connectInject: z.strictObject({
    enabled: z.boolean(),
    default: z.boolean(),
    k8sAllowNamespaces: z.array(label).min(1),
    transparentProxy: z.strictObject({
      defaultEnabled: z.boolean(),
      defaultOverwriteProbes: z.boolean(),
    }),
    cni: on,
    metrics: z.strictObject({ defaultEnabled: z.boolean() }),
    consulNamespaces: z.strictObject({ mirroringK8S: z.boolean() }).optional(),
  }),
  meshGateway: on.extend({ replicas: z.int() }).optional(),
  terminatingGateways: on
    .extend({
      gateways: z.array(z.strictObject({ name: label, consulNamespace: label.optional() })).min(1),
    })
    .optional(),
});

const cilium = z.strictObject({
  encryption: on.extend({
    type: z.enum(["wireguard", "ipsec"]),
    strictMode: z
      .strictObject({
        egress: on.extend({ cidr: z.cidrv4(), allowRemoteNodeIdentities: z.boolean() }),
      })
      .optional(),
  }),
  hostFirewall: on.optional(),
  hubble: on
    .extend({
      relay: on,
      ui: on,
      metrics: z.strictObject({
        enabled: z.array(z.enum(["dns", "drop", "tcp", "flow", "httpV2"])).min(1),
      }),
    })
    .optional(),
  kubeProxyReplacement: z.boolean().optional(),
  gatewayAPI: on.optional(),
  cluster: z.strictObject({ name: label, id: z.int().min(1).max(255) }).optional(),
});

const spire = z.strictObject({
  global: z.strictObject({
    spire: z.strictObject({ trustDomain: subdomain, clusterName: label }),
  }),
  "spire-server": z.strictObject({
    ca_subject: z.strictObject({
      country: z.string().length(2),
      organization: z.string(),
      common_name: z.string(),
    }),
  }),
});

const endpoint = z.strictObject({ endpoint: z.string().regex(/^[a-z0-9.]+:\d+$/) });
const names = z.array(z.string()).min(1);
export const collectorSchema = z.strictObject({
  receivers: z.strictObject({
    otlp: z.strictObject({ protocols: z.strictObject({ grpc: endpoint, http: endpoint }) }),
  }),
  processors: z.strictObject({
    memory_limiter: z.strictObject({
      check_interval: duration,
      limit_percentage: z.int(),
      spike_limit_percentage: z.int(),
    }),
    batch: z.strictObject({}),
  }),
  connectors: z.strictObject({
    span_metrics: z.strictObject({
      dimensions: z.array(z.strictObject({ name: z.string() })),
    }),
  }),
  exporters: z.strictObject({
    prometheus: endpoint,
    otlp: endpoint.extend({ tls: z.strictObject({ insecure: z.boolean() }) }).optional(),
  }),
  extensions: z.strictObject({ health_check: endpoint }),
  service: z.strictObject({
    extensions: names,
    pipelines: z.record(
      z.enum(["traces", "metrics"]),
      z.strictObject({ receivers: names, processors: names, exporters: names }),
    ),
  }),
});

const instances = <T extends z.ZodType>(settings: T) =>
  z.strictObject({ instances: z.record(label, settings) });
export const resilience4jSchema = z.strictObject({
  resilience4j: z.strictObject({
    retry: instances(
      z.strictObject({
        maxAttempts: z.int().min(1),
        waitDuration: duration,
        enableExponentialBackoff: z.boolean(),
        exponentialBackoffMultiplier: z.number().min(1),
        retryExceptions: z.array(z.string()),
      }),
    ),
    timelimiter: instances(z.strictObject({ timeoutDuration: duration })),
    circuitbreaker: instances(
      z.strictObject({
        slidingWindowSize: z.int(),
        minimumNumberOfCalls: z.int(),
        failureRateThreshold: z.number().min(1).max(100),
        waitDurationInOpenState: duration,
        permittedNumberOfCallsInHalfOpenState: z.int(),
      }),
    ),
    bulkhead: instances(z.strictObject({ maxConcurrentCalls: z.int().min(1) })),
  }),
});

const seconds = z.string().regex(/^\d+(\.\d+)?s$/);
export const grpcServiceConfigSchema = z.strictObject({
  methodConfig: z
    .array(
      z.strictObject({
        name: z.array(z.strictObject({ service: z.string().min(1) })).min(1),
        timeout: seconds,
        waitForReady: z.boolean(),
        retryPolicy: z.strictObject({
          // gRPC rejects fewer than two and treats more than five as five.
          maxAttempts: z.int().min(2).max(5),
          initialBackoff: seconds,
          maxBackoff: seconds,
          backoffMultiplier: z.number().positive(),
          retryableStatusCodes: z
            .array(z.enum(["UNAVAILABLE", "RESOURCE_EXHAUSTED", "ABORTED", "DEADLINE_EXCEEDED"]))
            .min(1),
        }),
      }),
    )
    .min(1),
  retryThrottling: z.strictObject({
    maxTokens: z.number().positive().max(1000),
    tokenRatio: z.number().positive(),
  }),
  loadBalancingConfig: z.array(z.strictObject({ round_robin: z.strictObject({}) })).min(1),
});

const prometheus = z.strictObject({
  scrape_configs: z
    .array(
      z.strictObject({
        job_name: label,
        kubernetes_sd_configs: z
          .array(
            z.strictObject({
              role: z.enum(["pod", "endpoints"]),
              namespaces: z.strictObject({ names: z.array(label).min(1) }),
            }),
          )
          .min(1),
        relabel_configs: z
          .array(
            z.strictObject({
              source_labels: z.array(z.string().startsWith("__meta_kubernetes_")).min(1),
              action: z.enum(["keep", "drop", "replace"]),
              regex: z.string().optional(),
              target_label: z
                .string()
                .regex(/^[a-z_]+$/)
                .optional(),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});

export const settingsSchemas: Readonly<Record<string, z.ZodType>> = {
  "istiod-values.yaml": istiod,
  "cni-values.yaml": istioCni,
  "ztunnel-values.yaml": ztunnel,
  "control-plane-values.yaml": linkerd,
  "values.yaml": consul,
  "cilium-values.yaml": cilium,
  "spire-values.yaml": spire,
  "otel-collector.yaml": collectorSchema,
  "prometheus-scrape.yaml": prometheus,
  "resilience4j.yaml": resilience4jSchema,
};
