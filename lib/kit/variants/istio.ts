import type { IGateway } from "@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/Gateway";
import type { IDestinationRule } from "@kubernetes-models/istio/networking.istio.io/v1/DestinationRule";
import type { IGateway as IIstioGateway } from "@kubernetes-models/istio/networking.istio.io/v1/Gateway";
import type { IServiceEntry } from "@kubernetes-models/istio/networking.istio.io/v1/ServiceEntry";
import type { ISidecar } from "@kubernetes-models/istio/networking.istio.io/v1/Sidecar";
import type { IVirtualService } from "@kubernetes-models/istio/networking.istio.io/v1/VirtualService";
import type { IWorkloadGroup } from "@kubernetes-models/istio/networking.istio.io/v1/WorkloadGroup";
import type { IAuthorizationPolicy } from "@kubernetes-models/istio/security.istio.io/v1/AuthorizationPolicy";
import type { IPeerAuthentication } from "@kubernetes-models/istio/security.istio.io/v1/PeerAuthentication";
import type { IRequestAuthentication } from "@kubernetes-models/istio/security.istio.io/v1/RequestAuthentication";
import type { ITelemetry } from "@kubernetes-models/istio/telemetry.istio.io/v1/Telemetry";
import { present } from "@/lib/kit/asks";
import { type Context, manifest, settings, text } from "@/lib/kit/context";
import { coreDnsFile } from "@/lib/kit/parts/dns";
import { hostFirewallFiles } from "@/lib/kit/parts/host-firewall";
import { networkPolicyFile } from "@/lib/kit/parts/network";
import {
  gatewayCaution,
  gatewayChecks,
  gatewayName,
  issuerOf,
  jwksOf,
  publicGateway,
  publicRoute,
} from "@/lib/kit/parts/public-gateway";
import { canaryHeader, canaryShare, requestTimeout, serviceRoute } from "@/lib/kit/parts/routes";
import {
  appPort,
  metricsPort,
  monitoringNamespace,
  namespaceOf,
  serviceAccountOf,
  serviceOf,
  versionLabels,
  versionsOf,
} from "@/lib/kit/parts/workloads";
import type { Ask, Draft, KitFile, Preparation } from "@/lib/kit/types";

const version = "Istio 1.31";
const chart = "~1.31.0";
const gatewayApi = "v1.6.1";
const ingress = "istio-ingress";
const egressNamespace = "istio-egress";
const waypoint = "waypoint";
const waypointClass = "istio-waypoint";

/** What the answers make of the two modes: decided once, read by every file. */
interface Plan {
  readonly ambient: boolean;
  readonly layer7: readonly Ask[];
  /** Ambient mode needs a waypoint as soon as anything at layer 7 is asked for. */
  readonly waypoint: boolean;
  readonly canary: Ask | undefined;
  readonly headers: Ask | undefined;
  readonly mirror: Ask | undefined;
  readonly faults: Ask | undefined;
  readonly retries: Ask | undefined;
  readonly budget: Ask | undefined;
  readonly timeouts: Ask | undefined;
  readonly breaking: Ask | undefined;
  readonly rules: Ask | undefined;
  readonly jwt: Ask | undefined;
  readonly egress: Ask | undefined;
  readonly clusters: readonly Ask[];
  readonly networks: boolean;
  readonly ownCa: readonly Ask[];
}

function planFor({ variant, asks }: Context): Plan {
  const ambient = variant === "istio-ambient";
  const found = {
    canary: asks.of("routing", "canary"),
    headers: asks.of("routing", "headers"),
    mirror: asks.of("routing", "mirror"),
    faults: asks.of("routing", "faults"),
    retries: asks.of("resilience", "retries"),
    budget: asks.of("resilience", "budget"),
    timeouts: asks.of("resilience", "timeouts"),
    breaking: asks.of("resilience", "breaking"),
    rules: asks.of("policy", "l7"),
    jwt: asks.of("requests", "jwt"),
  };
  const layer7 = present(...Object.values(found));
  return {
    ambient,
    ...found,
    layer7,
    waypoint: ambient && layer7.length > 0,
    egress: asks.of("requests", "egress"),
    ownCa: asks.any("identities", "own-ca"),
    clusters: asks.any("multicluster", "calls", "failover", "independent", "discovery"),
    networks: ["separate", "many"].includes(asks.choice("clusters") ?? ""),
  };
}

const hostOf = (name: string, namespace: string) => `${name}.${namespace}.svc.cluster.local`;

function principal({ names }: Context, namespace: string, account: string): string {
  return `${names.trustDomain}/ns/${namespace}/sa/${account}`;
}

function preparations({ names }: Context, plan: Plan): Preparation[] {
  const install = (release: string, name: string, more = "") =>
    `helm upgrade --install ${release} istio/${name} -n istio-system --version '${chart}' --wait${more}`;
  return [
    {
      what: `The Gateway API resources (${gatewayApi}, standard channel) and the chart repository.`,
      commands: [
        `kubectl apply --server-side -f https://github.com/kubernetes-sigs/gateway-api/releases/download/${gatewayApi}/standard-install.yaml`,
        "helm repo add istio https://istio-release.storage.googleapis.com/charts",
        "helm repo update istio",
      ],
      undo: ["helm repo remove istio"],
    },
    {
      what: `${version}${plan.ambient ? ", ambient mode: istiod, the CNI agent and a ztunnel on every node" : ", sidecar mode: istiod and the CNI agent, which spares pods the right to change the network"}.`,
      commands: [
        "kubectl create namespace istio-system",
        ...(plan.clusters.length > 0 && plan.networks
          ? ["kubectl label namespace istio-system topology.istio.io/network=network-east"]
          : []),
        ...(plan.clusters.length > 0 || plan.ownCa.length > 0
          ? [
              "# An intermediate of your own authority; the root's key stays outside the cluster.",
              "kubectl -n istio-system create secret generic cacerts --from-file=ca-cert.pem --from-file=ca-key.pem --from-file=root-cert.pem --from-file=cert-chain.pem",
            ]
          : []),
        `helm upgrade --install istio-base istio/base -n istio-system --version '${chart}'`,
        install("istiod", "istiod", " -f 01-install/istiod-values.yaml"),
        install("istio-cni", "cni", " -f 01-install/cni-values.yaml"),
        ...(plan.ambient
          ? [install("ztunnel", "ztunnel", " -f 01-install/ztunnel-values.yaml")]
          : []),
        `kubectl create namespace ${ingress}`,
        ...(plan.ambient && plan.egress ? [`kubectl create namespace ${egressNamespace}`] : []),
        "istioctl version",
      ],
      undo: [
        `kubectl delete namespace --ignore-not-found ${ingress} ${egressNamespace}`,
        ...(plan.ambient ? ["helm uninstall ztunnel -n istio-system"] : []),
        "helm uninstall istio-cni -n istio-system",
        "helm uninstall istiod -n istio-system",
        "helm uninstall istio-base -n istio-system",
        "kubectl delete namespace istio-system",
        `kubectl -n ${names.namespace} rollout restart deployment`,
      ],
    },
  ];
}

