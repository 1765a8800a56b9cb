import { isIPv6 } from "node:net";
import { type Context, text } from "@/lib/kit/context";
import type { KitNames } from "@/lib/kit/names";
import type { KitFile } from "@/lib/kit/types";

type Zone = "nodes" | "pods" | "admins";
type Ports = readonly (number | readonly [first: number, last: number])[];

/** Traffic to the host itself that is let in. */
export interface HostRule {
  readonly what: string;
  /** Absent: from anywhere. */
  readonly from?: readonly Zone[];
  readonly protocol: "tcp" | "udp" | "ipip" | "esp";
  readonly ports?: Ports;
}

/** What a Kubernetes node must answer, whichever CNI it has. */
const nodeRules: readonly HostRule[] = [
  { what: "SSH", from: ["admins"], protocol: "tcp", ports: [22] },
  { what: "API server", from: ["admins", "nodes", "pods"], protocol: "tcp", ports: [6443] },
  {
    what: "etcd, control-plane nodes only",
    from: ["nodes"],
    protocol: "tcp",
    ports: [[2379, 2380]],
  },
  {
    what: "kubelet: logs, exec, metrics",
    from: ["nodes", "pods"],
    protocol: "tcp",
    ports: [10250],
  },
  {
    what: "kube-proxy health, scheduler and controller manager",
    from: ["nodes", "pods"],
    protocol: "tcp",
    ports: [[10256, 10259]],
  },
  { what: "BGP and Typha of Calico", from: ["nodes"], protocol: "tcp", ports: [179, 5473] },
  {
    what: "health and Hubble of Cilium",
    from: ["nodes"],
    protocol: "tcp",
    ports: [4240, 4244],
  },
  {
    what: "overlay tunnels: VXLAN, Flannel and Cilium VXLAN, Geneve",
    from: ["nodes"],
    protocol: "udp",
    ports: [4789, 6081, 8472],
  },
  {
    what: "WireGuard of Flannel, Calico and Cilium",
    from: ["nodes"],
    protocol: "udp",
    ports: [[51820, 51821], 51871],
  },
  { what: "IP-in-IP of Calico", from: ["nodes"], protocol: "ipip" },
  { what: "IPsec of Cilium", from: ["nodes"], protocol: "esp" },
  { what: "NodeLocal DNSCache, UDP", from: ["pods"], protocol: "udp", ports: [53] },
  { what: "NodeLocal DNSCache, TCP", from: ["pods"], protocol: "tcp", ports: [53] },
  { what: "node metrics", from: ["nodes", "pods"], protocol: "tcp", ports: [9100] },
];

const machineRules: readonly HostRule[] = [
  { what: "SSH", from: ["admins"], protocol: "tcp", ports: [22] },
  { what: "machine metrics", from: ["nodes"], protocol: "tcp", ports: [9100] },
];

const protocolWords = {
  tcp: { nft: "tcp", iptables: "tcp" },
  udp: { nft: "udp", iptables: "udp" },
  ipip: { nft: "meta l4proto 4", iptables: "4" },
  esp: { nft: "meta l4proto esp", iptables: "esp" },
} as const;

const table = "host_guard";
const chain = "HOST-GUARD";

