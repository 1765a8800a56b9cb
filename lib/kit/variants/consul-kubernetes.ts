import { present } from "@/lib/kit/asks";
import type * as consul from "@/lib/kit/check/consul-schemas";
import { type Context, manifest, settings, text } from "@/lib/kit/context";
import {
  type ConsulPlan,
  callerSource,
  consulPlan,
  jwtProvider,
  meshSpec,
  outsideName,
  proxyDefaults,
  resolver,
  router,
  routerAsks,
  serviceDefaults,
  serviceTokenProvider,
  splitter,
  tokenProvider,
} from "@/lib/kit/parts/consul-entries";
import { coreDnsFile } from "@/lib/kit/parts/dns";
import { hostFirewallFiles } from "@/lib/kit/parts/host-firewall";
import { networkPolicyFile } from "@/lib/kit/parts/network";
import {
  gatewayCaution,
  gatewayChecks,
  gatewayName,
  publicGateway,
  publicRoute,
} from "@/lib/kit/parts/public-gateway";
import { canaryHeader, canaryShare, requestTimeout } from "@/lib/kit/parts/routes";
import {
  appPort,
  metricsPort,
  namespaceOf,
  serviceAccountOf,
  serviceOf,
} from "@/lib/kit/parts/workloads";
import type { Ask, Draft, KitFile, Preparation } from "@/lib/kit/types";
import { machineFiles } from "./consul-machines";
import { consulReasons } from "./consul-reasons";

const chart = "~2.1.0";
const system = "consul";
const identityLayer = { layer: "A layer of every kit: encryption and identity between workloads" };
const accessLayer = {
  layer: "A layer of every kit: mutual TLS says who calls, these rules say who may",
};

/** Consul's own command in a server, with the token that the chart made: without one, access control refuses it. */
function inServer(command: string, cluster?: string): string {
  const kubectl = `kubectl${cluster ? ` --context=${cluster}` : ""} -n ${system}`;
  const token = `$(${kubectl} get secret consul-bootstrap-acl-token -o jsonpath='{.data.token}' | base64 -d)`;
  return `${kubectl} exec consul-server-0 -c consul -- consul ${command} -token="${token}"`;
}

/** A resource of consul-k8s in the pilot namespace. */
function resource<Kind extends consul.Kind>(
  { names }: Context,
  kind: Kind,
  name: string,
  spec: consul.SpecOf<Kind>,
): consul.Resource<Kind> {
  return {
    apiVersion: "consul.hashicorp.com/v1alpha1",
    kind,
    metadata: { name, namespace: names.namespace },
    spec,
  };
}

/** With Enterprise every Kubernetes namespace is a Consul namespace; the Community Edition has one. */
function inNamespace(plan: ConsulPlan, namespace: string): { namespace?: string } {
  return plan.enterprise ? { namespace } : {};
}

function intentions(
  context: Context,
  plan: ConsulPlan,
  destination: string,
  sources: readonly consul.IntentionSource[],
  jwt?: string,
): consul.Resource<"ServiceIntentions"> {
  return resource(context, "ServiceIntentions", destination === "*" ? "wildcard" : destination, {
    destination: {
      name: destination,
      ...inNamespace(plan, destination === "*" ? "*" : context.names.namespace),
    },
    ...(jwt ? { jwt: { providers: [{ name: jwt }] } } : {}),
    sources: [...sources],
  });
}

function preparations(plan: ConsulPlan): Preparation[] {
  return [
    {
      what: `${plan.version}: servers, the injector and the API gateway, with TLS, gossip encryption and access control on from the start.`,
      commands: [
        "helm repo add hashicorp https://helm.releases.hashicorp.com",
        `kubectl create namespace ${system}`,
        ...(plan.enterprise
          ? [
              `kubectl -n ${system} create secret generic consul-license --from-file=key=consul.hclic`,
            ]
          : []),
        `helm upgrade --install consul hashicorp/consul -n ${system} --version '${chart}' -f 01-install/values.yaml --wait`,
        `kubectl -n ${system} get pods`,
      ],
      undo: [`helm uninstall consul -n ${system}`, `kubectl delete namespace ${system}`],
    },
  ];
}

