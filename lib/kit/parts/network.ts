import type { INetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { type Context, manifest } from "@/lib/kit/context";
import type { Because, KitFile } from "@/lib/kit/types";
import { appPort, monitoringNamespace, probePath } from "./workloads";

type Spec = NonNullable<INetworkPolicy["spec"]>;
type Peer = NonNullable<NonNullable<Spec["ingress"]>[number]["from"]>[number];

/** What a mesh, or its absence, needs open between pods. */
export interface MeshPorts {
  /** Ports on which the called pod is reached. */
  readonly service: readonly number[];
  /** Ports of pods that Prometheus scrapes, and further namespaces that may. */
  readonly scrape: readonly number[];
  readonly scrapers?: readonly string[];
  /** Where proxies reach their control plane. */
  readonly controlPlane: readonly {
    readonly namespace: string;
    readonly ports: readonly number[];
    /** Pods in the node's network or outside the cluster are matched by address. */
    readonly cidrs?: readonly string[];
  }[];
  /** The namespace of the gateway, which may reach the calling service. */
  readonly gatewayNamespace: string;
  /** A shared layer 7 proxy in the namespace through which calls go, by the label of its pods. */
  readonly waypoint?: Readonly<Record<string, string>>;
  /** The addresses from which the node's probes appear to come. */
  readonly probesFrom?: readonly string[];
  /** Further clusters: the ports of their pods or gateways, and the namespace of the gateway through which they call. */
  readonly clusters?: { readonly ports: readonly number[]; readonly gatewayNamespace?: string };
  /** Services whose own proxies fetch the keys that tokens are signed with. */
  readonly keysFor?: readonly string[];
  /** The address ranges or namespace outside traffic may go to. */
  readonly egress?: { readonly namespace: string; readonly ports: readonly number[] } | "internet";
  readonly writtenFor: string;
  /** Where another file is the first choice: how this one is called, and when it is used. */
  readonly alternative?: { readonly name: string; readonly when: string };
  /** What the ports are, for the reader. */
  readonly explain: string;
}

const tcp = (ports: readonly number[]) => ports.map((port) => ({ protocol: "TCP" as const, port }));

const inNamespace = (name: string): Peer => ({
  namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": name } },
});

/** Everything but private, link-local and shared ranges: the cloud's metadata address stays closed. */
const internet: Peer[] = [
  {
    ipBlock: {
      cidr: "0.0.0.0/0",
      except: ["10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"],
    },
  },
  { ipBlock: { cidr: "::/0", except: ["fc00::/7", "fe80::/10"] } },
];

/** Stands for the pods or the gateway of another cluster, whose addresses only the reader knows. */
const otherCluster = "198.51.100.0/24";

/** The address on which NodeLocal DNSCache listens. */
const nodeLocalDns = "169.254.20.10/32";

function policiesFor({ names }: Context, ports: MeshPorts): INetworkPolicy[] {
  const policy = (name: string, spec: Spec): INetworkPolicy => ({
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name, namespace: names.namespace },
    spec,
  });
  const pods = (app: string) => ({ matchLabels: { app } });
  const waypoint = ports.waypoint && { matchLabels: { ...ports.waypoint } };
  const callers: Peer[] = [
    { podSelector: pods(names.from) },
    ...(waypoint ? [{ podSelector: waypoint }] : []),
  ];

  const dns = policy("allow-dns", {
    podSelector: {},
    policyTypes: ["Egress"],
    egress: [
      {
        to: [
          {
            ...inNamespace("kube-system"),
            podSelector: { matchLabels: { "k8s-app": "kube-dns" } },
          },
          { ipBlock: { cidr: nodeLocalDns } },
        ],
        ports: [
          { protocol: "UDP", port: 53 },
          { protocol: "TCP", port: 53 },
        ],
      },
    ],
  });
  const control = ports.controlPlane.map(({ namespace, ports: open, cidrs }) =>
    policy(`allow-${namespace}`, {
      podSelector: {},
      policyTypes: ["Egress"],
      egress: [
        {
          to: [inNamespace(namespace), ...(cidrs ?? []).map((cidr) => ({ ipBlock: { cidr } }))],
          ports: tcp(open),
        },
      ],
    }),
  );
  const scrape = policy("allow-scrapes", {
    podSelector: {},
    policyTypes: ["Ingress"],
    ingress: [
      {
        from: [monitoringNamespace, ...(ports.scrapers ?? [])].map(inNamespace),
        ports: tcp(ports.scrape),
      },
    ],
  });
  const gateway = policy("allow-gateway", {
    podSelector: pods(names.from),
    policyTypes: ["Ingress"],
    ingress: [{ from: [inNamespace(ports.gatewayNamespace)], ports: tcp(ports.service) }],
  });
  const callee = policy(`allow-${names.from}-in`, {
    podSelector: pods(names.to),
    policyTypes: ["Ingress"],
    ingress: [{ from: callers, ports: tcp(ports.service) }],
  });
  const caller = policy(`allow-${names.from}-out`, {
    podSelector: pods(names.from),
    policyTypes: ["Egress"],
    egress: [
      {
        to: [{ podSelector: pods(names.to) }, ...(waypoint ? [{ podSelector: waypoint }] : [])],
        ports: tcp(ports.service),
      },
    ],
  });
  const through = waypoint
    ? [
        policy("allow-waypoint", {
          podSelector: waypoint,
          policyTypes: ["Ingress", "Egress"],
          ingress: [{ from: [{ podSelector: pods(names.from) }], ports: tcp(ports.service) }],
          egress: [
            { to: [{ podSelector: pods(names.to) }], ports: tcp([...ports.service, appPort]) },
          ],
        }),
      ]
    : [];
  const probes = ports.probesFrom
    ? [
        policy("allow-probes", {
          podSelector: {},
          policyTypes: ["Ingress"],
          ingress: [{ from: ports.probesFrom.map((cidr) => ({ ipBlock: { cidr } })) }],
        }),
      ]
    : [];
  const keys = ports.keysFor
    ? [
        policy("allow-token-keys", {
          podSelector: {
            matchExpressions: [{ key: "app", operator: "In", values: [...ports.keysFor] }],
          },
          policyTypes: ["Egress"],
          egress: [{ to: internet, ports: tcp([443]) }],
        }),
      ]
    : [];
  const outside = ports.egress
    ? [
        policy("allow-outside", {
          podSelector: pods(names.from),
          policyTypes: ["Egress"],
          egress: [
            ports.egress === "internet"
              ? { to: internet, ports: tcp([443]) }
              : { to: [inNamespace(ports.egress.namespace)], ports: tcp(ports.egress.ports) },
          ],
        }),
      ]
    : [];
  const other: Peer = { ipBlock: { cidr: otherCluster } };
  const between = ports.clusters?.gatewayNamespace;
  // Where calls of other clusters come from: the gateway between, or the clusters themselves.
  const arriving = between === undefined ? other : inNamespace(between);
  const clusters = ports.clusters
    ? [
        policy("allow-other-clusters-out", {
          podSelector: pods(names.from),
          policyTypes: ["Egress"],
          egress: [{ to: [other], ports: tcp(ports.clusters.ports) }],
        }),
        policy("allow-other-clusters-in", {
          podSelector: pods(names.to),
          policyTypes: ["Ingress"],
          ingress: [
            {
              from: [arriving],
              ports: tcp(ports.service),
            },
          ],
        }),
        // A waypoint stands between: it is called from outside in place of the pods, and calls out for them.
        ...(waypoint
          ? [
              policy("allow-other-clusters-waypoint", {
                podSelector: waypoint,
                policyTypes: ["Ingress", "Egress"],
                ingress: [
                  {
                    from: [arriving],
                    ports: tcp(ports.service),
                  },
                ],
                egress: [{ to: [other], ports: tcp(ports.clusters.ports) }],
              }),
            ]
          : []),
      ]
    : [];
  const deny = policy("default-deny", { podSelector: {}, policyTypes: ["Ingress", "Egress"] });
  return [
    dns,
    ...control,
    scrape,
    ...probes,
    gateway,
    callee,
    caller,
    ...through,
    ...keys,
    ...outside,
    ...clusters,
    deny,
  ];
}