function nftLines(names: KitNames, rules: readonly HostRule[], enforce: boolean): string[] {
  const zones: readonly Zone[] = ["nodes", "pods", "admins"];
  const used = zones.filter((zone) => rules.some(({ from }) => from?.includes(zone)));
  const sets = used.flatMap((zone) =>
    ([4, 6] as const).flatMap((family) => {
      const elements = names[zone].filter(
        (cidr) => isIPv6(cidr.split("/")[0] ?? "") === (family === 6),
      );
      if (elements.length === 0) return [];
      return [
        `  set ${zone}_v${family} {`,
        `    type ipv${family}_addr`,
        "    flags interval",
        "    auto-merge",
        `    elements = { ${elements.join(", ")} }`,
        "  }",
        "",
      ];
    }),
  );
  const accept = rules.flatMap(({ what, from, protocol, ports }) => {
    const word = protocolWords[protocol].nft;
    const list = ports
      ?.map((port) => (typeof port === "number" ? port : port.join("-")))
      .join(", ");
    const match = list === undefined ? word : `${word} dport { ${list} }`;
    const sources = from?.flatMap((zone) =>
      ([4, 6] as const).flatMap((family) =>
        names[zone].some((cidr) => isIPv6(cidr.split("/")[0] ?? "") === (family === 6))
          ? [`${family === 4 ? "ip" : "ip6"} saddr @${zone}_v${family} `]
          : [],
      ),
    ) ?? [""];
    return sources.map((source) => `    ${source}${match} accept comment "${what}"`);
  });
  const rest = enforce
    ? [
        '    limit rate 5/second log prefix "host-guard dropped: "',
        '    counter drop comment "everything else"',
      ]
    : [
        '    limit rate 5/second log prefix "host-guard would drop: "',
        '    counter accept comment "everything else, until it is enforced"',
      ];
  return [
    "# Replaces its own table only: the rules of kube-proxy, the CNI and the mesh are in other tables.",
    `table inet ${table}`,
    `delete table inet ${table}`,
    "",
    `table inet ${table} {`,
    ...sets,
    "  # Input only. There is no forward chain: traffic of pods passes through the node and is never judged here.",
    "  chain input {",
    "    type filter hook input priority filter; policy accept;",
    '    iif "lo" accept',
    "    ct state established,related accept",
    "    meta l4proto { icmp, ipv6-icmp } accept",
    '    udp dport 546 accept comment "DHCPv6"',
    ...accept,
    ...rest,
    "  }",
    "}",
  ];
}

function iptablesLines(names: KitNames, rules: readonly HostRule[], family: 4 | 6): string[] {
  const accept = rules.flatMap(({ what, from, protocol, ports }) => {
    const word = protocolWords[protocol].iptables;
    const list = ports?.map((port) => (typeof port === "number" ? port : port.join(":"))).join(",");
    const match = list === undefined ? "" : ` -m multiport --dports ${list}`;
    const sources = from?.flatMap((zone) =>
      names[zone]
        .filter((cidr) => isIPv6(cidr.split("/")[0] ?? "") === (family === 6))
        .map((cidr) => ` -s ${cidr}`),
    ) ?? [""];
    return sources.map(
      (source) =>
        `-A ${chain}${source} -p ${word}${match} -m comment --comment "${what}" -j RETURN`,
    );
  });
  return [
    "*filter",
    "# Its own chain, filled anew each time. INPUT jumps to it; FORWARD, where pods pass, does not.",
    `:${chain} - [0:0]`,
    "# What is let in returns to INPUT, so that kube-proxy's and the CNI's own drops there still hold.",
    `-A ${chain} -i lo -j RETURN`,
    `-A ${chain} -m conntrack --ctstate ESTABLISHED,RELATED -j RETURN`,
    `-A ${chain} -p ${family === 4 ? "icmp" : "ipv6-icmp"} -j RETURN`,
    ...(family === 6 ? [`-A ${chain} -p udp -m udp --dport 546 -j RETURN`] : []),
    ...accept,
    `-A ${chain} -m limit --limit 5/second -j LOG --log-prefix "host-guard dropped: "`,
    `-A ${chain} -j DROP`,
    "COMMIT",
  ];
}

/** Rules of a product that listens on the host itself. */
export interface HostFirewallInput {
  readonly where: "nodes" | "machines";
  readonly rules?: readonly HostRule[];
  readonly caution?: string;
}

/**
 * The same rules as nftables (to watch, then to enforce) and as iptables. They judge traffic to the host alone, in a
 * table or chain of their own: never what is forwarded to pods.
 */