function valuesFile(context: Context, plan: ConsulPlan): KitFile {
  const { names, asks } = context;
  const multi = plan.clusters.length > 0;
  const machines = asks.any("also", "vm", "orchestrators");
  return settings(
    context,
    {
      step: "install",
      name: "values.yaml",
      purpose:
        "Turns on what the chart leaves off: TLS, gossip encryption and access control. Injects sidecars in the pilot namespace only.",
      because: [
        { layer: "A part of every kit: the installation" },
        ...present(plan.egress),
        ...plan.clusters,
        ...machines,
      ],
      writtenFor: `${plan.version}, consul-k8s chart ${chart}`,
      caution:
        "Access control makes deny the default between services: the next steps allow everything first. Consul's service account, service and identity names must be equal.",
      verify: {
        what: "Servers are ready and agree on a leader.",
        commands: [inServer("operator raft list-peers")],
      },
    },
    {
      global: {
        name: "consul",
        datacenter: "east",
        gossipEncryption: { autoGenerate: true },
        tls: { enabled: true, enableAutoEncrypt: true, httpsOnly: true },
        acls: { manageSystemACLs: true },
        metrics: { enabled: true },
        ...(plan.enterprise
          ? {
              image: "hashicorp/consul-enterprise:2.1-ent",
              enableConsulNamespaces: true,
              enterpriseLicense: { secretName: "consul-license", secretKey: "key" },
            }
          : {}),
        ...(multi ? { peering: { enabled: true } } : {}),
        ...(asks.of("protocols", "dual-stack") ? { dualStack: { enabled: true } } : {}),
      },
      server: {
        replicas: 3,
        ...(machines.length > 0 ? { exposeService: { enabled: true, type: "LoadBalancer" } } : {}),
      },
      connectInject: {
        enabled: true,
        default: true,
        k8sAllowNamespaces: [names.namespace],
        transparentProxy: { defaultEnabled: true, defaultOverwriteProbes: true },
        cni: { enabled: true },
        metrics: { defaultEnabled: true },
        ...(plan.enterprise ? { consulNamespaces: { mirroringK8S: true } } : {}),
      },
      ...(multi ? { meshGateway: { enabled: true, replicas: 2 } } : {}),
      ...(plan.egress
        ? {
            terminatingGateways: {
              enabled: true,
              gateways: [
                {
                  name: "terminating-gateway",
                  ...(plan.enterprise ? { consulNamespace: names.namespace } : {}),
                },
              ],
            },
          }
        : {}),
    },
  );
}

function enrolFile(context: Context, plan: ConsulPlan): KitFile {
  const { names } = context;
  return manifest(
    context,
    {
      step: "enrol",
      name: "workloads.yaml",
      purpose: `Prepares the namespace ${names.namespace}, where the chart injects sidecars, and gives both services an identity of their own.`,
      because: [
        {
          layer:
            "A part of every kit: workloads join by namespace, identities come from service accounts",
        },
        ...present(plan.canary),
      ],
      writtenFor: plan.version,
      caution: `Apply the permissive step before pods restart: access control denies calls until then. Leave out Services that you have; Service, service account and app must have one name.${plan.canary ? " Pods of the new version carry the annotation consul.hashicorp.com/service-meta-version: canary." : ""}`,
      apply: (path) => [`kubectl apply -f ${path}`],
      verify: {
        what: "After the permissive step and a restart every pod has a container consul-dataplane and is ready.",
        commands: [
          `kubectl -n ${names.namespace} rollout restart deployment`,
          inServer("catalog services"),
        ],
      },
      undo: () => [
        `helm upgrade consul hashicorp/consul -n ${system} --version '${chart}' --reuse-values --set connectInject.default=false`,
        `kubectl -n ${names.namespace} rollout restart deployment`,
      ],
    },
    [
      namespaceOf(names, {}),
      serviceAccountOf(names, names.from),
      serviceAccountOf(names, names.to),
      serviceOf(names, names.from, { app: names.from }),
      serviceOf(names, names.to, { app: names.to }),
    ],
  );
}

