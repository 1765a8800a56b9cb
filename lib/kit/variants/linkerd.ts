import type { ICertificate } from "@kubernetes-models/cert-manager/cert-manager.io/v1/Certificate";
import type { IClusterIssuer } from "@kubernetes-models/cert-manager/cert-manager.io/v1/ClusterIssuer";
import type { IIssuer } from "@kubernetes-models/cert-manager/cert-manager.io/v1/Issuer";
import type { IBundle } from "@kubernetes-models/cert-manager/trust.cert-manager.io/v1alpha1/Bundle";
import type { ITLSRoute } from "@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/TLSRoute";
import { present } from "@/lib/kit/asks";
import type * as linkerd from "@/lib/kit/check/linkerd-schemas";
import { type Context, manifest, settings, text } from "@/lib/kit/context";
import { coreDnsFile } from "@/lib/kit/parts/dns";
import {
  envoyGatewayFile,
  envoyGatewayNamespace,
  envoyGatewayPreparation,
} from "@/lib/kit/parts/envoy-gateway";
import { hostFirewallFiles } from "@/lib/kit/parts/host-firewall";
import { networkPolicyFile } from "@/lib/kit/parts/network";
import { canaryHeader, canaryShare, requestTimeout, serviceRoute } from "@/lib/kit/parts/routes";
import {
  appPort,
  metricsPort,
  monitoringNamespace,
  namespaceOf,
  probePath,
  serviceAccountOf,
  serviceOf,
  versionLabels,
  versionsOf,
} from "@/lib/kit/parts/workloads";
import type { Ask, Draft, KitFile, Preparation } from "@/lib/kit/types";

const edge = "2026.8.3";
const gatewayApi = "v1.6.1";
const viz = "linkerd-viz";
const multicluster = "linkerd-multicluster";

interface Plan {
  readonly enterprise: boolean;
  readonly version: string;
  readonly canary: Ask | undefined;
  readonly headers: Ask | undefined;
  readonly retries: Ask | undefined;
  readonly timeouts: Ask | undefined;
  readonly breaking: Ask | undefined;
  /** Only where nothing asks for what a ServiceProfile would switch off. */
  readonly budget: Ask | undefined;
  readonly rules: Ask | undefined;
  readonly egress: Ask | undefined;
  readonly clusters: readonly Ask[];
  readonly flat: boolean;
}

function planFor({ variant, asks }: Context): Plan {
  const canary = asks.of("routing", "canary");
  const headers = asks.of("routing", "headers");
  const breaking = asks.of("resilience", "breaking");
  const enterprise = variant === "linkerd-enterprise";
  return {
    enterprise,
    version: enterprise ? "Buoyant Enterprise for Linkerd 2.20" : `Linkerd 2.20 (edge-26.8.3)`,
    canary,
    headers,
    breaking,
    retries: asks.of("resilience", "retries"),
    timeouts: asks.of("resilience", "timeouts"),
    budget:
      canary || headers || breaking || asks.of("routing", "gateway-api")
        ? undefined
        : asks.of("resilience", "budget"),
    rules: asks.of("policy", "l7"),
    egress: asks.of("requests", "egress"),
    clusters: asks.any("multicluster", "calls", "failover", "independent"),
    flat: asks.choice("clusters") === "flat",
  };
}

const certificateLayer = {
  layer:
    "A part of every kit: Linkerd's default trust anchor ends after a year, and all traffic with it",
};
const identityLayer = { layer: "A layer of every kit: encryption and identity between workloads" };
const accessLayer = {
  layer: "A layer of every kit: mutual TLS says who calls, these rules say who may",
};

function preparations({ names }: Context, plan: Plan): Preparation[] {
  const repository = plan.enterprise ? "linkerd-buoyant" : "linkerd-edge";
  const charts = plan.enterprise
    ? {
        crds: "linkerd-enterprise-crds",
        plane: "linkerd-enterprise-control-plane",
        version: "~2.20.0",
      }
    : { crds: "linkerd-crds", plane: "linkerd-control-plane", version: edge };
  return [
    {
      what: "cert-manager 1.21 and trust-manager, which renew Linkerd's certificates.",
      commands: [
        "helm repo add jetstack https://charts.jetstack.io",
        "helm upgrade --install cert-manager jetstack/cert-manager -n cert-manager --create-namespace --version '~1.21.0' --set crds.enabled=true --wait",
        "helm upgrade --install trust-manager jetstack/trust-manager -n cert-manager --set app.trust.namespace=cert-manager --wait",
        "kubectl create namespace linkerd",
        "kubectl apply -f 01-install/identity.yaml",
        "kubectl -n linkerd wait certificate/linkerd-identity-issuer --for=condition=Ready --timeout=60s",
      ],
      undo: [
        "helm uninstall trust-manager -n cert-manager",
        "helm uninstall cert-manager -n cert-manager",
      ],
    },
    envoyGatewayPreparation,
    {
      what: `The Gateway API resources (${gatewayApi}, experimental channel: the standard one no longer serves the version of TLSRoute that Linkerd watches) and ${plan.version}.`,
      commands: [
        `kubectl apply --server-side --force-conflicts -f https://github.com/kubernetes-sigs/gateway-api/releases/download/${gatewayApi}/experimental-install.yaml`,
        plan.enterprise
          ? "helm repo add linkerd-buoyant https://helm.buoyant.cloud"
          : "helm repo add linkerd-edge https://helm.linkerd.io/edge",
        `helm upgrade --install linkerd-crds ${repository}/${charts.crds} -n linkerd --version '${charts.version}'`,
        `helm upgrade --install linkerd-control-plane ${repository}/${charts.plane} -n linkerd --version '${charts.version}' -f 01-install/control-plane-values.yaml${plan.enterprise ? ' --set license="$BUOYANT_LICENSE"' : ""} --wait`,
        "linkerd check",
        ...(plan.enterprise
          ? []
          : [
              `helm upgrade --install linkerd-viz linkerd-edge/linkerd-viz -n ${viz} --create-namespace --version '${edge}'`,
            ]),
      ],
      undo: [
        ...(plan.enterprise ? [] : [`helm uninstall linkerd-viz -n ${viz}`]),
        "helm uninstall linkerd-control-plane -n linkerd",
        "helm uninstall linkerd-crds -n linkerd",
        `kubectl -n ${names.namespace} rollout restart deployment`,
      ],
    },
  ];
}

