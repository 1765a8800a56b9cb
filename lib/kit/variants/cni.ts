import type { ICiliumClusterwideNetworkPolicy } from "@kubernetes-models/cilium/cilium.io/v2/CiliumClusterwideNetworkPolicy";
import type { ICiliumNetworkPolicy } from "@kubernetes-models/cilium/cilium.io/v2/CiliumNetworkPolicy";
import { present } from "@/lib/kit/asks";
import { type Context, manifest, settings, text } from "@/lib/kit/context";
import { clientLibraryFiles } from "@/lib/kit/parts/client-libraries";
import { coreDnsFile } from "@/lib/kit/parts/dns";
import {
  envoyGatewayFile,
  envoyGatewayNamespace,
  envoyGatewayPreparation,
} from "@/lib/kit/parts/envoy-gateway";
import { hostFirewallFiles } from "@/lib/kit/parts/host-firewall";
import { networkPolicyFile } from "@/lib/kit/parts/network";
import { canaryShare, requestTimeout, serviceRoute } from "@/lib/kit/parts/routes";
import { collectorFile } from "@/lib/kit/parts/telemetry-collector";
import { certificateFiles, certificatePreparation } from "@/lib/kit/parts/workload-certificates";
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
import type { Ask, Draft, KitFile } from "@/lib/kit/types";

const version = "Cilium 1.20";
const chart = "~1.20.0";
const upgrade = (path: string) =>
  `helm upgrade cilium cilium/cilium -n kube-system --version '${chart}' --reuse-values -f ${path}`;
const encryptionLayer = { layer: "A layer of every kit: encryption between nodes" };
const accessLayer = { layer: "A layer of every kit: who may call whom" };

interface Plan {
  readonly canary: Ask | undefined;
  readonly headers: Ask | undefined;
  readonly timeouts: Ask | undefined;
  readonly gatewayApi: Ask | undefined;
  readonly rules: Ask | undefined;
  readonly egress: Ask | undefined;
  readonly clusters: readonly Ask[];
  /** What only the services' own OpenTelemetry libraries can tell. */
  readonly spans: readonly Ask[];
  /** Mutual TLS in the services, on top of the nodes' encryption. */
  readonly certificates: readonly Ask[];
}

function planFor({ asks }: Context): Plan {
  return {
    canary: asks.of("routing", "canary"),
    headers: asks.of("routing", "headers"),
    timeouts: asks.of("resilience", "timeouts"),
    gatewayApi: asks.of("routing", "gateway-api"),
    spans: asks.any("telemetry", "routes", "tracing"),
    rules: asks.of("policy", "l7"),
    egress: asks.of("requests", "egress"),
    clusters: asks.any("multicluster", "calls", "failover", "independent"),
    certificates: [
      ...present(asks.of("mtls")),
      ...asks.any("identities", "workload", "own-ca", "rotation"),
    ],
  };
}