function stagedFiles(
  context: Context,
  plan: ConsulPlan,
): Record<"observe" | "permissive" | "strict", KitFile> {
  const { names, asks } = context;
  const defaults = (mode: "permissive" | "strict") =>
    [names.from, names.to].map((service) =>
      resource(context, "ServiceDefaults", service, serviceDefaults(context, plan, service, mode)),
    );
  const limits = present(plan.breaking, plan.localRates);
  const breaking =
    limits.length > 0 ? " The limits towards the called service stand in the same objects." : "";
  return {
    observe: manifest(
      context,
      {
        step: "observe",
        name: "proxy-defaults.yaml",
        purpose: "Turns on access logs of all sidecars; metrics are on by the chart.",
        because: [
          {
            layer: "A part of every kit: strict modes are turned on by what metrics and logs show",
          },
          ...asks.any("telemetry", "golden", "logs"),
        ],
        writtenFor: plan.version,
        verify: {
          what: "A request leaves a log line and a count.",
          commands: [
            `kubectl -n ${names.namespace} logs deploy/${names.to} -c consul-dataplane --tail=5`,
            `kubectl -n ${names.namespace} port-forward deploy/${names.to} 20200 & curl -s localhost:20200/metrics | grep envoy_http_downstream_rq_total`,
          ],
        },
      },
      [resource(context, "ProxyDefaults", "global", proxyDefaults(context, undefined))],
    ),
    permissive: manifest(
      context,
      {
        step: "permissive",
        name: "permissive.yaml",
        purpose: `Accepts plaintext beside mutual TLS for ${names.from} and ${names.to}, and allows every call, while callers move into the mesh.${breaking}`,
        because: [identityLayer, ...limits],
        writtenFor: plan.version,
        caution:
          "The wildcard opens the whole mesh: leave it out where Consul already serves others, and where nothing outside the mesh calls these services start with the strict step.",
        verify: {
          what: "Calls from inside and outside the mesh work.",
          commands: [`kubectl -n ${names.namespace} get servicedefaults,serviceintentions`],
        },
      },
      [
        resource(context, "Mesh", "mesh", meshSpec(plan, "permissive")),
        ...defaults("permissive"),
        intentions(context, plan, "*", [{ name: "*", ...inNamespace(plan, "*"), action: "allow" }]),
      ],
    ),
    strict: manifest(
      context,
      {
        step: "strict",
        name: "strict.yaml",
        purpose: `Refuses connections without a mesh certificate, and forbids permissive mode in the whole mesh. Replaces the permissive objects of the same names.${breaking}`,
        because: [
          identityLayer,
          ...present(asks.of("mtls"), asks.of("strict"), asks.of("identities", "workload")),
          ...limits,
        ],
        writtenFor: plan.version,
        caution:
          "Only when no plaintext caller is left. Probes of the kubelet go on working, by ports that the injector opens for them.",
        verify: {
          what: "A call from a pod outside the mesh fails, the call of the pilot works.",
          commands: [
            `kubectl -n default run plain --rm -i --restart=Never --image=busybox:1.37 -- wget -qO- -T 3 http://${names.to}.${names.namespace}:${appPort}/ # must fail`,
            `kubectl -n ${names.namespace} exec deploy/${names.from} -- wget -qO- -T 3 http://${names.to}:${appPort}/`,
          ],
        },
        undo: () => ["kubectl apply -f 04-permissive/permissive.yaml"],
      },
      [
        ...defaults("strict"),
        resource(context, "ProxyDefaults", "global", proxyDefaults(context, "strict")),
        resource(context, "Mesh", "mesh", meshSpec(plan, "strict")),
      ],
    ),
  };
}