function installFiles(context: Context, plan: Plan): KitFile[] {
  const { names, asks } = context;
  const ownCa = asks.any("identities", "own-ca", "rotation");
  const selfSigned: IIssuer = {
    apiVersion: "cert-manager.io/v1",
    kind: "Issuer",
    metadata: { name: "linkerd-trust-root", namespace: "cert-manager" },
    spec: { selfSigned: {} },
  };
  const anchor: ICertificate = {
    apiVersion: "cert-manager.io/v1",
    kind: "Certificate",
    metadata: { name: "linkerd-trust-anchor", namespace: "cert-manager" },
    spec: {
      issuerRef: { kind: "Issuer", name: "linkerd-trust-root" },
      secretName: "linkerd-trust-anchor",
      isCA: true,
      commonName: `root.linkerd.${names.trustDomain}`,
      duration: "17520h",
      renewBefore: "4380h",
      privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
    },
  };
  const issuer: IClusterIssuer = {
    apiVersion: "cert-manager.io/v1",
    kind: "ClusterIssuer",
    metadata: { name: "linkerd-trust-anchor" },
    spec: { ca: { secretName: "linkerd-trust-anchor" } },
  };
  const identity: ICertificate = {
    apiVersion: "cert-manager.io/v1",
    kind: "Certificate",
    metadata: { name: "linkerd-identity-issuer", namespace: "linkerd" },
    spec: {
      issuerRef: { kind: "ClusterIssuer", name: "linkerd-trust-anchor" },
      secretName: "linkerd-identity-issuer",
      isCA: true,
      commonName: `identity.linkerd.${names.trustDomain}`,
      duration: "48h",
      renewBefore: "25h",
      privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
    },
  };
  const bundle: IBundle = {
    apiVersion: "trust.cert-manager.io/v1alpha1",
    kind: "Bundle",
    metadata: { name: "linkerd-identity-trust-roots" },
    spec: {
      sources: [{ secret: { name: "linkerd-trust-anchor", key: "tls.crt" } }],
      target: {
        configMap: { key: "ca-bundle.crt" },
        namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "linkerd" } },
      },
    },
  };
  const tracing = asks.of("telemetry", "tracing");
  const dual = asks.of("protocols", "dual-stack");
  return [
    manifest(
      context,
      {
        step: "install",
        name: "identity.yaml",
        purpose:
          "Makes the trust anchor and the issuer of Linkerd's certificates, and renews the issuer without anyone's help.",
        because: [certificateLayer, ...ownCa],
        writtenFor: "cert-manager 1.21, trust-manager 0.24",
        caution:
          "The trust anchor is renewed by cert-manager after a year and a half, and the change takes both anchors in the bundle for a while: before that, copy the secret under another name and add it to the sources of the bundle. With an authority of your own, replace the Issuer linkerd-trust-root by one for it (Vault, a cloud CA), so that the root's key never is in the cluster.",
        apply: () => [],
        verify: {
          what: "Both certificates are ready.",
          commands: ["kubectl get certificate -A", "linkerd check --proxy"],
        },
      },
      [selfSigned, anchor, issuer, identity, bundle],
    ),
    settings(
      context,
      {
        step: "install",
        name: "control-plane-values.yaml",
        purpose:
          "Settings of the control plane: certificates from cert-manager, the trust domain, three replicas apart.",
        because: [{ layer: "A part of every kit: the installation" }, ...present(tracing, dual)],
        writtenFor: `${plan.version}, chart ${plan.enterprise ? "2.20" : edge}`,
        ...(tracing
          ? {
              caution:
                "Spans go to a meshed OpenTelemetry collector at otel-collector.monitoring, port 4317, which must be there.",
            }
          : {}),
        verify: { what: "The check passes.", commands: ["linkerd check"] },
      },
      {
        identityTrustDomain: names.trustDomain,
        identity: { externalCA: true, issuer: { scheme: "kubernetes.io/tls" } },
        controllerReplicas: 3,
        enablePodAntiAffinity: true,
        enablePodDisruptionBudget: true,
        ...(dual ? { disableIPv6: false } : {}),
        ...(tracing
          ? {
              proxy: {
                tracing: {
                  enabled: true,
                  collector: {
                    endpoint: `otel-collector.${monitoringNamespace}:4317`,
                    meshIdentity: {
                      serviceAccountName: "otel-collector",
                      namespace: monitoringNamespace,
                    },
                  },
                },
              },
            }
          : {}),
      },
    ),
  ];
}