function valuesFiles(context: Context, plan: Plan): { install: KitFile; strict: KitFile } {
  const { names, asks } = context;
  const routes = present(plan.canary, plan.headers, plan.timeouts, plan.gatewayApi);
  const pods = names.pods.find((cidr) => !cidr.includes(":")) ?? "10.244.0.0/16";
  const ciliumEncryption = {
    what: "Every node encrypts towards every other.",
    commands: [
      "kubectl -n kube-system rollout status ds/cilium",
      "kubectl -n kube-system exec ds/cilium -- cilium-dbg encrypt status",
    ],
  };
  return {
    install: settings(
      context,
      {
        step: "install",
        name: "cilium-values.yaml",
        purpose:
          "Encrypts traffic between nodes with WireGuard, shows flows with Hubble, and puts the node's own traffic under policy.",
        because: [
          encryptionLayer,
          ...present(asks.of("cryptography", "everything"), asks.of("mtls")),
          ...asks.any("telemetry", "golden", "topology", "tap"),
          ...routes,
        ],
        writtenFor: `${version}, chart ${chart}`,
        caution: `Agents restart node by node; open UDP 51871 between nodes first. Pods on one node talk to each other in plaintext, and keys belong to nodes, not to workloads.${routes.length > 0 ? " Routes need Cilium in place of kube-proxy: do not turn that on in a running cluster without reading its guide." : ""}`,
        apply: (path) => [
          "helm get values cilium -n kube-system -o yaml > cilium-before.yaml",
          upgrade(path),
          "kubectl -n kube-system rollout status ds/cilium",
        ],
        verify: ciliumEncryption,
        // A rollback by one revision would bring back what the undo of a later step had turned off.
        undo: () => [
          `helm upgrade cilium cilium/cilium -n kube-system --version '${chart}' --reset-values -f cilium-before.yaml`,
        ],
      },
      {
        encryption: { enabled: true, type: "wireguard" },
        hostFirewall: { enabled: true },
        hubble: {
          enabled: true,
          relay: { enabled: true },
          ui: { enabled: asks.of("telemetry", "topology") !== undefined },
          metrics: { enabled: ["dns", "drop", "tcp", "flow", "httpV2"] },
        },
        ...(routes.length > 0 ? { kubeProxyReplacement: true, gatewayAPI: { enabled: true } } : {}),
        ...(plan.clusters.length > 0 ? { cluster: { name: "east", id: 1 } } : {}),
      },
    ),
    strict: settings(
      context,
      {
        step: "strict",
        name: "cilium-values.yaml",
        purpose: `Drops what would leave a node towards the pods (${pods}) unencrypted.`,
        because: [
          encryptionLayer,
          ...present(asks.of("strict"), asks.of("cryptography", "everything")),
        ],
        writtenFor: `${version}, chart ${chart} (the keys under strictMode.egress replace those removed in 1.20)`,
        caution:
          "IPv4 only. Calls to a pod that the node does not know yet are dropped for a moment. It proves that packets are encrypted between nodes, not who sent them.",
        apply: (path) => [upgrade(path), "kubectl -n kube-system rollout status ds/cilium"],
        verify: {
          what: "Calls across nodes work; a capture on the node's network card shows only WireGuard.",
          commands: [
            ...ciliumEncryption.commands,
            `tcpdump -ni eth0 'net ${pods} and not udp port 51871' # must stay silent`,
          ],
        },
        undo: () => [
          `helm upgrade cilium cilium/cilium -n kube-system --version '${chart}' --reuse-values --set encryption.strictMode.egress.enabled=false`,
        ],
      },
      {
        encryption: {
          enabled: true,
          type: "wireguard",
          strictMode: { egress: { enabled: true, cidr: pods, allowRemoteNodeIdentities: true } },
        },
      },
    ),
  };
}

function enrolFile(context: Context, plan: Plan): KitFile {
  const { names } = context;
  const { stable, canary } = versionsOf(names);
  const global: Record<string, string> = { "service.cilium.io/global": "true" };
  const extra = plan.clusters.length > 0 ? { annotations: global } : {};
  return manifest(
    context,
    {
      step: "enrol",
      name: "workloads.yaml",
      purpose: `Gives ${names.from} and ${names.to} a namespace, a service account each, and Services.`,
      because: [
        { layer: "A part of every kit: policies name workloads by their labels" },
        ...present(plan.canary),
        ...plan.clusters,
      ],
      writtenFor: "Kubernetes 1.36",
      caution: `Leave out Services that you have. Whoever may set the label app can take another's place: restrict that by admission policy.${plan.canary ? versionLabels(names) : ""}`,
      verify: {
        what: "Cilium knows the pods as endpoints.",
        commands: [`kubectl -n ${names.namespace} get ciliumendpoints`],
      },
      // Accounts and Services do nothing by themselves, and pods that run under the accounts need them.
      undo: () => [],
    },
    [
      namespaceOf(names, {}),
      serviceAccountOf(names, names.from),
      serviceAccountOf(names, names.to),
      serviceOf(names, names.from, { app: names.from }),
      serviceOf(names, names.to, { app: names.to }, extra),
      ...(plan.canary
        ? [
            serviceOf(names, stable, { app: names.to, version: "stable" }),
            serviceOf(names, canary, { app: names.to, version: "canary" }),
          ]
        : []),
    ],
  );
}