function trafficFiles(context: Context, plan: ConsulPlan): KitFile[] {
  const { names } = context;
  const asked = [...present(plan.canary), ...routerAsks(plan)];
  if (asked.length === 0) return [];
  return [
    manifest(
      context,
      {
        step: "traffic",
        name: "route.yaml",
        purpose: `Routes calls to ${names.to}: ${[
          plan.canary ? `${canaryShare} % to the canary` : undefined,
          plan.canary && plan.headers ? `testers by the header ${canaryHeader.name}` : undefined,
          plan.retries
            ? "two retries on failed connections, of reads also on 502 to 504"
            : undefined,
          plan.timeouts ? `a timeout of ${requestTimeout}` : undefined,
          plan.canary || plan.retries || plan.timeouts
            ? undefined
            : "the place for matches on path, header and method",
        ]
          .filter(Boolean)
          .join(", ")}.`,
        because: asked,
        writtenFor: plan.version,
        caution:
          "Routes need protocol http, which the permissive step declares. Without a timeout of its own a route ends requests after 15 seconds. Retries in the services on top of these multiply load.",
        verify: {
          what: "The entries are synced and the chain shows them.",
          commands: [
            `kubectl -n ${names.namespace} get servicerouter,servicesplitter,serviceresolver`,
            inServer(
              `config read -kind service-router -name ${names.to}${plan.enterprise ? ` -namespace ${names.namespace}` : ""}`,
            ),
          ],
        },
      },
      [
        ...(plan.canary
          ? [
              resource(context, "ServiceResolver", names.to, resolver()),
              resource(context, "ServiceSplitter", names.to, splitter()),
            ]
          : []),
        ...(routerAsks(plan).length > 0
          ? [resource(context, "ServiceRouter", names.to, router(context, plan))]
          : []),
      ],
    ),
  ];
}

function authorizeFiles(context: Context, plan: ConsulPlan): KitFile[] {
  const { names, asks } = context;
  const caller = { ...callerSource(context, plan), ...inNamespace(plan, names.namespace) };
  const inConsul = (name: string) => (plan.enterprise ? `${names.namespace}/${name}` : name);
  const verify = {
    what: "The allowed call answers, any other is refused.",
    commands: [
      inServer(`intention check ${inConsul(names.from)} ${inConsul(names.to)}`),
      `${inServer(`intention check ${inConsul("other")} ${inConsul(names.to)}`)} # Denied`,
    ],
  };
  return [
    manifest(
      context,
      {
        step: "authorize",
        name: "a-allow.yaml",
        purpose: `Allows ${names.from} to call ${names.to}${plan.rules ? " with GET and POST under /api/" : ""}${plan.jwt ? " with a valid end-user token" : ""}, and the gateway to call ${names.from}.`,
        because: [accessLayer, ...asks.any("policy", "l4", "l7", "deny"), ...present(plan.jwt)],
        writtenFor: plan.version,
        caution:
          plan.rules || plan.jwt
            ? "Rules on methods, paths and tokens need protocol http. A list of permissions denies what it does not name."
            : "An intention names services; ports are not told apart.",
        verify,
      },
      [
        ...(plan.jwt
          ? [resource(context, "JWTProvider", serviceTokenProvider, jwtProvider(context, names.to))]
          : []),
        intentions(context, plan, names.to, [caller], plan.jwt ? serviceTokenProvider : undefined),
        intentions(context, plan, names.from, [
          { name: gatewayName, ...inNamespace(plan, system), action: "allow" },
        ]),
      ],
    ),
    manifest(
      context,
      {
        step: "authorize",
        name: "b-default-deny.yaml",
        purpose:
          "Denies every call in the mesh that no intention allows. Replaces the wildcard that allowed all.",
        because: [accessLayer, ...asks.any("policy", "deny")],
        writtenFor: plan.version,
        caution:
          "After a-allow.yaml. It holds for the whole mesh, not for the pilot namespace alone: list the intentions of others first.",
        verify,
        undo: () => ["kubectl apply -f 04-permissive/permissive.yaml"],
      },
      [intentions(context, plan, "*", [{ name: "*", ...inNamespace(plan, "*"), action: "deny" }])],
    ),
  ];
}