/** How a Prometheus of one's own finds the proxies; viz brings one that knows. */
function observeFile(context: Context, plan: Plan): KitFile {
  const { asks, names } = context;
  const copy = (source: string, target: string) => ({
    source_labels: [`__meta_kubernetes_${source}`],
    action: "replace",
    target_label: target,
  });
  return settings(
    context,
    {
      step: "observe",
      name: "prometheus-scrape.yaml",
      purpose: `Lets a Prometheus of your own collect success rates, request rates and latencies from the proxies in ${names.namespace}.`,
      because: [
        { layer: "A part of every kit: strict modes are turned on by what metrics and logs show" },
        ...asks.any("telemetry", "golden", "routes"),
      ],
      writtenFor: `${plan.version}, Prometheus 3`,
      caution: `Add it to scrape_configs of Prometheus in ${monitoringNamespace}, and take Prometheus into the mesh before the deny step. The Prometheus of viz needs none of this.`,
      verify: {
        what: "Targets are up and count requests.",
        commands: [
          `linkerd diagnostics proxy-metrics -n ${names.namespace} deploy/${names.to} | grep request_total`,
        ],
      },
    },
    {
      scrape_configs: [
        {
          job_name: "linkerd-proxy",
          kubernetes_sd_configs: [{ role: "pod", namespaces: { names: [names.namespace] } }],
          relabel_configs: [
            {
              source_labels: [
                "__meta_kubernetes_pod_container_name",
                "__meta_kubernetes_pod_container_port_name",
                "__meta_kubernetes_pod_label_linkerd_io_control_plane_ns",
              ],
              action: "keep",
              regex: "^linkerd-proxy;linkerd-admin;linkerd$",
            },
            copy("namespace", "namespace"),
            copy("pod_name", "pod"),
            copy("pod_label_app", "app"),
          ],
        },
      ],
    },
  );
}

/** The namespace with one of Linkerd's default inbound policies; proxies read it when their pod starts. */
function namespaceWith(
  { names, asks }: Context,
  policy: "all-unauthenticated" | "audit" | "all-authenticated" | "deny",
) {
  return namespaceOf(
    names,
    {},
    {
      "linkerd.io/inject": "enabled",
      "config.linkerd.io/default-inbound-policy": policy,
      ...(asks.of("telemetry", "logs") ? { "config.linkerd.io/access-log": "json" } : {}),
    },
  );
}

function restart({ names }: Context): string {
  return `kubectl -n ${names.namespace} rollout restart deployment && kubectl -n ${names.namespace} rollout status deployment --timeout=5m`;
}

function breakerAnnotations(): Record<string, string> {
  return {
    "balancer.linkerd.io/failure-accrual": "consecutive",
    "balancer.linkerd.io/failure-accrual-consecutive-max-failures": "7",
    "balancer.linkerd.io/failure-accrual-consecutive-min-penalty": "1s",
    "balancer.linkerd.io/failure-accrual-consecutive-max-penalty": "1m",
  };
}

function enrolFile(context: Context, plan: Plan): KitFile {
  const { names } = context;
  const { stable, canary } = versionsOf(names);
  return manifest(
    context,
    {
      step: "enrol",
      name: "workloads.yaml",
      purpose: `Marks the namespace ${names.namespace} for injection and gives both services an identity of their own. Everything stays allowed. Pods get a proxy when they restart.`,
      because: [
        {
          layer:
            "A part of every kit: workloads join by namespace, identities come from service accounts",
        },
        ...present(plan.canary),
      ],
      writtenFor: plan.version,
      caution: `Leave out Services that you have. The rules of this kit name the service accounts ${names.from} and ${names.to}: set serviceAccountName in both Deployments first, or the callers are refused later. Ports of protocols where the server speaks first must be declared opaque.${plan.canary ? versionLabels(names) : ""}`,
      apply: (path) => [`kubectl apply -f ${path}`, restart(context)],
      verify: {
        what: "Every pod has a proxy and the checks pass.",
        commands: [`linkerd check --proxy -n ${names.namespace}`],
      },
      undo: () => [
        `kubectl annotate namespace ${names.namespace} linkerd.io/inject- config.linkerd.io/default-inbound-policy-`,
        restart(context),
      ],
    },
    [
      namespaceWith(context, "all-unauthenticated"),
      serviceAccountOf(names, names.from),
      serviceAccountOf(names, names.to),
      serviceOf(names, names.from, { app: names.from }),
      serviceOf(names, names.to, { app: names.to }),
      ...(plan.canary
        ? [
            serviceOf(names, stable, { app: names.to, version: "stable" }),
            serviceOf(names, canary, { app: names.to, version: "canary" }),
          ]
        : []),
    ],
  );
}