function observeFile(context: Context): KitFile {
  const { names, asks } = context;
  return text(
    context,
    {
      step: "observe",
      name: "flows.sh",
      purpose: `Lists who talks to whom in ${names.namespace}, which is what the policies must allow.`,
      because: [
        { layer: "A part of every kit: strict modes are turned on by what metrics and logs show" },
        ...asks.any("telemetry", "golden", "topology", "tap", "logs"),
      ],
      writtenFor: `${version}, Hubble`,
      apply: (path) => [`bash ${path} > flows.txt`],
      verify: {
        what: "The list has the calls you know of.",
        commands: ["sort flows.txt | uniq -c | sort -rn | head -30"],
      },
    },
    "shell",
    [
      "set -euo pipefail",
      "cilium hubble port-forward &",
      "trap 'kill %1' EXIT",
      "sleep 3",
      `hubble observe --namespace ${names.namespace} --last 10000 --output json |`,
      `  jq -r '[.flow.source.namespace, (.flow.source.labels // [] | map(select(startswith("k8s:app="))) | first), .flow.destination.namespace, (.flow.destination.labels // [] | map(select(startswith("k8s:app="))) | first), (.flow.destination_names // [] | first), (.flow.l4 | to_entries[0].value.destination_port)] | map(tostring) | join(" ")'`,
    ],
  );
}

function trafficFiles(context: Context, plan: Plan): KitFile[] {
  const asked = present(plan.canary, plan.headers, plan.timeouts, plan.gatewayApi);
  const { names } = context;
  return [
    ...(asked.length > 0
      ? [
          manifest(
            context,
            {
              step: "traffic",
              name: "route.yaml",
              purpose: `Routes calls to ${names.to}: ${[
                plan.canary ? `${canaryShare} % to the canary` : undefined,
                plan.timeouts ? `a timeout of ${requestTimeout}` : undefined,
                plan.canary || plan.timeouts
                  ? undefined
                  : "the place for matches on path, header and method",
              ]
                .filter(Boolean)
                .join(", ")}.`,
              because: asked,
              writtenFor: `${version}, Gateway API 1.6`,
              caution:
                "Calls then pass the Envoy of the node, which all pods there share. Only routes in the namespace of the Service count.",
              verify: {
                what: "The route is accepted.",
                commands: [`kubectl -n ${names.namespace} get httproute ${names.to} -o yaml`],
              },
            },
            [
              serviceRoute(names, {
                split: plan.canary !== undefined,
                byHeader: plan.headers !== undefined,
                timeout: plan.timeouts !== undefined,
              }),
            ],
          ),
        ]
      : []),
    ...clientLibraryFiles(context, true),
  ];
}

const inNamespace = (namespace: string, labels: Record<string, string> = {}) => ({
  matchLabels: {
    "k8s:io.kubernetes.pod.namespace": namespace,
    ...Object.fromEntries(Object.entries(labels).map(([key, value]) => [`k8s:${key}`, value])),
  },
});