function installFiles(context: Context, plan: Plan): KitFile[] {
  const { asks, names } = context;
  const tracing = asks.of("telemetry", "tracing");
  const multi = plan.clusters.length > 0;
  const cluster = {
    ...(multi ? { multiCluster: { clusterName: "east" } } : {}),
    ...(multi && plan.networks ? { network: "network-east" } : {}),
  };
  const base = { step: "install", writtenFor: `${version}, chart ${chart}` } as const;
  const layer = { layer: "A part of every kit: the installation" };
  const verify = {
    what: "The control plane is ready and the proxies are in step with it.",
    commands: ["kubectl -n istio-system get pods", "istioctl proxy-status"],
  };
  const istiod = settings(
    context,
    {
      ...base,
      name: "istiod-values.yaml",
      purpose:
        "Settings of the control plane: trust domain, metrics merged with those of the services, two replicas or more.",
      because: [layer, ...present(tracing), ...plan.clusters, ...plan.ownCa],
      verify,
      ...(tracing
        ? {
            caution:
              "Spans go to an OpenTelemetry collector at otel-collector.monitoring, port 4317, which must be there.",
          }
        : {}),
    },
    {
      ...(plan.ambient ? { profile: "ambient" } : {}),
      meshConfig: {
        trustDomain: names.trustDomain,
        enablePrometheusMerge: true,
        ...(tracing
          ? {
              extensionProviders: [
                {
                  name: "otel",
                  opentelemetry: {
                    service: `otel-collector.${monitoringNamespace}.svc.cluster.local`,
                    port: 4317,
                  },
                },
              ],
            }
          : {}),
      },
      global: { ...(multi ? { meshID: "mesh" } : {}), ...cluster },
      pilot: {
        autoscaleMin: 2,
        ...(plan.ambient ? {} : { cni: { enabled: true } }),
        // Off by default: without it istiod knows no endpoint behind another network's gateway.
        ...(plan.ambient && multi && plan.networks
          ? { env: { AMBIENT_ENABLE_MULTI_NETWORK: "true" } }
          : {}),
      },
    },
  );
  const cni = settings(
    context,
    {
      ...base,
      name: "cni-values.yaml",
      purpose: "Settings of the CNI agent, which redirects the traffic of pods to the proxy.",
      because: [layer],
      caution:
        "With Cilium as the CNI set cni.exclusive=false and socketLB.hostNamespaceOnly=true there, or the redirection is lost.",
      verify,
    },
    plan.ambient ? { profile: "ambient" } : { excludeNamespaces: ["istio-system", "kube-system"] },
  );
  const ztunnel = settings(
    context,
    {
      ...base,
      name: "ztunnel-values.yaml",
      purpose: "Settings of ztunnel, the proxy on every node.",
      because: [layer, ...plan.clusters],
      verify: {
        what: "Every node has a ztunnel.",
        commands: ["kubectl -n istio-system rollout status ds/ztunnel"],
      },
    },
    { logLevel: "info", ...cluster },
  );
  return [istiod, cni, ...(plan.ambient ? [ztunnel] : [])];
}