function policyFiles(context: Context, plan: Plan): Record<"audit" | "strict" | "deny", KitFile> {
  const { names, asks } = context;
  const previous = {
    audit: "02-enrol/workloads.yaml",
    strict: "04-permissive/namespace.yaml",
    deny: "06-strict/namespace.yaml",
  };
  const file = (
    id: keyof typeof previous,
    spec: Pick<
      Parameters<typeof manifest>[1],
      "step" | "name" | "purpose" | "because" | "caution" | "verify"
    >,
    policy: Parameters<typeof namespaceWith>[1],
  ) =>
    manifest(
      context,
      {
        ...spec,
        writtenFor: plan.version,
        apply: (path) => [`kubectl apply -f ${path}`, restart(context)],
        undo: () => [`kubectl apply -f ${previous[id]}`, restart(context)],
      },
      [namespaceWith(context, policy)],
    );
  return {
    audit: file(
      "audit",
      {
        step: "permissive",
        name: "namespace.yaml",
        purpose: `Allows everything in ${names.namespace} and marks in logs and metrics what a stricter default would refuse.`,
        because: [identityLayer, ...present(asks.of("policy", "dry-run"))],
        caution: "Audit mode counts what no rule covers: it is not yet a denial.",
        verify: {
          what: "Metrics show which callers are still without identity.",
          commands: [
            `linkerd viz edges deployment -n ${names.namespace}`,
            `linkerd viz authz -n ${names.namespace} deploy/${names.to}`,
          ],
        },
      },
      "audit",
    ),
    strict: file(
      "strict",
      {
        step: "strict",
        name: "namespace.yaml",
        purpose: `Refuses callers without a mesh identity in ${names.namespace}, which means plaintext.`,
        because: [
          identityLayer,
          ...present(asks.of("mtls"), asks.of("strict"), asks.of("identities", "workload")),
        ],
        caution:
          "Only when the audit has shown no such caller for a week. Probes of the kubelet stay allowed. Ports that the proxy is told to skip are not protected.",
        verify: {
          what: "A call from a pod outside the mesh fails, the call of the pilot works.",
          commands: [
            `kubectl -n default run plain --rm -i --restart=Never --image=busybox:1.37 -- wget -qO- -T 3 http://${names.to}.${names.namespace}:${appPort}/ # must fail`,
            `kubectl -n ${names.namespace} exec deploy/${names.from} -- wget -qO- -T 3 http://${names.to}:${appPort}${probePath}`,
          ],
        },
      },
      "all-authenticated",
    ),
    deny: file(
      "deny",
      {
        step: "authorize",
        name: "d-default-deny.yaml",
        purpose: `Denies every call in ${names.namespace} that no rule allows, on every port.`,
        because: [accessLayer, ...asks.any("policy", "deny")],
        caution: "After a-metrics-and-probes.yaml and c-allow.yaml, never before.",
        verify: {
          what: "The allowed call answers, any other gets 403; pods stay ready and metrics keep coming.",
          commands: [
            `linkerd viz authz -n ${names.namespace} deploy/${names.to}`,
            `kubectl -n ${names.namespace} get pods`,
          ],
        },
      },
      "deny",
    ),
  };
}