function policyFiles(context: Context, plan: Plan): KitFile[] {
  const { names, asks } = context;
  const policy = (
    name: string,
    spec: NonNullable<ICiliumNetworkPolicy["spec"]>,
  ): ICiliumNetworkPolicy => ({
    apiVersion: "cilium.io/v2",
    kind: "CiliumNetworkPolicy",
    metadata: { name, namespace: names.namespace },
    spec,
  });
  const app = (name: string) => ({ matchLabels: { app: name } });
  const http = [{ port: String(appPort), protocol: "TCP" as const }];
  const rules = plan.rules
    ? {
        rules: {
          http: [
            { method: "GET", path: "/api/.*" },
            { method: "POST", path: "/api/.*" },
          ],
        },
      }
    : {};
  // One star stands for one label only: orders.shop.svc has three before cluster.local.
  const dnsRules = plan.egress
    ? { rules: { dns: [{ matchPattern: "**.cluster.local" }, { matchName: names.external }] } }
    : {};
  const because = [accessLayer, ...asks.any("policy", "l4", "l7", "deny")];
  const verify = {
    what: "The allowed call answers, another is dropped; pods stay ready and names resolve.",
    commands: [
      `kubectl -n ${names.namespace} exec deploy/${names.from} -- wget -qO- -T 3 http://${names.to}:${appPort}/${plan.rules ? "api/" : ""}`,
      `kubectl -n ${names.namespace} run other --rm -i --restart=Never --image=busybox:1.37 -- wget -qO- -T 3 http://${names.to}:${appPort}/ # must fail`,
      `hubble observe --namespace ${names.namespace} --verdict DROPPED --last 20`,
    ],
  };
  const allow = [
    policy("allow-dns", {
      description: "Names, by the cluster's DNS only",
      endpointSelector: {},
      egress: [
        {
          toEndpoints: [inNamespace("kube-system", { "k8s-app": "kube-dns" })],
          toPorts: [{ ports: [{ port: "53", protocol: "ANY" }], ...dnsRules }],
        },
        // NodeLocal DNSCache answers on the node itself.
        {
          toEntities: ["host"],
          toPorts: [{ ports: [{ port: "53", protocol: "ANY" }], ...dnsRules }],
        },
      ],
    }),
    policy("allow-scrapes", {
      description: "Prometheus reads metrics",
      endpointSelector: {},
      ingress: [
        {
          fromEndpoints: [inNamespace(monitoringNamespace)],
          toPorts: [{ ports: [{ port: String(metricsPort), protocol: "TCP" }] }],
        },
      ],
    }),
    ...(plan.spans.length > 0
      ? [
          policy("allow-spans", {
            description: "Services send spans to the collector",
            endpointSelector: {},
            egress: [
              {
                toEndpoints: [inNamespace(monitoringNamespace)],
                toPorts: [{ ports: [{ port: "4317", protocol: "TCP" }] }],
              },
            ],
          }),
        ]
      : []),
    policy("allow-gateway", {
      description: `The gateway calls ${names.from}`,
      endpointSelector: app(names.from),
      ingress: [
        { fromEndpoints: [inNamespace(envoyGatewayNamespace)], toPorts: [{ ports: http }] },
      ],
    }),
    policy(`allow-${names.from}-in`, {
      description: `${names.from} calls ${names.to}`,
      endpointSelector: app(names.to),
      ingress: [{ fromEndpoints: [app(names.from)], toPorts: [{ ports: http, ...rules }] }],
    }),
    policy(`allow-${names.from}-out`, {
      description: `${names.from} calls ${names.to}`,
      endpointSelector: app(names.from),
      egress: [{ toEndpoints: [app(names.to)], toPorts: [{ ports: http }] }],
    }),
  ];
  return [
    manifest(
      context,
      {
        step: "authorize",
        name: "a-allow.yaml",
        purpose: `Allows DNS, metrics, the gateway to ${names.from}, and ${names.from} to call ${names.to}${plan.rules ? " with GET and POST under /api/" : ""}.`,
        because: [...because, ...present(plan.egress)],
        writtenFor: version,
        caution: `An allow rule for a direction denies the rest of that direction for the pods it selects, so other calls of these pods stop here already. List the flows first. Probes of the kubelet stay allowed.${plan.rules ? " A second policy that opens the same port without HTTP rules would undo these." : ""}${plan.egress ? " Names that are not on the list no longer resolve: images with musl take that as a failure of the whole look-up." : ""}`,
        verify,
      },
      allow,
    ),
    manifest(
      context,
      {
        step: "authorize",
        name: "b-default-deny.yaml",
        purpose: `Denies all other traffic of the pods in ${names.namespace}, in and out.`,
        because: [accessLayer, ...asks.any("policy", "deny")],
        writtenFor: version,
        caution: "After a-allow.yaml, never before.",
        verify,
      },
      [
        policy("default-deny", {
          description: "Nothing that no rule allows",
          endpointSelector: {},
          enableDefaultDeny: { ingress: true, egress: true },
          ingress: [{}],
          egress: [{}],
        }),
      ],
    ),
    ...(plan.egress
      ? [
          manifest(
            context,
            {
              step: "egress",
              name: "egress.yaml",
              purpose: `Lets ${names.from} call ${names.external} over HTTPS, and nothing else outside.`,
              because: [plan.egress],
              writtenFor: version,
              caution:
                "The rule opens the addresses that DNS gave for the name: what shares them, behind a content network say, is open too. While the agent restarts, new names stay closed.",
              verify: {
                what: "The named host answers, another does not.",
                commands: [
                  `kubectl -n ${names.namespace} exec deploy/${names.from} -- wget -qO- -T 5 https://${names.external}/`,
                  `kubectl -n ${names.namespace} exec deploy/${names.from} -- wget -qO- -T 5 https://example.org/ # must fail`,
                ],
              },
            },
            [
              policy("allow-outside", {
                description: `${names.from} calls ${names.external}`,
                endpointSelector: app(names.from),
                egress: [
                  {
                    toFQDNs: [{ matchName: names.external }],
                    toPorts: [{ ports: [{ port: "443", protocol: "TCP" }] }],
                  },
                ],
              }),
            ],
          ),
        ]
      : []),
  ];
}