function gatewayFile(context: Context, plan: ConsulPlan): KitFile {
  const { names, asks } = context;
  return manifest(
    context,
    {
      step: "gateway",
      name: "gateway.yaml",
      purpose: `Opens ${names.host} over TLS; ${names.from} accepts from the gateway only requests with a valid token of ${names.issuer}.`,
      because: [
        { layer: "A layer of every kit: authentication of users at the gateway" },
        ...present(asks.of("requests", "jwt"), asks.of("routing", "ingress")),
      ],
      writtenFor: `${plan.version}, Gateway API 1.6`,
      caution: `${gatewayCaution} The token is checked by the sidecar of ${names.from}, which works in every edition${plan.enterprise ? "; a GatewayPolicy can check it at the gateway itself" : "; checks at the gateway itself need Enterprise"}.`,
      verify: {
        what: "Without a token the call is refused, with one it answers.",
        commands: gatewayChecks(names),
      },
      // Not by the file: it replaced the intention that lets the gateway call.
      undo: () => [
        "kubectl apply -f 07-authorize/a-allow.yaml",
        `kubectl -n ${names.namespace} delete --ignore-not-found httproute/${names.from} jwtprovider/${tokenProvider}`,
        `kubectl -n ${system} delete --ignore-not-found gateway.gateway.networking.k8s.io/${gatewayName}`,
      ],
    },
    [
      resource(context, "JWTProvider", tokenProvider, jwtProvider(context, names.host)),
      intentions(
        context,
        plan,
        names.from,
        [{ name: gatewayName, ...inNamespace(plan, system), action: "allow" }],
        tokenProvider,
      ),
      publicGateway(names, "consul", system),
      publicRoute(names, system),
    ],
  );
}

function egressFile(context: Context, plan: ConsulPlan, ask: Ask): KitFile {
  const { names } = context;
  return manifest(
    context,
    {
      step: "egress",
      name: "egress.yaml",
      purpose: `Carries calls of ${names.from} to ${names.external} through the terminating gateway, and closes every destination that the mesh does not know.`,
      because: [ask],
      writtenFor: plan.version,
      caution:
        "The setting meshDestinationsOnly holds for the whole mesh. The token of the terminating gateway needs service:write for the outside name: see the documentation of the chart. The service keeps speaking TLS itself, so the gateway passes it on unread.",
      verify: {
        what: "The named host answers, another does not.",
        commands: [
          `kubectl -n ${names.namespace} exec deploy/${names.from} -- wget -qO- -T 5 https://${names.external}/`,
          `kubectl -n ${names.namespace} exec deploy/${names.from} -- wget -qO- -T 5 https://example.org/ # must fail`,
        ],
      },
      undo: (path) => [
        `kubectl delete --ignore-not-found -f ${path}`,
        "kubectl apply -f 06-strict/strict.yaml",
      ],
    },
    [
      resource(context, "ServiceDefaults", outsideName, {
        protocol: "tcp",
        destination: { addresses: [names.external], port: 443 },
      }),
      resource(context, "TerminatingGateway", "terminating-gateway", {
        services: [{ name: outsideName, ...inNamespace(plan, names.namespace) }],
      }),
      intentions(context, plan, outsideName, [
        { name: names.from, ...inNamespace(plan, names.namespace), action: "allow" },
      ]),
      resource(context, "Mesh", "mesh", meshSpec(plan, "closed")),
    ],
  );
}