function trafficFiles(context: Context, plan: Plan): KitFile[] {
  const { names } = context;
  const { stable, canary } = versionsOf(names);
  const files: KitFile[] = [];
  const gatewayApi = context.asks.of("routing", "gateway-api");
  const routed = present(plan.canary, plan.headers, plan.retries, plan.timeouts, gatewayApi);
  if (plan.budget) {
    const profile: linkerd.ServiceProfile = {
      apiVersion: "linkerd.io/v1alpha2",
      kind: "ServiceProfile",
      metadata: {
        name: `${names.to}.${names.namespace}.svc.cluster.local`,
        namespace: names.namespace,
      },
      spec: {
        routes: [
          {
            name: "GET /",
            condition: { method: "GET", pathRegex: "/.*" },
            isRetryable: true,
            timeout: requestTimeout,
          },
        ],
        retryBudget: { retryRatio: 0.2, minRetriesPerSecond: 10, ttl: "10s" },
      },
    };
    files.push(
      manifest(
        context,
        {
          step: "traffic",
          name: "retry-budget.yaml",
          purpose: `Retries reads of ${names.to} within ${requestTimeout}, and caps retries to a fifth of the requests plus ten a second.`,
          because: [plan.budget, ...present(plan.retries, plan.timeouts)],
          writtenFor: plan.version,
          caution:
            "ServiceProfile is the older interface and the only one with a budget. It switches off HTTPRoutes, retry annotations and circuit breaking for this Service.",
          verify: {
            what: "Effective and actual request rates differ by the retries.",
            commands: [
              `linkerd viz routes -n ${names.namespace} deploy/${names.from} --to svc/${names.to} -o wide`,
            ],
          },
        },
        [profile],
      ),
    );
  } else if (routed.length > 0) {
    const route = {
      split: plan.canary !== undefined,
      byHeader: plan.headers !== undefined,
      timeout: plan.timeouts !== undefined,
    };
    files.push(
      manifest(
        context,
        {
          step: "traffic",
          name: "route.yaml",
          purpose: `Routes calls to ${names.to}: ${[
            plan.canary ? `${canaryShare} % to the canary` : undefined,
            plan.canary && plan.headers ? `testers by the header ${canaryHeader.name}` : undefined,
            plan.retries ? "two retries of reads on 502 to 504" : undefined,
            plan.timeouts ? `a timeout of ${requestTimeout}` : undefined,
            plan.canary || plan.retries || plan.timeouts
              ? undefined
              : "the place for matches on path, header and method",
          ]
            .filter(Boolean)
            .join(", ")}.`,
          because: routed,
          writtenFor: `${plan.version}, Gateway API 1.2 fields only: Linkerd ignores a route with newer ones`,
          caution:
            "The caller's proxy applies it, so the caller must be in the mesh. Retries in the services on top of these multiply load.",
          verify: {
            what: "The route is accepted and shows requests.",
            commands: [
              `kubectl -n ${names.namespace} get httproute ${names.to} -o yaml`,
              `linkerd viz stat-outbound -n ${names.namespace} deploy/${names.from}`,
            ],
          },
        },
        [
          serviceRoute(names, route),
          // Retries hold for a whole route, and a write may have been done before it failed.
          ...(plan.retries
            ? [
                serviceRoute(names, {
                  ...route,
                  reads: {
                    annotations: {
                      "retry.linkerd.io/http": "gateway-error",
                      "retry.linkerd.io/limit": "2",
                      "retry.linkerd.io/timeout": "500ms",
                    },
                  },
                }),
              ]
            : []),
        ],
      ),
    );
  }
  if (plan.breaking) {
    const services = plan.canary
      ? [
          serviceOf(
            names,
            stable,
            { app: names.to, version: "stable" },
            { annotations: breakerAnnotations() },
          ),
          serviceOf(
            names,
            canary,
            { app: names.to, version: "canary" },
            { annotations: breakerAnnotations() },
          ),
        ]
      : [serviceOf(names, names.to, { app: names.to }, { annotations: breakerAnnotations() })];
    files.push(
      manifest(
        context,
        {
          step: "traffic",
          name: "circuit-breaking.yaml",
          purpose: `Takes endpoints of ${names.to} out after seven failures in a row and tries them again with growing pauses.`,
          because: [plan.breaking],
          writtenFor: plan.version,
          caution:
            "If every endpoint fails, every endpoint is out: callers then see 503 until one recovers. There is no limit on connections or requests in Linkerd.",
          verify: {
            what: "With one failing replica its requests stop and the success rate recovers.",
            commands: [`linkerd viz stat -n ${names.namespace} deploy/${names.to}`],
          },
          undo: () => ["kubectl apply -f 02-enrol/workloads.yaml"],
        },
        services,
      ),
    );
  }
  return files;
}

function identityOf({ names }: Context, namespace: string): string {
  return `*.${namespace}.serviceaccount.identity.linkerd.${names.trustDomain}`;
}