function hostPolicyFile(context: Context): KitFile {
  const { names } = context;
  const port = (value: number, protocol: "TCP" | "UDP" = "TCP") => ({
    port: String(value),
    protocol,
  });
  const policy: ICiliumClusterwideNetworkPolicy = {
    apiVersion: "cilium.io/v2",
    kind: "CiliumClusterwideNetworkPolicy",
    metadata: { name: "nodes" },
    spec: {
      description: "What reaches the nodes themselves",
      nodeSelector: {},
      ingress: [
        { fromEntities: ["remote-node", "health", "kube-apiserver"] },
        {
          fromCIDR: [...names.admins],
          toPorts: [{ ports: [port(22), port(6443)] }],
        },
        {
          fromEntities: ["cluster"],
          toPorts: [{ ports: [port(6443), port(10250), port(9100), port(53), port(53, "UDP")] }],
        },
        {
          fromCIDR: [...names.nodes],
          toPorts: [
            { ports: [port(51871, "UDP"), port(8472, "UDP"), port(4240), port(4244), port(6443)] },
          ],
        },
        {
          fromEntities: ["all"],
          icmps: [
            {
              fields: [
                { family: "IPv4", type: 8 },
                { family: "IPv4", type: 3 },
              ],
            },
            {
              fields: [
                { family: "IPv6", type: 2 },
                { family: "IPv6", type: 128 },
                { family: "IPv6", type: 135 },
                { family: "IPv6", type: 136 },
              ],
            },
          ],
        },
      ],
    },
  };
  return manifest(
    context,
    {
      step: "hosts",
      name: "a-cilium-host-policy.yaml",
      purpose:
        "Puts the nodes themselves under policy: SSH and API server for administrators, kubelet and tunnels for the cluster.",
      because: [{ layer: "A layer of every kit: the host firewall" }],
      writtenFor: version,
      caution: `Turn on audit mode of the host endpoint on every node before applying, or SSH and the API server may be cut: see Apply. Administrators come from ${names.admins.join(", ")}. NodePorts and the health checks of load balancers need rules of their own. Use this or the nftables files, not both.`,
      apply: (path) => [
        "for pod in $(kubectl -n kube-system get pods -l k8s-app=cilium -o name); do kubectl -n kube-system exec $pod -- sh -c 'cilium-dbg endpoint config $(cilium-dbg endpoint list -o jsonpath=\"{[?(@.status.identity.id==1)].id}\") PolicyAuditMode=Enabled'; done",
        `kubectl apply -f ${path}`,
        "hubble observe --verdict AUDIT --last 200 # until nothing you need shows",
        "for pod in $(kubectl -n kube-system get pods -l k8s-app=cilium -o name); do kubectl -n kube-system exec $pod -- sh -c 'cilium-dbg endpoint config $(cilium-dbg endpoint list -o jsonpath=\"{[?(@.status.identity.id==1)].id}\") PolicyAuditMode=Disabled'; done",
      ],
      verify: {
        what: "A new SSH session opens and nodes stay Ready.",
        commands: [
          "kubectl get nodes",
          "hubble observe --verdict DROPPED --to-identity 1 --last 20",
        ],
      },
    },
    [policy],
  );
}