function enrolFiles(context: Context, plan: Plan): KitFile[] {
  const { names } = context;
  const { stable, canary } = versionsOf(names);
  const useWaypoint = plan.waypoint ? { labels: { "istio.io/use-waypoint": waypoint } } : {};
  const split = plan.canary
    ? [
        serviceOf(names, stable, { app: names.to, version: "stable" }, useWaypoint),
        serviceOf(names, canary, { app: names.to, version: "canary" }, useWaypoint),
      ]
    : [];
  const enrol = manifest(
    context,
    {
      step: "enrol",
      name: "workloads.yaml",
      purpose: plan.ambient
        ? `Enrols the namespace ${names.namespace} in ambient mode and gives both services an identity of their own. Pods need no restart.`
        : `Marks the namespace ${names.namespace} for sidecar injection and gives both services an identity of their own. Pods get a sidecar when they restart.`,
      because: [
        {
          layer:
            "A part of every kit: workloads join by namespace, identities come from service accounts",
        },
        ...present(plan.canary),
      ],
      writtenFor: version,
      caution: `Leave out Services that you have. The rules of this kit name the service accounts ${names.from} and ${names.to}: set serviceAccountName in both Deployments first, or the callers are refused later.${plan.canary ? versionLabels(names) : ""}`,
      verify: {
        what: plan.ambient
          ? "Both workloads show HBONE."
          : "Every pod shows a container istio-proxy and all are ready.",
        commands: plan.ambient
          ? [`istioctl ztunnel-config workloads --workload-namespace ${names.namespace}`]
          : [
              `kubectl -n ${names.namespace} rollout restart deployment`,
              `kubectl -n ${names.namespace} get pods -o jsonpath='{range .items[*]}{.metadata.name}{" "}{.spec.initContainers[*].name}{" "}{.spec.containers[*].name}{"\\n"}{end}'`,
            ],
      },
      undo: () =>
        plan.ambient
          ? [`kubectl label namespace ${names.namespace} istio.io/dataplane-mode-`]
          : [
              `kubectl label namespace ${names.namespace} istio-injection-`,
              `kubectl -n ${names.namespace} rollout restart deployment`,
            ],
    },
    [
      namespaceOf(
        names,
        plan.ambient ? { "istio.io/dataplane-mode": "ambient" } : { "istio-injection": "enabled" },
      ),
      serviceAccountOf(names, names.from),
      serviceAccountOf(names, names.to),
      serviceOf(names, names.from, { app: names.from }),
      serviceOf(names, names.to, { app: names.to }, useWaypoint),
      ...split,
    ],
  );
  if (!plan.waypoint) return [enrol];
  const gateway: IGateway = {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "Gateway",
    metadata: {
      name: waypoint,
      namespace: names.namespace,
      labels: { "istio.io/waypoint-for": "service" },
    },
    spec: {
      gatewayClassName: waypointClass,
      listeners: [{ name: "mesh", port: 15008, protocol: "HBONE" }],
    },
  };
  return [
    manifest(
      context,
      {
        step: "enrol",
        name: "a-waypoint.yaml",
        purpose: `Runs a waypoint, the layer 7 proxy of ambient mode, for the Services of ${names.namespace} that ask for it.`,
        because: plan.layer7,
        writtenFor: version,
        caution:
          "Apply it before the Services that name it. One replica is a single point of failure: add a HorizontalPodAutoscaler or more replicas before production.",
        verify: {
          what: "The waypoint is programmed.",
          commands: [
            `kubectl -n ${names.namespace} wait gateway/${waypoint} --for=condition=Programmed --timeout=60s`,
          ],
        },
        // By name: the file holds the namespace too, which must not be deleted with all that runs in it.
        undo: () => [
          `kubectl -n ${names.namespace} delete --ignore-not-found gateway.gateway.networking.k8s.io ${waypoint}`,
        ],
      },
      [namespaceOf(names, { "istio.io/dataplane-mode": "ambient" }), gateway],
    ),
    enrol,
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function observeFile(context: Context, plan: Plan): KitFile {
  const { asks, names } = context;
  const tracing = asks.of("telemetry", "tracing");
  const logs = asks.of("telemetry", "logs");
  const spec = (accessLogs: boolean) => ({
    metrics: [{ providers: [{ name: "prometheus" }] }],
    accessLogging: [
      {
        providers: [{ name: "envoy" }],
        ...(accessLogs ? {} : { filter: { expression: "response.code >= 400" } }),
      },
    ],
    ...(tracing
      ? { tracing: [{ providers: [{ name: "otel" }], randomSamplingPercentage: 5 }] }
      : {}),
  });
  const telemetry = (
    namespace: string,
    target?: { readonly kind: string; readonly name: string },
  ): ITelemetry => ({
    apiVersion: "telemetry.istio.io/v1",
    kind: "Telemetry",
    metadata: { name: "pilot", namespace },
    spec: {
      ...(target ? { targetRefs: [{ group: "gateway.networking.k8s.io", ...target }] } : {}),
      ...spec(logs !== undefined),
    },
  });
  const documents = plan.ambient
    ? [
        telemetry(ingress, { kind: "Gateway", name: gatewayName }),
        ...(plan.waypoint ? [telemetry(names.namespace, { kind: "Gateway", name: waypoint })] : []),
      ]
    : [telemetry(names.namespace)];
  return manifest(
    context,
    {
      step: "observe",
      name: "telemetry.yaml",
      purpose: `Metrics for Prometheus and a log line for ${logs ? "every request" : "every failed request"}, so that refusals are seen before users report them.`,
      because: [
        { layer: "A part of every kit: strict modes are turned on by what metrics and logs show" },
        ...asks.any("telemetry", "golden", "routes", "tracing", "logs"),
      ],
      writtenFor: version,
      ...(plan.ambient
        ? {
            caution: `The proxy on the node, ztunnel, has metrics and logs without any setting; this is for the gateway${plan.waypoint ? " and the waypoint" : ""}.`,
          }
        : {}),
      verify: {
        what: "Requests are counted, by caller and callee.",
        commands: plan.ambient
          ? ["kubectl -n istio-system logs ds/ztunnel --tail=20", "istioctl analyze -A"]
          : [
              `kubectl -n ${names.namespace} exec deploy/${names.to} -c istio-proxy -- pilot-agent request GET stats/prometheus | grep istio_requests_total`,
            ],
      },
    },
    documents,
  );
}

function mtlsFile(context: Context, strict: boolean): KitFile {
  const { names, asks } = context;
  const policy: IPeerAuthentication = {
    apiVersion: "security.istio.io/v1",
    kind: "PeerAuthentication",
    metadata: { name: "default", namespace: names.namespace },
    spec: { mtls: { mode: strict ? "STRICT" : "PERMISSIVE" } },
  };
  const layer = { layer: "A layer of every kit: encryption and identity between workloads" };
  const because = [
    layer,
    ...present(asks.of("mtls"), asks.of("strict"), asks.of("identities", "workload")),
  ];
  return manifest(
    context,
    strict
      ? {
          step: "strict",
          name: "peer-authentication.yaml",
          purpose: `Refuses plaintext to every pod in ${names.namespace}. Replaces the permissive policy of the same name.`,
          because,
          writtenFor: version,
          caution: `Only when no plaintext has been seen for a week: clients outside the mesh, Prometheus on port ${metricsPort} included, are refused from then on. Kubelet probes go on working. For the whole mesh apply the same in istio-system, last.`,
          verify: {
            what: "A call from a pod outside the mesh fails, the call of the pilot works.",
            commands: [
              `kubectl -n default run plain --rm -i --restart=Never --image=busybox:1.37 -- wget -qO- -T 3 http://${names.to}.${names.namespace}:${appPort}/ # must fail`,
              `istioctl x describe service ${names.to}.${names.namespace}`,
            ],
          },
          undo: () => ["kubectl apply -f 04-permissive/peer-authentication.yaml"],
        }
      : {
          step: "permissive",
          name: "peer-authentication.yaml",
          purpose: `Accepts plaintext beside mutual TLS in ${names.namespace} while callers move into the mesh, whatever the mesh's default is.`,
          because: [layer],
          writtenFor: version,
          verify: {
            what: "Both kinds of call work; metrics show which are still plaintext (connection_security_policy is none).",
            commands: [
              `promtool query instant "$PROMETHEUS_URL" 'sum by (source_workload, destination_workload) (increase(istio_requests_total{destination_workload_namespace="${names.namespace}",connection_security_policy!="mutual_tls"}[1d]))'`,
            ],
          },
        },
    [policy],
  );
}

function trafficFiles(context: Context, plan: Plan): KitFile[] {
  const { names } = context;
  const { stable, canary } = versionsOf(names);
  const files: KitFile[] = [];
  const needsVirtualService = present(plan.retries, plan.budget, plan.mirror, plan.faults);
  const routed = present(plan.canary, plan.headers, plan.timeouts);
  const target = hostOf(names.to, names.namespace);
  const verify = {
    what: "The analyser finds nothing, and the route shows in the proxies.",
    commands: [
      `istioctl analyze -n ${names.namespace}`,
      `kubectl -n ${names.namespace} exec deploy/${names.from} -- wget -qSO- -T 5 http://${names.to}:${appPort}/`,
    ],
  };

  if (needsVirtualService.length > 0) {
    const shared = {
      timeout: requestTimeout,
      ...(plan.retries || plan.budget
        ? {
            retries: {
              attempts: 2,
              perTryTimeout: "500ms",
              // Istio's own default leaves 503 out since 1.24: a service may send it with the work half done.
              retryOn: "connect-failure,refused-stream,unavailable",
            },
          }
        : {}),
    };
    const backends = plan.canary
      ? [
          {
            destination: { host: hostOf(stable, names.namespace), port: { number: appPort } },
            weight: 100 - canaryShare,
          },
          {
            destination: { host: hostOf(canary, names.namespace), port: { number: appPort } },
            weight: canaryShare,
          },
        ]
      : [{ destination: { host: target, port: { number: appPort } } }];
    const mirror =
      plan.mirror && plan.canary
        ? {
            mirrors: [
              {
                destination: { host: hostOf(canary, names.namespace), port: { number: appPort } },
                percentage: { value: 5 },
              },
            ],
          }
        : {};
    const route: IVirtualService = {
      apiVersion: "networking.istio.io/v1",
      kind: "VirtualService",
      metadata: { name: names.to, namespace: names.namespace },
      spec: {
        hosts: [target],
        http: [
          ...(plan.faults
            ? [
                {
                  name: "fault-test",
                  match: [{ headers: { "x-fault-test": { exact: "delay" } } }],
                  fault: { delay: { fixedDelay: "1s", percentage: { value: 100 } } },
                  route: backends,
                },
              ]
            : []),
          ...(plan.canary && plan.headers
            ? [
                {
                  name: "testers",
                  match: [{ headers: { [canaryHeader.name]: { exact: canaryHeader.value } } }],
                  route: [
                    {
                      destination: {
                        host: hostOf(canary, names.namespace),
                        port: { number: appPort },
                      },
                    },
                  ],
                  ...shared,
                },
              ]
            : []),
          { name: "default", route: backends, ...mirror, ...shared },
        ],
      },
    };
    files.push(
      manifest(
        context,
        {
          step: "traffic",
          name: "route.yaml",
          purpose: `Routes calls to ${names.to}: ${[
            plan.canary ? `${canaryShare} % to the canary` : undefined,
            plan.headers && plan.canary ? `testers by the header ${canaryHeader.name}` : undefined,
            plan.retries || plan.budget
              ? "two retries on failures that are safe to repeat"
              : undefined,
            `a timeout of ${requestTimeout}`,
            plan.mirror && plan.canary ? "5 % mirrored to the canary" : undefined,
            plan.faults ? "a delay for requests with the header x-fault-test" : undefined,
          ]
            .filter(Boolean)
            .join(", ")}.`,
          because: [...needsVirtualService, ...routed],
          writtenFor: version,
          caution: [
            "A VirtualService, because the retry field of HTTPRoute is experimental.",
            plan.ambient
              ? "In ambient mode VirtualService is alpha and must not be mixed with an HTTPRoute for the same Service."
              : undefined,
            "Retries in the services on top of these multiply load.",
          ]
            .filter(Boolean)
            .join(" "),
          verify,
        },
        [route],
      ),
    );
  } else if (routed.length > 0) {
    files.push(
      manifest(
        context,
        {
          step: "traffic",
          name: "route.yaml",
          purpose: `Routes calls to ${names.to}: ${[
            plan.canary ? `${canaryShare} % to the canary` : undefined,
            plan.headers && plan.canary ? `testers by the header ${canaryHeader.name}` : undefined,
            plan.timeouts ? `a timeout of ${requestTimeout}` : undefined,
            plan.canary || plan.timeouts
              ? undefined
              : "the place for matches on path, header and method",
          ]
            .filter(Boolean)
            .join(", ")}.`,
          because: [...routed, ...present(context.asks.of("routing", "gateway-api"))],
          writtenFor: `${version}, Gateway API 1.6`,
          verify,
        },
        [
          serviceRoute(names, {
            split: plan.canary !== undefined,
            byHeader: plan.headers !== undefined,
            timeout: plan.timeouts !== undefined,
          }),
        ],
      ),
    );
  }

  const breaking = present(plan.breaking, plan.budget);
  if (breaking.length > 0) {
    const rule = (name: string): IDestinationRule => ({
      apiVersion: "networking.istio.io/v1",
      kind: "DestinationRule",
      metadata: { name, namespace: names.namespace },
      spec: {
        host: hostOf(name, names.namespace),
        trafficPolicy: {
          ...(plan.breaking
            ? {
                connectionPool: {
                  tcp: { maxConnections: 100, connectTimeout: "1s" },
                  http: {
                    http1MaxPendingRequests: 50,
                    http2MaxRequests: 200,
                    maxRequestsPerConnection: 0,
                  },
                },
                outlierDetection: {
                  consecutive5xxErrors: 5,
                  interval: "10s",
                  baseEjectionTime: "30s",
                  maxEjectionPercent: 50,
                },
              }
            : {}),
          ...(plan.budget ? { retryBudget: { percent: 20, minRetryConcurrency: 3 } } : {}),
        },
      },
    });
    files.push(
      manifest(
        context,
        {
          step: "traffic",
          name: "limits.yaml",
          purpose: `${plan.breaking ? `Limits what each proxy sends to ${names.to} and takes failing endpoints out` : `Caps retries to ${names.to}`}${plan.breaking && plan.budget ? ", and caps retries to a fifth of the live requests" : plan.budget ? " to a fifth of the live requests" : ""}.`,
          because: breaking,
          writtenFor: version,
          caution:
            "Limits count per calling proxy. Set them from measured concurrency, not from these examples: too low they refuse healthy traffic.",
          verify: {
            what: "Under load the counters upstream_rq_pending_overflow and ejections_active move.",
            commands: [`istioctl analyze -n ${names.namespace}`],
          },
        },
        plan.canary ? [stable, canary].map(rule) : [rule(names.to)],
      ),
    );
  }
  return files;
}

function authorizeFiles(context: Context, plan: Plan): KitFile[] {
  const { names, asks } = context;
  const dryRun = plan.ambient ? undefined : asks.of("policy", "dry-run");
  const caller = principal(context, names.namespace, names.from);
  const operation = plan.rules
    ? { to: [{ operation: { methods: ["GET", "POST"], paths: ["/api/*"] } }] }
    : { to: [{ operation: { ports: [String(appPort)] } }] };
  const source = plan.jwt
    ? { principals: [caller], requestPrincipals: [`${issuerOf(names)}/*`] }
    : { principals: [caller] };

  const policy = (
    name: string,
    spec: NonNullable<IAuthorizationPolicy["spec"]>,
    dry = false,
  ): IAuthorizationPolicy => ({
    apiVersion: "security.istio.io/v1",
    kind: "AuthorizationPolicy",
    metadata: {
      name,
      namespace: names.namespace,
      ...(dry ? { annotations: { "istio.io/dry-run": "true" } } : {}),
    },
    spec,
  });
  const pods = (app: string) => ({ selector: { matchLabels: { app } } });
  const services = [names.to, ...(plan.canary ? Object.values(versionsOf(names)) : [])];

  const metrics = {
    from: [{ source: { namespaces: [monitoringNamespace] } }],
    to: [{ operation: { ports: [String(metricsPort)] } }],
  };

  const allow = (dry: boolean) => [
    ...(plan.waypoint
      ? [
          policy(`${names.to}-from-waypoint`, {
            ...pods(names.to),
            action: "ALLOW",
            rules: [
              {
                from: [{ source: { principals: [principal(context, names.namespace, waypoint)] } }],
              },
              metrics,
            ],
          }),
          policy(names.to, {
            targetRefs: services.map((name) => ({ group: "", kind: "Service", name })),
            action: "ALLOW",
            rules: [{ from: [{ source }], ...operation }],
          }),
        ]
      : [
          policy(
            names.to,
            {
              ...pods(names.to),
              action: "ALLOW",
              rules: [{ from: [{ source }], ...operation }, metrics],
            },
            dry,
          ),
        ]),
    policy(
      names.from,
      {
        ...pods(names.from),
        action: "ALLOW",
        rules: [
          {
            from: [
              { source: { principals: [principal(context, ingress, `${gatewayName}-istio`)] } },
            ],
            to: [{ operation: { ports: [String(appPort)] } }],
          },
          metrics,
        ],
      },
      dry,
    ),
  ];
  const layer = {
    layer: "A layer of every kit: mutual TLS says who calls, these rules say who may",
  };
  const because = [layer, ...asks.any("policy", "l4", "l7", "deny"), ...present(plan.jwt)];
  const verify = {
    what: "The allowed call answers, any other gets 403 (RBAC: access denied) or a closed connection.",
    commands: [
      `kubectl -n ${names.namespace} exec deploy/${names.from} -- wget -qO- -T 3 ${plan.jwt ? '--header "Authorization: Bearer $TOKEN" ' : ""}http://${names.to}:${appPort}/${plan.rules ? "api/" : ""}`,
      `kubectl -n ${names.namespace} run other --rm -i --restart=Never --image=busybox:1.37 -- wget -qO- -T 3 http://${names.to}:${appPort}/ # must fail`,
    ],
  };
  const files: KitFile[] = [];
  if (plan.jwt) {
    const request: IRequestAuthentication = {
      apiVersion: "security.istio.io/v1",
      kind: "RequestAuthentication",
      metadata: { name: names.to, namespace: names.namespace },
      spec: {
        ...(plan.waypoint
          ? { targetRefs: services.map((name) => ({ group: "", kind: "Service", name })) }
          : pods(names.to)),
        jwtRules: [
          {
            issuer: issuerOf(names),
            jwksUri: jwksOf(names),
            audiences: [names.to],
            forwardOriginalToken: true,
          },
        ],
      },
    };
    files.push(
      manifest(
        context,
        {
          step: "authorize",
          name: "a-tokens.yaml",
          purpose: `Checks signature, issuer, audience and expiry of end-user tokens sent to ${names.to}. A request without a token still passes here; the rule in c-allow.yaml refuses it.`,
          because: [plan.jwt],
          writtenFor: version,
          caution:
            "The control plane fetches the keys: istiod must reach the issuer. A token in a cookie or query needs fromCookies or fromParams.",
          verify: {
            what: "A forged token gets 401.",
            commands: [
              `kubectl -n ${names.namespace} exec deploy/${names.from} -- wget -qSO- -T 3 --header 'Authorization: Bearer forged' http://${names.to}:${appPort}/ # 401`,
            ],
          },
        },
        [request],
      ),
    );
  }
  if (dryRun) {
    files.push(
      manifest(
        context,
        {
          step: "authorize",
          name: "b-dry-run.yaml",
          purpose:
            "The rules of c-allow.yaml and the denial of everything else, judged and counted but not enforced.",
          because: [dryRun],
          writtenFor: `${version} (dry run is experimental)`,
          caution: "The next files have the same names and replace these.",
          verify: {
            what: "Logs and metrics name what would have been denied (shadow denied).",
            commands: [
              `istioctl proxy-config log deploy/${names.to}.${names.namespace} --level rbac:debug`,
              `kubectl -n ${names.namespace} logs deploy/${names.to} -c istio-proxy | grep 'shadow denied'`,
            ],
          },
        },
        [...allow(true), policy("default-deny", {}, true)],
      ),
    );
  }
  files.push(
    manifest(
      context,
      {
        step: "authorize",
        name: "c-allow.yaml",
        purpose: `Allows ${names.from} to call ${names.to}${plan.rules ? " with GET and POST under /api/" : ""}${plan.jwt ? " with a valid end-user token" : ""}, the gateway to call ${names.from}, and Prometheus to read metrics.`,
        because,
        writtenFor: version,
        caution: [
          "As soon as an ALLOW policy selects a workload, everything it does not name is denied there. Callers must already use mutual TLS: identities are unknown in plaintext.",
          plan.waypoint
            ? "Pods admit only the waypoint, so that nobody goes round it; the waypoint admits the caller."
            : undefined,
          plan.ambient
            ? `Prometheus must be in the mesh to read port ${metricsPort}.`
            : `Metrics on the merged port 15020 are not affected; a scrape of port ${metricsPort} must come from the mesh.`,
        ]
          .filter(Boolean)
          .join(" "),
        verify,
      },
      allow(false),
    ),
    manifest(
      context,
      {
        step: "authorize",
        name: "d-default-deny.yaml",
        purpose: `Denies every call in ${names.namespace} that no rule allows.`,
        because: [layer, ...asks.any("policy", "deny")],
        writtenFor: version,
        caution: "After c-allow.yaml, never before. Probes of the kubelet are not affected.",
        verify,
      },
      [policy("default-deny", {})],
    ),
  );
  return files;
}

function gatewayFile(context: Context): KitFile {
  const { names, asks } = context;
  const target = {
    targetRefs: [{ group: "gateway.networking.k8s.io", kind: "Gateway", name: gatewayName }],
  };
  const request: IRequestAuthentication = {
    apiVersion: "security.istio.io/v1",
    kind: "RequestAuthentication",
    metadata: { name: gatewayName, namespace: ingress },
    spec: {
      ...target,
      jwtRules: [
        {
          issuer: issuerOf(names),
          jwksUri: jwksOf(names),
          audiences: [names.host],
          forwardOriginalToken: true,
        },
      ],
    },
  };
  const require: IAuthorizationPolicy = {
    apiVersion: "security.istio.io/v1",
    kind: "AuthorizationPolicy",
    metadata: { name: gatewayName, namespace: ingress },
    spec: {
      ...target,
      action: "ALLOW",
      rules: [{ from: [{ source: { requestPrincipals: [`${issuerOf(names)}/*`] } }] }],
    },
  };
  return manifest(
    context,
    {
      step: "gateway",
      name: "gateway.yaml",
      purpose: `Opens ${names.host} over TLS and lets in only requests with a valid token of ${names.issuer}.`,
      because: [
        { layer: "A layer of every kit: authentication of users at the gateway" },
        ...present(
          asks.of("requests", "jwt"),
          asks.of("routing", "ingress"),
          asks.of("routing", "gateway-api"),
        ),
      ],
      writtenFor: `${version}, Gateway API 1.6`,
      caution: gatewayCaution,
      verify: {
        what: "Without a token the gateway refuses, with one it answers.",
        commands: gatewayChecks(names),
      },
    },
    [require, request, publicGateway(names, "istio", ingress), publicRoute(names, ingress)],
  );
}

function egressFile(context: Context, plan: Plan, ask: Ask): KitFile {
  const { names } = context;
  const namespace = plan.ambient ? egressNamespace : names.namespace;
  const entry: IServiceEntry = {
    apiVersion: "networking.istio.io/v1",
    kind: "ServiceEntry",
    metadata: {
      name: "outside",
      namespace,
      ...(plan.ambient ? { labels: { "istio.io/use-waypoint": waypoint } } : {}),
    },
    spec: {
      hosts: [names.external],
      location: "MESH_EXTERNAL",
      resolution: "DNS",
      ports: [{ number: 443, name: "tls", protocol: "TLS" }],
      ...(plan.ambient ? {} : { exportTo: ["."] }),
    },
  };
  const verify = {
    what: "The named host answers, another does not.",
    commands: [
      `kubectl -n ${names.namespace} exec deploy/${names.from} -- wget -qO- -T 5 https://${names.external}/`,
      `kubectl -n ${names.namespace} exec deploy/${names.from} -- wget -qO- -T 5 https://example.org/ # must fail`,
    ],
  };
  if (!plan.ambient) {
    const sidecar: ISidecar = {
      apiVersion: "networking.istio.io/v1",
      kind: "Sidecar",
      metadata: { name: "default", namespace: names.namespace },
      spec: {
        egress: [
          {
            hosts: [
              "./*",
              "istio-system/*",
              ...(context.asks.of("telemetry", "tracing") ? [`${monitoringNamespace}/*`] : []),
            ],
          },
        ],
        outboundTrafficPolicy: { mode: "REGISTRY_ONLY" },
      },
    };
    return manifest(
      context,
      {
        step: "egress",
        name: "egress.yaml",
        purpose: `Lets the pods of ${names.namespace} call ${names.external} and the services of their own namespace, and nothing else.`,
        because: [ask],
        writtenFor: version,
        caution:
          "Add the other namespaces these pods call to hosts, or those calls fail. A hostile pod can go round its sidecar: the network policy of this kit is the boundary.",
        verify,
      },
      [entry, sidecar],
    );
  }
  const gateway: IGateway = {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "Gateway",
    metadata: { name: waypoint, namespace, labels: { "istio.io/waypoint-for": "all" } },
    spec: {
      gatewayClassName: waypointClass,
      listeners: [
        {
          name: "mesh",
          port: 15008,
          protocol: "HBONE",
          allowedRoutes: { namespaces: { from: "Same" } },
        },
      ],
    },
  };
  const policy: IAuthorizationPolicy = {
    apiVersion: "security.istio.io/v1",
    kind: "AuthorizationPolicy",
    metadata: { name: "outside", namespace },
    spec: {
      targetRefs: [{ group: "networking.istio.io", kind: "ServiceEntry", name: "outside" }],
      action: "ALLOW",
      rules: [
        { from: [{ source: { principals: [principal(context, names.namespace, names.from)] } }] },
      ],
    },
  };
  return manifest(
    context,
    {
      step: "egress",
      name: "egress.yaml",
      purpose: `Sends calls to ${names.external} through a waypoint in ${namespace}, which lets only ${names.from} through.`,
      because: [ask],
      writtenFor: version,
      caution:
        "The mesh does not block hosts that have no ServiceEntry: the network policy of this kit does, by leaving only the way to this waypoint.",
      verify,
    },
    [gateway, policy, entry],
  );
}

function machineFile(context: Context, plan: Plan, asks: readonly Ask[]): KitFile {
  const { names } = context;
  const group: IWorkloadGroup = {
    apiVersion: "networking.istio.io/v1",
    kind: "WorkloadGroup",
    metadata: { name: `${names.to}-machines`, namespace: names.namespace },
    spec: {
      metadata: { labels: { app: names.to } },
      template: { serviceAccount: names.to, ports: { http: appPort } },
      probe: {
        initialDelaySeconds: 5,
        periodSeconds: 10,
        httpGet: { path: "/healthz", port: appPort },
      },
    },
  };
  return manifest(
    context,
    {
      step: "machines",
      name: "workload-group.yaml",
      purpose: `Lets virtual machines that run ${names.to} join, with the same identity as its pods.`,
      because: asks,
      writtenFor: version,
      caution:
        "The machines need the Istio sidecar package and must reach istiod on port 15012 through an east-west gateway that exposes it, and pods directly or through its port 15443: set that gateway up first, no file here exposes istiod.",
      apply: (path) => [
        `kubectl apply -f ${path}`,
        `istioctl x workload entry configure -f ${path} -o machine/${plan.clusters.length > 0 ? " --clusterID east" : ""} --autoregister`,
      ],
      verify: {
        what: "The machine registers itself.",
        commands: [`kubectl -n ${names.namespace} get workloadentries`],
      },
    },
    [group],
  );
}

function clusterFiles(context: Context, plan: Plan): KitFile[] {
  if (plan.clusters.length === 0) return [];
  const { names } = context;
  const files: KitFile[] = [];
  const commands = [
    "set -euo pipefail",
    "# Both clusters have the same root certificate (the Secret cacerts) and their own intermediate.",
    "for pair in east:west west:east; do",
    '  from="$(cut -d: -f1 <<<"$pair")" to="$(cut -d: -f2 <<<"$pair")"',
    '  istioctl create-remote-secret --context="$from" --name="$from" | kubectl --context="$to" apply -f -',
    "done",
    ...(plan.networks
      ? [
          "for cluster in east west; do",
          ...(plan.ambient
            ? []
            : [
                `  helm --kube-context "$cluster" upgrade --install istio-eastwestgateway istio/gateway -n istio-system --version '${chart}' --set networkGateway="network-$cluster"`,
              ]),
          '  sed "s/network-east/network-$cluster/" 14-clusters/east-west-gateway.yaml | kubectl --context="$cluster" apply -f -',
          "done",
        ]
      : []),
    "for cluster in east west; do",
    '  istioctl --context="$cluster" remote-clusters',
    "done",
  ];
  if (plan.ambient) {
    commands.push(
      "for cluster in east west; do",
      `  kubectl --context="$cluster" -n ${names.namespace} label service ${names.to} istio.io/global=true --overwrite`,
      "done",
    );
  }
  if (plan.networks) {
    const sidecar: IIstioGateway = {
      apiVersion: "networking.istio.io/v1",
      kind: "Gateway",
      metadata: { name: "cross-network-gateway", namespace: "istio-system" },
      spec: {
        selector: { istio: "eastwestgateway" },
        servers: [
          {
            port: { number: 15443, name: "tls", protocol: "TLS" },
            tls: { mode: "AUTO_PASSTHROUGH" },
            hosts: [`*.${names.namespace}.svc.cluster.local`],
          },
        ],
      },
    };
    const ambient: IGateway = {
      apiVersion: "gateway.networking.k8s.io/v1",
      kind: "Gateway",
      metadata: {
        name: "istio-eastwestgateway",
        namespace: "istio-system",
        labels: { "topology.istio.io/network": "network-east" },
      },
      spec: {
        gatewayClassName: "istio-east-west",
        listeners: [
          {
            name: "mesh",
            port: 15008,
            protocol: "HBONE",
            tls: {
              mode: "Terminate",
              options: { "gateway.istio.io/tls-terminate-mode": "ISTIO_MUTUAL" },
            },
          },
        ],
      },
    };
    files.push(
      manifest(
        context,
        {
          step: "clusters",
          name: "east-west-gateway.yaml",
          purpose:
            "Carries calls between clusters whose pods cannot reach each other, with mutual TLS from end to end.",
          because: [...plan.clusters, ...context.asks.made("clusters")],
          writtenFor: plan.ambient ? `${version} (multi-network ambient is beta)` : version,
          caution: plan.ambient
            ? "Open port 15008 of the gateway to the other cluster only."
            : `Open port 15443 of the gateway to the other cluster only. Only services of ${names.namespace} are exposed.`,
          apply: () => ["bash 14-clusters/bootstrap.sh"],
          verify: {
            what: "The gateway has an address.",
            commands: ["kubectl -n istio-system get service istio-eastwestgateway"],
          },
        },
        [plan.ambient ? ambient : sidecar],
      ),
    );
  }
  files.push(
    text(
      context,
      {
        step: "clusters",
        name: "bootstrap.sh",
        purpose:
          "Joins two clusters, called east and west in kubectl, each with a control plane of its own.",
        because: plan.clusters,
        writtenFor: version,
        caution:
          "Install Istio in both first, with clusterName (and network) set to the cluster's own name in the values files. A remote secret gives read access to the other API server.",
        apply: (path) => [`bash ${path}`],
        verify: {
          what: "Each cluster lists the other as synced.",
          commands: ["istioctl --context=east remote-clusters"],
        },
        undo: () => [
          "kubectl --context=east -n istio-system delete secret istio-remote-secret-west",
          "kubectl --context=west -n istio-system delete secret istio-remote-secret-east",
        ],
      },
      "shell",
      commands,
    ),
  );
  return files;
}

/** What the network policy must let through to and from other clusters: pods themselves, or gateways between them. */
function otherClusters(plan: Plan, service: readonly number[], gatewayPort: number) {
  if (plan.clusters.length === 0) return {};
  return {
    clusters: plan.networks
      ? { ports: [gatewayPort], gatewayNamespace: "istio-system" }
      : { ports: service },
  };
}

/** The kit of Istio, in sidecar or ambient mode. */
export function draftIstio(context: Context): Draft {
  const plan = planFor(context);
  const { asks } = context;
  const machines = [...asks.any("also", "vm"), ...present(asks.of("platform", "vm"))];
  const egress = plan.egress;
  const spans = asks.of("telemetry", "tracing")
    ? [{ namespace: monitoringNamespace, ports: plan.ambient ? [4317, 15008] : [4317] }]
    : [];
  const files = [
    ...installFiles(context, plan),
    ...enrolFiles(context, plan),
    observeFile(context, plan),
    mtlsFile(context, false),
    ...trafficFiles(context, plan),
    mtlsFile(context, true),
    ...authorizeFiles(context, plan),
    gatewayFile(context),
    ...(egress ? [egressFile(context, plan, egress)] : []),
    networkPolicyFile(
      context,
      plan.ambient
        ? {
            service: [15008],
            scrape: [15008, 15020, metricsPort],
            // Only the waypoint, a pod of the namespace, has a control plane; ztunnel is outside it.
            controlPlane: plan.waypoint
              ? [{ namespace: "istio-system", ports: [15012] }, ...spans]
              : [],
            gatewayNamespace: ingress,
            probesFrom: ["169.254.7.127/32", "fd16:9254:7127:1337:ffff:ffff:ffff:ffff/128"],
            writtenFor: `Kubernetes 1.36, ${version}`,
            explain: "the tunnel of the mesh (HBONE, port 15008) and probes as ztunnel shows them",
            ...(plan.waypoint
              ? { waypoint: { "gateway.networking.k8s.io/gateway-name": waypoint } }
              : {}),
            ...(egress ? { egress: { namespace: egressNamespace, ports: [15008] } } : {}),
            ...otherClusters(plan, [15008], 15008),
          }
        : {
            service: [appPort, 15008],
            scrape: [15020, 15021, 15090, metricsPort],
            controlPlane: [{ namespace: "istio-system", ports: [15012] }, ...spans],
            gatewayNamespace: ingress,
            writtenFor: `Kubernetes 1.36, ${version}`,
            explain:
              "the control plane (15012), metrics and health of the proxies (15020, 15021, 15090)",
            ...(egress ? { egress: "internet" as const } : {}),
            ...otherClusters(plan, [appPort, 15008], 15443),
          },
      present(egress),
    ),
    coreDnsFile(context),
    ...hostFirewallFiles(context, { where: "nodes" }),
    ...(machines.length > 0 && !plan.ambient ? [machineFile(context, plan, machines)] : []),
    ...clusterFiles(context, plan),
  ];
  return {
    files,
    preparations: preparations(context, plan),
    reasons: {
      "identities.rotation":
        "Workload certificates renew by themselves every day. A new root is a sequence of commands, old and new trusted together for a while: not a file.",
      "also.orchestrators":
        "Services of other schedulers join as machines do, one by one, or are called through a gateway.",
      ...(plan.ambient
        ? {
            "also.vm":
              "Machines cannot join in ambient mode; sidecar mode has a WorkloadGroup for them.",
            "policy.dry-run": "Istio judges policies in dry run only in sidecars.",
            platform: "Machines cannot join in ambient mode.",
          }
        : {}),
      ...(plan.mirror && !plan.canary
        ? { "routing.mirror": "Mirroring needs a second version: answer the canary row too." }
        : {}),
    },
    notes: [
      ...(plan.ambient && plan.waypoint
        ? ["The layer 7 answers need a waypoint; the kit runs one for the called service only."]
        : []),
      ...(["nomad", "ecs"].includes(asks.choice("platform") ?? "")
        ? [
            "Istio's control plane runs on Kubernetes: the kit is for a cluster beside your platform.",
          ]
        : []),
    ],
  };
}