function authorizeFiles(context: Context, plan: Plan): KitFile[] {
  const { names, asks } = context;
  const meta = (name: string) => ({ name, namespace: names.namespace });
  const server = (
    name: string,
    app: string,
    port: number,
    accessPolicy?: "audit",
  ): linkerd.Server => ({
    apiVersion: "policy.linkerd.io/v1beta3",
    kind: "Server",
    metadata: meta(name),
    spec: {
      podSelector: { matchLabels: { app } },
      port,
      proxyProtocol: "HTTP/1",
      ...(accessPolicy ? { accessPolicy } : {}),
    },
  });
  const authentication = (
    name: string,
    spec: linkerd.MeshTLSAuthentication["spec"],
  ): linkerd.MeshTLSAuthentication => ({
    apiVersion: "policy.linkerd.io/v1alpha1",
    kind: "MeshTLSAuthentication",
    metadata: meta(name),
    spec,
  });
  const allow = (
    name: string,
    target: { kind: "Server" | "HTTPRoute"; name: string },
    by: { kind: "MeshTLSAuthentication" | "NetworkAuthentication"; name: string },
  ): linkerd.AuthorizationPolicy => ({
    apiVersion: "policy.linkerd.io/v1alpha1",
    kind: "AuthorizationPolicy",
    metadata: meta(name),
    spec: {
      targetRef: { group: "policy.linkerd.io", ...target },
      requiredAuthenticationRefs: [{ group: "policy.linkerd.io", ...by }],
    },
  });
  const route = (
    name: string,
    parent: string,
    matches: linkerd.HTTPRoute["spec"]["rules"][number]["matches"],
  ): linkerd.HTTPRoute => ({
    apiVersion: "policy.linkerd.io/v1beta3",
    kind: "HTTPRoute",
    metadata: meta(name),
    spec: {
      parentRefs: [{ group: "policy.linkerd.io", kind: "Server", name: parent }],
      rules: [{ matches }],
    },
  });
  const byPrometheus = { kind: "MeshTLSAuthentication", name: "prometheus" } as const;
  const byAnyone = { kind: "NetworkAuthentication", name: "kubelet" } as const;
  const kubelet: linkerd.NetworkAuthentication = {
    apiVersion: "policy.linkerd.io/v1alpha1",
    kind: "NetworkAuthentication",
    metadata: meta("kubelet"),
    spec: { networks: [{ cidr: "0.0.0.0/0" }, { cidr: "::/0" }] },
  };
  const admin: linkerd.Server = {
    apiVersion: "policy.linkerd.io/v1beta3",
    kind: "Server",
    metadata: meta("proxy-admin"),
    spec: {
      podSelector: {
        matchExpressions: [{ key: "linkerd.io/control-plane-ns", operator: "Exists" }],
      },
      port: "linkerd-admin",
      proxyProtocol: "HTTP/1",
    },
  };
  const policies = policyFiles(context, plan);
  const verify = {
    what: "The allowed call answers, any other gets 403.",
    commands: [
      `linkerd viz authz -n ${names.namespace} deploy/${names.to}`,
      `kubectl -n ${names.namespace} run other --rm -i --restart=Never --image=busybox:1.37 -- wget -qO- -T 3 http://${names.to}:${appPort}/ # must fail`,
    ],
  };
  const because = [accessLayer, ...asks.any("policy", "l4", "l7", "deny")];
  const dryRun = asks.of("policy", "dry-run");
  const throughGateway = plan.clusters.length > 0 && !plan.flat;
  return [
    manifest(
      context,
      {
        step: "authorize",
        name: "a-metrics-and-probes.yaml",
        purpose:
          "Keeps the proxies' health probes and Prometheus working when the default becomes deny.",
        because: [accessLayer, ...asks.any("telemetry", "golden", "routes", "topology", "tap")],
        writtenFor: plan.version,
        caution: `Prometheus must be in the mesh, in ${viz} or ${monitoringNamespace}.`,
        verify: {
          what: "Metrics keep coming.",
          commands: [`linkerd viz stat -n ${names.namespace} deploy`],
        },
      },
      [
        authentication("prometheus", {
          identities: [identityOf(context, viz), identityOf(context, monitoringNamespace)],
        }),
        kubelet,
        route("proxy-metrics", "proxy-admin", [{ path: { type: "Exact", value: "/metrics" } }]),
        route("proxy-probes", "proxy-admin", [
          { path: { type: "Exact", value: "/live" } },
          { path: { type: "Exact", value: "/ready" } },
        ]),
        allow("proxy-metrics", { kind: "HTTPRoute", name: "proxy-metrics" }, byPrometheus),
        allow("proxy-probes", { kind: "HTTPRoute", name: "proxy-probes" }, byAnyone),
        admin,
        ...[names.from, names.to].flatMap((app) => [
          allow(`${app}-metrics`, { kind: "Server", name: `${app}-metrics` }, byPrometheus),
          server(`${app}-metrics`, app, metricsPort),
        ]),
      ],
    ),
    ...(dryRun
      ? [
          manifest(
            context,
            {
              step: "authorize",
              name: "b-audit.yaml",
              purpose: `Judges calls to ${names.from} and ${names.to} by the rules of c-allow.yaml, logs what they would refuse, and refuses nothing.`,
              because: [dryRun],
              writtenFor: plan.version,
              caution:
                "The next file, c-allow.yaml, has Servers of the same names and starts to refuse.",
              verify: {
                what: "The logs name what would be refused.",
                commands: [
                  `kubectl -n ${names.namespace} logs deploy/${names.to} -c linkerd-proxy | grep -i audit`,
                ],
              },
              undo: () => [
                `kubectl -n ${names.namespace} delete --ignore-not-found server.policy.linkerd.io ${names.from}-http ${names.to}-http`,
              ],
            },
            [
              server(`${names.from}-http`, names.from, appPort, "audit"),
              server(`${names.to}-http`, names.to, appPort, "audit"),
            ],
          ),
        ]
      : []),
    manifest(
      context,
      {
        step: "authorize",
        name: "c-allow.yaml",
        purpose: `Allows ${names.from} to call ${names.to}${plan.rules ? " with GET and POST under /api/" : ""} and the gateway to call ${names.from}; both ports refuse everyone else at once.`,
        because,
        writtenFor: plan.version,
        caution: [
          "A Server refuses what no policy allows as soon as it exists: policies come first in this file.",
          plan.rules
            ? `With routes on a Server, probes need a rule of their own: it allows GET ${probePath}; change it to your probe's path.`
            : "Probes of the kubelet stay allowed.",
          throughGateway
            ? "Calls from other clusters show the identity of the gateway here: whoever may use it there may call."
            : undefined,
        ]
          .filter(Boolean)
          .join(" "),
        verify,
      },
      [
        authentication(names.from, {
          identityRefs: [{ kind: "ServiceAccount", name: names.from }],
        }),
        ...(throughGateway
          ? [
              authentication("other-clusters", {
                identities: [
                  `linkerd-gateway.${multicluster}.serviceaccount.identity.linkerd.${names.trustDomain}`,
                ],
              }),
              allow(
                "other-clusters",
                plan.rules
                  ? { kind: "HTTPRoute", name: `${names.to}-api` }
                  : { kind: "Server", name: `${names.to}-http` },
                { kind: "MeshTLSAuthentication", name: "other-clusters" },
              ),
            ]
          : []),
        authentication("gateway", { identities: [identityOf(context, envoyGatewayNamespace)] }),
        ...(plan.rules
          ? [
              route(`${names.to}-api`, `${names.to}-http`, [
                { method: "GET", path: { type: "PathPrefix", value: "/api/" } },
                { method: "POST", path: { type: "PathPrefix", value: "/api/" } },
              ]),
              route(`${names.to}-probes`, `${names.to}-http`, [
                { method: "GET", path: { type: "Exact", value: probePath } },
              ]),
              allow(
                names.to,
                { kind: "HTTPRoute", name: `${names.to}-api` },
                { kind: "MeshTLSAuthentication", name: names.from },
              ),
              allow(
                `${names.to}-probes`,
                { kind: "HTTPRoute", name: `${names.to}-probes` },
                byAnyone,
              ),
            ]
          : [
              allow(
                names.to,
                { kind: "Server", name: `${names.to}-http` },
                { kind: "MeshTLSAuthentication", name: names.from },
              ),
            ]),
        allow(
          names.from,
          { kind: "Server", name: `${names.from}-http` },
          { kind: "MeshTLSAuthentication", name: "gateway" },
        ),
        server(`${names.to}-http`, names.to, appPort),
        server(`${names.from}-http`, names.from, appPort),
      ],
    ),
    policies.deny,
  ];
}