function clusterFile(context: Context, plan: Plan): KitFile {
  const { names } = context;
  return text(
    context,
    {
      step: "clusters",
      name: "bootstrap.sh",
      purpose: `Joins two clusters, called east and west in kubectl, so that ${names.to} is one Service across both.`,
      because: [...plan.clusters, ...context.asks.made("clusters")],
      writtenFor: `${version}, Cluster Mesh`,
      caution:
        "Pods of both clusters must have addresses of their own and reach each other, or the nodes must; cluster names and ids must differ and the authority be shared. Since 1.19 policies select the local cluster only: allow callers of the other by its name.",
      apply: (path) => [`bash ${path}`],
      verify: {
        what: "Both clusters are connected.",
        commands: ["cilium --context east clustermesh status"],
      },
      undo: () => ["cilium --context east clustermesh disconnect --destination-context west"],
    },
    "shell",
    [
      "set -euo pipefail",
      "for cluster in east west; do",
      '  cilium --context "$cluster" clustermesh enable --service-type LoadBalancer',
      '  cilium --context "$cluster" clustermesh status --wait',
      "done",
      "cilium --context east clustermesh connect --destination-context west",
      "cilium --context east clustermesh status --wait",
      `for cluster in east west; do`,
      `  kubectl --context "$cluster" -n ${names.namespace} annotate service ${names.to} service.cilium.io/global=true --overwrite`,
      "done",
    ],
  );
}

/** The kit of no mesh with the CNI's own encryption and policy. */
export function draftCni(context: Context): Draft {
  const plan = planFor(context);
  const { asks } = context;
  const values = valuesFiles(context, plan);
  const platform = asks.choice("platform");
  return {
    files: [
      values.install,
      ...(plan.certificates.length > 0 ? certificateFiles(context) : []),
      enrolFile(context, plan),
      observeFile(context),
      ...(plan.spans.length > 0 ? [collectorFile(context, true)] : []),
      ...trafficFiles(context, plan),
      values.strict,
      ...policyFiles(context, plan),
      envoyGatewayFile(context, undefined),
      networkPolicyFile(
        context,
        {
          service: [appPort],
          scrape: [metricsPort],
          controlPlane:
            plan.spans.length > 0 ? [{ namespace: monitoringNamespace, ports: [4317] }] : [],
          gatewayNamespace: envoyGatewayNamespace,
          writtenFor: "Kubernetes 1.36, Calico 3.32",
          explain: plan.spans.length > 0 ? "metrics and spans" : "metrics",
          alternative: {
            name: "instead-for-calico.yaml",
            when: "For Calico or another CNI, in place of 07-authorize and 09-egress: beside Cilium's policies it would undo their HTTP rules and names.",
          },
          ...(plan.egress ? { egress: "internet" as const } : {}),
        },
        [],
      ),
      coreDnsFile(context),
      hostPolicyFile(context),
      ...hostFirewallFiles(context, {
        where: "nodes",
        caution:
          "With Cilium's host firewall use its policy instead: one tool for the node's rules, not two.",
      }),
      ...(plan.clusters.length > 0 ? [clusterFile(context, plan)] : []),
    ],
    preparations: [
      {
        what: `${version} as the CNI, its command-line tools, and the chart repository. With Calico 3.32 instead: calicoctl patch felixconfiguration default -p '{"spec":{"wireguardEnabled":true}}', and the network policy of this kit in place of Cilium's.`,
        commands: [
          "helm repo add cilium https://helm.cilium.io",
          "helm repo update cilium",
          "cilium status --wait",
        ],
        undo: [],
      },
      envoyGatewayPreparation,
      ...(plan.certificates.length > 0 ? [certificatePreparation(context)] : []),
    ],
    reasons: {
      "resilience.breaking": "The CNI breaks no circuits; the client settings of this kit do.",
      "routing.mirror":
        "Cilium takes the mirror filter of an HTTPRoute, tested at gateways only: not in a first kit.",
      "identities.own-ca":
        "The keys of nodes come from no authority. The certificates of the services here come from SPIRE, which is put under yours by its upstream authority plugin.",
      "identities.rotation":
        "Keys of nodes change by themselves, and SPIRE renews the certificates of the services every hour.",
      "also.vm":
        "Machines are outside the CNI: they are reached by address, through the gateway or the host firewall.",
      "also.orchestrators":
        "Other schedulers are outside the CNI: their services are reached by address or through the gateway.",
      "routing.faults": "The CNI injects no faults: use a chaos tool.",
      "policy.dry-run": "Audit mode is set per endpoint by command, not by a file.",
    },
    notes: [
      "WireGuard proves which node sent a packet, not which workload: policies go by labels. Where identities must be proven, the services need certificates of their own.",
      ...(platform === "nomad" || platform === "ecs" || platform === "vm"
        ? [
            "Cilium and Calico as used here belong to Kubernetes: the kit is for a cluster beside your platform.",
          ]
        : []),
    ],
  };
}