export function hostFirewallFiles(context: Context, input: HostFirewallInput): KitFile[] {
  const { names } = context;
  const rules = [...(input.where === "nodes" ? nodeRules : machineRules), ...(input.rules ?? [])];
  const host = input.where === "nodes" ? "node" : "machine";
  const because = [{ layer: "A layer of every kit: the host firewall, which no mesh touches" }];
  const set = `Set the networks first: nodes ${names.nodes.join(", ")}, pods ${names.pods.join(", ")}, administrators ${names.admins.join(", ")}.`;
  const caution = [
    set,
    input.where === "nodes"
      ? "NodePorts are rewritten before these rules see them, so they are not filtered here. Health checks of a load balancer (port 10256 and the healthCheckNodePort of Services) come from its own addresses: add them, or it takes the nodes out. A gateway in the host network needs its port added."
      : undefined,
    input.caution,
  ]
    .filter(Boolean)
    .join(" ");
  const undo = [`nft delete table inet ${table}`];
  const nft = (enforce: boolean): KitFile =>
    text(
      context,
      {
        step: "hosts",
        name: enforce ? "2-enforce.nft" : "1-watch.nft",
        purpose: enforce
          ? `Drops what reaches the ${host} itself and is not on the list. What is forwarded to pods is not touched.`
          : `Logs what would be dropped on the ${host}, and drops nothing yet.`,
        because,
        writtenFor: "nftables 1.0, Linux 5.10 or newer",
        caution: enforce
          ? `${caution} The second command takes the rules back after two minutes: stop it once a new SSH session has opened.`
          : caution,
        apply: (path) =>
          enforce
            ? [
                `nft -c -f ${path}`,
                `(sleep 120; nft delete table inet ${table}) & nft -f ${path}`,
                "kill %1 # after a new SSH session has opened",
              ]
            : [`nft -c -f ${path}`, `nft -f ${path}`],
        verify: enforce
          ? {
              what: "A new SSH session opens, the node stays Ready, logs and exec work, and the counter of the last rule grows only by what you expect.",
              commands: [
                `nft list chain inet ${table} input`,
                ...(input.where === "nodes" ? ["kubectl get nodes"] : []),
              ],
            }
          : {
              what: "After a day the log names nothing that you need.",
              commands: [`journalctl -k --grep 'host-guard would drop'`],
            },
        undo: () => undo,
      },
      "nftables",
      nftLines(names, rules, enforce),
    );
  const hasSix = [...names.nodes, ...names.pods, ...names.admins].some((cidr) =>
    cidr.includes(":"),
  );
  const iptables = (family: 4 | 6): KitFile => {
    const tool = family === 4 ? "iptables" : "ip6tables";
    return text(
      context,
      {
        step: "hosts",
        name: `enforce.${tool}`,
        purpose: `The same rules for hosts that still use ${tool}. Use this or the nftables files, not both.`,
        because,
        writtenFor: `${tool} 1.8`,
        caution: `${caution} --noflush keeps the rules of kube-proxy and the CNI.${hasSix ? "" : " IPv6 stays as it is: give its networks too where the hosts have it."}`,
        apply: (path) => [
          `${tool}-restore --noflush --test ${path}`,
          `${tool}-restore --noflush ${path}`,
          `(sleep 120; ${tool} -D INPUT -j ${chain}) & ${tool} -C INPUT -j ${chain} || ${tool} -I INPUT 1 -j ${chain}`,
          "kill %1 # after a new SSH session has opened",
        ],
        verify: {
          what: "A new SSH session opens, and the counters of the last two rules grow only by what you expect.",
          commands: [`${tool} -L ${chain} -n -v`],
        },
        undo: () => [`${tool} -D INPUT -j ${chain}`, `${tool} -F ${chain}`, `${tool} -X ${chain}`],
      },
      "iptables",
      iptablesLines(names, rules, family),
    );
  };
  return [nft(false), nft(true), iptables(4), ...(hasSix ? [iptables(6)] : [])];
}