function egressFile(context: Context, plan: Plan, ask: Ask): KitFile {
  const { names } = context;
  const network: linkerd.EgressNetwork = {
    apiVersion: "policy.linkerd.io/v1alpha1",
    kind: "EgressNetwork",
    metadata: { name: "outside", namespace: names.namespace },
    spec: { trafficPolicy: "Deny" },
  };
  const route: ITLSRoute = {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "TLSRoute",
    metadata: { name: "outside", namespace: names.namespace },
    spec: {
      hostnames: [names.external],
      parentRefs: [
        { group: "policy.linkerd.io", kind: "EgressNetwork", name: "outside", port: 443 },
      ],
      rules: [
        {
          backendRefs: [
            { group: "policy.linkerd.io", kind: "EgressNetwork", name: "outside", port: 443 },
          ],
        },
      ],
    },
  };
  return manifest(
    context,
    {
      step: "egress",
      name: "egress.yaml",
      purpose: `Lets the pods of ${names.namespace} call ${names.external} over TLS and denies everything else outside the cluster.`,
      because: [ask],
      writtenFor: `${plan.version}, Gateway API 1.6 (experimental channel)`,
      caution:
        "Judged by the name in the TLS handshake, in the caller's own proxy: a hostile pod can go round it, so the network policy of this kit is the boundary.",
      verify: {
        what: "The named host answers, another does not.",
        commands: [
          `kubectl -n ${names.namespace} exec deploy/${names.from} -- wget -qO- -T 5 https://${names.external}/`,
          `kubectl -n ${names.namespace} exec deploy/${names.from} -- wget -qO- -T 5 https://example.org/ # must fail`,
        ],
      },
    },
    [route, network],
  );
}

function machineFile(context: Context, plan: Plan, asks: readonly Ask[]): KitFile {
  const { names } = context;
  const workload: linkerd.ExternalWorkload = {
    apiVersion: "workload.linkerd.io/v1beta1",
    kind: "ExternalWorkload",
    metadata: {
      name: `${names.to}-machine`,
      namespace: names.namespace,
      labels: { app: names.to },
    },
    spec: {
      meshTLS: {
        identity: `spiffe://root.linkerd.${names.trustDomain}/${names.to}`,
        serverName: `${names.to}.${names.trustDomain}`,
      },
      workloadIPs: [{ ip: "192.0.2.10" }],
      ports: [{ name: "http", port: appPort, protocol: "TCP" }],
    },
  };
  return manifest(
    context,
    {
      step: "machines",
      name: "external-workload.yaml",
      purpose: `Lets a machine that runs ${names.to} join, behind the same Service as its pods.`,
      because: asks,
      writtenFor: plan.version,
      caution:
        "192.0.2.10 stands for the machine's address. The machine runs the proxy and SPIRE, whose authority is signed by Linkerd's trust anchor. It needs a Server with externalWorkloadSelector before the default is deny.",
      verify: {
        what: "The machine is ready and gets requests.",
        commands: [
          `kubectl -n ${names.namespace} get externalworkload ${names.to}-machine -o yaml`,
        ],
      },
    },
    [workload],
  );
}