/** The network layer under any variant: deny all, then DNS, the mesh's own ports and the one path. */
export function networkPolicyFile(
  context: Context,
  ports: MeshPorts,
  because: readonly Because[],
): KitFile {
  const { namespace, from, to } = context.names;
  return manifest(
    context,
    {
      step: "network",
      name: ports.alternative?.name ?? "network-policy.yaml",
      purpose: `Denies all traffic of the pods in ${namespace}, in and out, except DNS, ${ports.explain}, the gateway to ${from} and ${from} to ${to}. It holds even for a pod that avoids its proxy.`,
      because: [{ layer: "A layer of every kit: network policy" }, ...because],
      writtenFor: ports.writtenFor,
      caution: `${ports.alternative ? `${ports.alternative.when} ` : ""}Everything else that pods in ${namespace} call today, databases included, stops. List the flows first and add a rule for each. A CNI that does not enforce NetworkPolicy accepts this file and does nothing. On OpenShift the DNS pods are in openshift-dns, port 5353.${ports.clusters ? ` ${otherCluster} stands for the ${ports.clusters.gatewayNamespace ? "gateway" : "pods"} of the other cluster: put in its addresses, or calls between clusters stop.` : ""}`,
      verify: {
        what: "The allowed call is answered, be it by a refusal of the mesh; another is not; names resolve and pods stay ready.",
        commands: [
          `kubectl -n ${namespace} get pods`,
          `kubectl -n ${namespace} exec deploy/${from} -- wget -qO- -T 3 http://${to}:${appPort}${probePath}`,
          `kubectl -n ${namespace} run probe --rm -i --restart=Never --image=busybox:1.37 -- wget -qO- -T 3 http://${to}:${appPort}/ # must time out`,
        ],
      },
    },
    policiesFor(context, ports),
  );
}