function clusterFiles(context: Context, plan: ConsulPlan): KitFile[] {
  if (plan.clusters.length === 0) return [];
  const { names } = context;
  const secret = { name: "peering-token", key: "data", backend: "kubernetes" as const };
  const failover = context.asks.of("multicluster", "failover");
  const base = { because: plan.clusters, writtenFor: plan.version, apply: () => [] };
  // Not by the files: they replaced entries that calls within a cluster need.
  const split = failover && plan.canary;
  const undo = {
    west: [
      ...(split ? ["kubectl --context=west apply -f 05-traffic/route.yaml"] : []),
      `kubectl --context=west -n ${names.namespace} delete --ignore-not-found peeringdialer/east${failover && !split ? ` serviceresolver/${names.to}` : ""}`,
    ],
    east: [
      `kubectl --context=east -n ${names.namespace} patch serviceintentions ${names.to} --type=json -p '[{"op":"remove","path":"/spec/sources/1"}]' # the caller from west`,
      `kubectl --context=east -n ${names.namespace} delete --ignore-not-found exportedservices/default peeringacceptor/west`,
    ],
  };
  return [
    manifest(
      context,
      {
        ...base,
        step: "clusters",
        name: "east.yaml",
        purpose: `In the cluster that has ${names.to}: makes a peering token, exports ${names.to} to the other and allows the caller there.`,
        undo: () => undo.east,
        verify: {
          what: "The peering is active.",
          commands: [inServer("peering list", "east")],
        },
      },
      [
        resource(context, "PeeringAcceptor", "west", { peer: { secret } }),
        resource(context, "ExportedServices", "default", {
          services: [
            {
              name: names.to,
              ...inNamespace(plan, names.namespace),
              consumers: [{ peer: "west" }],
            },
          ],
        }),
        intentions(
          context,
          plan,
          names.to,
          [
            { ...callerSource(context, plan), ...inNamespace(plan, names.namespace) },
            { ...callerSource(context, plan), ...inNamespace(plan, names.namespace), peer: "west" },
          ],
          plan.jwt ? serviceTokenProvider : undefined,
        ),
      ],
    ),
    manifest(
      context,
      {
        ...base,
        step: "clusters",
        name: "west.yaml",
        purpose: failover
          ? `In the cluster of the callers: takes the peering token, and sends calls to ${names.to} across when it has no healthy instance of its own.`
          : "In the cluster of the callers: takes the peering token.",
        undo: () => undo.west,
        verify: {
          what: "The peering is active.",
          commands: [inServer("peering list", "west")],
        },
      },
      [
        resource(context, "PeeringDialer", "east", { peer: { secret } }),
        ...(failover
          ? [
              resource(context, "ServiceResolver", names.to, {
                ...(plan.canary ? resolver() : {}),
                connectTimeout: "5s",
                failover: { "*": { targets: [{ peer: "east" }] } },
              }),
            ]
          : []),
      ],
    ),
    text(
      context,
      {
        step: "clusters",
        name: "bootstrap.sh",
        purpose:
          "Joins two clusters, called east and west in kubectl, by a peering through their mesh gateways.",
        because: plan.clusters,
        writtenFor: plan.version,
        caution:
          "The peering token is a credential: it is copied once and used once. Set global.datacenter to west in the other cluster's values.",
        apply: (path) => [`bash ${path}`],
        verify: {
          what: "Both sides list the other as active.",
          commands: [inServer("peering list", "east")],
        },
        undo: () => [...undo.west, ...undo.east],
      },
      "shell",
      [
        "set -euo pipefail",
        "kubectl --context=east apply -f 14-clusters/east.yaml",
        `until kubectl --context=east -n ${names.namespace} get secret peering-token >/dev/null 2>&1; do sleep 2; done`,
        `kubectl --context=east -n ${names.namespace} get secret peering-token -o json |`,
        "  jq 'del(.metadata.ownerReferences, .metadata.uid, .metadata.resourceVersion, .metadata.creationTimestamp)' |",
        "  kubectl --context=west apply -f -",
        "kubectl --context=west apply -f 14-clusters/west.yaml",
        inServer("peering list", "east"),
      ],
    ),
  ];
}

/** The kit of Consul on Kubernetes. */
export function draftConsulKubernetes(context: Context): Draft {
  const plan = consulPlan(context);
  const { names } = context;
  const staged = stagedFiles(context, plan);
  return {
    files: [
      valuesFile(context, plan),
      enrolFile(context, plan),
      staged.observe,
      staged.permissive,
      ...trafficFiles(context, plan),
      staged.strict,
      ...authorizeFiles(context, plan),
      gatewayFile(context, plan),
      ...(plan.egress ? [egressFile(context, plan, plan.egress)] : []),
      networkPolicyFile(
        context,
        {
          service: [20000],
          scrape: [20200, metricsPort],
          controlPlane: [{ namespace: system, ports: [8501, 8502, 8503] }],
          keysFor: [names.from, ...(plan.jwt ? [names.to] : [])],
          gatewayNamespace: system,
          writtenFor: `Kubernetes 1.36, ${plan.version}`,
          explain:
            "the servers (8501, 8502, 8503), the sidecars' own port (20000), their metrics (20200) and the issuer's keys (443), which sidecars fetch themselves",
          ...(plan.egress ? { egress: { namespace: system, ports: [8443] } } : {}),
          ...(plan.clusters.length > 0
            ? { clusters: { ports: [443], gatewayNamespace: system } }
            : {}),
        },
        present(plan.egress),
      ),
      coreDnsFile(context),
      ...hostFirewallFiles(context, { where: "nodes" }),
      ...machineFiles(context, plan),
      ...clusterFiles(context, plan),
    ],
    preparations: preparations(plan),
    reasons: consulReasons,
    notes: [],
  };
}