function clusterFile(context: Context, plan: Plan): KitFile {
  const { names } = context;
  const exported = plan.flat ? "remote-discovery" : "true";
  const gateway = plan.flat ? " --gateway=false" : "";
  return text(
    context,
    {
      step: "clusters",
      name: "bootstrap.sh",
      purpose: `Mirrors ${names.to} of the cluster east into the cluster west, ${plan.flat ? "pod to pod" : "through a gateway, with mutual TLS from end to end"}.`,
      because: [...plan.clusters, ...context.asks.made("clusters")],
      writtenFor: plan.version,
      caution: `Both clusters must share the trust anchor. The link holds a credential for the API server of east. In west, callers use ${names.to}-east${plan.flat ? "" : "; open port 4143 of the gateway to the other cluster only"}.`,
      apply: (path) => [`bash ${path}`],
      verify: {
        what: "The clusters see each other and the mirrored Service has endpoints.",
        commands: [
          "linkerd --context=west multicluster check",
          `kubectl --context=west -n ${names.namespace} get service ${names.to}-east`,
        ],
      },
      undo: () => [
        `kubectl --context=east -n ${names.namespace} label service ${names.to} mirror.linkerd.io/exported-`,
        `linkerd --context=east multicluster link-gen --cluster-name east${gateway} | kubectl --context=west delete -f -`,
      ],
    },
    "shell",
    [
      "set -euo pipefail",
      `linkerd --context=east multicluster install${gateway} | kubectl --context=east apply -f -`,
      `linkerd --context=west multicluster install${gateway} --set 'controllers[0].link.ref.name=east' | kubectl --context=west apply -f -`,
      `linkerd --context=east multicluster link-gen --cluster-name east${gateway} | kubectl --context=west apply -f -`,
      "linkerd --context=west multicluster check",
      `kubectl --context=east -n ${names.namespace} label service ${names.to} mirror.linkerd.io/exported=${exported} --overwrite`,
    ],
  );
}

/** The kit of Linkerd, open source or Enterprise. */
export function draftLinkerd(context: Context): Draft {
  const plan = planFor(context);
  const { asks, names } = context;
  const policies = policyFiles(context, plan);
  const machines = [...asks.any("also", "vm"), ...present(asks.of("platform", "vm"))];
  const budgetLost = asks.of("resilience", "budget") !== undefined && plan.budget === undefined;
  return {
    files: [
      ...installFiles(context, plan),
      enrolFile(context, plan),
      observeFile(context, plan),
      policies.audit,
      ...trafficFiles(context, plan),
      policies.strict,
      ...authorizeFiles(context, plan),
      envoyGatewayFile(context, "linkerd"),
      ...(plan.egress ? [egressFile(context, plan, plan.egress)] : []),
      networkPolicyFile(
        context,
        {
          service: [4143, appPort],
          scrape: [4190, 4191, metricsPort],
          scrapers: [viz],
          controlPlane: [
            { namespace: "linkerd", ports: [8080, 8086, 8090] },
            ...(asks.of("telemetry", "tracing")
              ? [{ namespace: monitoringNamespace, ports: [4143, 4317] }]
              : []),
          ],
          gatewayNamespace: envoyGatewayNamespace,
          writtenFor: `Kubernetes 1.36, ${plan.version}`,
          explain:
            "the control plane (8080, 8086, 8090), the proxies' own port (4143), their metrics (4191) and tap (4190)",
          ...(plan.egress ? { egress: "internet" as const } : {}),
          ...(plan.clusters.length > 0
            ? {
                clusters: {
                  ports: plan.flat ? [4143, appPort] : [4143],
                  ...(plan.flat ? {} : { gatewayNamespace: multicluster }),
                },
              }
            : {}),
        },
        present(plan.egress),
      ),
      coreDnsFile(context),
      ...hostFirewallFiles(context, { where: "nodes" }),
      ...(machines.length > 0 ? [machineFile(context, plan, machines)] : []),
      ...(plan.clusters.length > 0 ? [clusterFile(context, plan)] : []),
    ],
    preparations: preparations(context, plan),
    reasons: {
      ...(budgetLost
        ? {
            "resilience.budget":
              "Linkerd has a retry budget only in a ServiceProfile, which would switch off the routes or circuit breaking you also asked for. Retries are capped by count instead.",
          }
        : {}),
      "routing.mirror":
        "Linkerd refuses the mirror filter: mirroring takes a proxy of your own behind a route.",
      "routing.faults":
        "Linkerd injects faults only by a route that sends a share of requests to a backend that fails: not in a first kit.",
      "also.orchestrators":
        "Services of other schedulers join as machines do, one by one, or are called through a gateway.",
      "requests.external":
        "Linkerd asks no external authorizer; put it at the gateway or in the services.",
    },
    notes: [
      `The metrics of this kit are read with the viz extension. ${plan.enterprise ? "Install it, or use your own Prometheus, before the permissive step." : "Its Prometheus keeps six hours: use your own for more."}`,
      ...(["nomad", "ecs"].includes(asks.choice("platform") ?? "")
        ? ["Linkerd runs on Kubernetes only: the kit is for a cluster beside your platform."]
        : []),
      ...(asks.of("requests", "jwt")
        ? [
            `Linkerd does not read end-user tokens: they are checked at the gateway only, so ${names.to} must check them again itself.`,
          ]
        : []),
    ],
  };
}
