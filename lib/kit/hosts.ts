import { isIPv6 } from "node:net";
import type { HostRules } from "@/lib/data/kit-types";
import type { KitNames } from "./names";

/**
 * The one part of a kit that is computed: the same rules for hosts in the languages of nftables and iptables, for both
 * families. They judge traffic to the host alone, in a table or chains of their own, never what is forwarded to pods.
 */

type Rule = HostRules["nodes"]["rules"][number];
export type Zone = Rule["from"][number];

export const zones: readonly Zone[] = ["nodes", "control", "pods", "admins"];
const families = [4, 6] as const;
type FamilyNumber = (typeof families)[number];

const ofFamily = (networks: readonly string[], family: FamilyNumber) =>
  networks.filter((cidr) => isIPv6(cidr.split("/")[0] ?? "") === (family === 6));

const protocols = {
  tcp: { nft: "tcp", iptables: "tcp" },
  udp: { nft: "udp", iptables: "udp" },
  ipip: { nft: "meta l4proto 4", iptables: "4" },
  esp: { nft: "meta l4proto esp", iptables: "esp" },
  vrrp: { nft: "meta l4proto 112", iptables: "112" },
} as const;

/** The rules as nftables: a table of their own, replaced in one transaction. */
export function nftRules(names: KitNames, rules: readonly Rule[]): string[] {
  const sets = zones.flatMap((zone) =>
    families.flatMap((family) => {
      const elements = ofFamily(names[zone], family);
      return [
        `  set ${zone}_v${family} {`,
        `    type ipv${family}_addr`,
        "    flags interval",
        ...(elements.length > 0 ? [`    elements = { ${elements.join(", ")} }`] : []),
        "  }",
      ];
    }),
  );
  const accept = rules.flatMap(({ what, from, protocol, ports }) => {
    const word = protocols[protocol].nft;
    const match = ports === undefined ? word : `${word} dport { ${ports.join(", ")} }`;
    return from.flatMap((zone) =>
      families.map(
        (family) =>
          `    ${family === 4 ? "ip" : "ip6"} saddr @${zone}_v${family} ${match} accept comment "${what}"`,
      ),
    );
  });
  return [
    "# Its own table, and no other: the rules of kube-proxy, the CNI and the mesh are in tables of theirs.",
    "table inet mesh_pilot",
    "delete table inet mesh_pilot",
    "table inet mesh_pilot {",
    ...sets,
    "  chain watch {",
    '    limit rate 5/second log prefix "mesh-pilot would drop: "',
    "    counter accept",
    "  }",
    "  chain enforce {",
    '    limit rate 5/second log prefix "mesh-pilot dropped: "',
    "    counter drop",
    "  }",
    "  # Input only. There is no forward chain: traffic of pods passes through and is never judged here.",
    "  chain input {",
    "    type filter hook input priority filter; policy accept;",
    '    iif "lo" accept',
    "    ct state established,related accept",
    "    meta l4proto { icmp, ipv6-icmp } accept",
    '    ip6 saddr fe80::/10 udp dport 546 accept comment "DHCPv6"',
    ...accept,
    "    goto enforce",
    "  }",
    "}",
  ];
}

/** The rules as iptables or ip6tables: chains of their own, filled anew, to which INPUT jumps. */
export function iptablesRules(
  names: KitNames,
  rules: readonly Rule[],
  family: FamilyNumber,
): string[] {
  const accept = rules.flatMap(({ what, from, protocol, ports }) => {
    const word = protocols[protocol].iptables;
    const match =
      ports === undefined
        ? ""
        : ` -m multiport --dports ${ports.map((port) => port.replace("-", ":")).join(",")}`;
    return from.flatMap((zone) =>
      ofFamily(names[zone], family).map(
        (cidr) =>
          `-A MESH-PILOT -s ${cidr} -p ${word}${match} -m comment --comment "${what}" -j RETURN`,
      ),
    );
  });
  return [
    "*filter",
    "# Chains of its own. host-guard.sh makes INPUT jump here; FORWARD, where pods pass, does not.",
    ":MESH-PILOT - [0:0]",
    ":MESH-PILOT-WATCH - [0:0]",
    ":MESH-PILOT-ENFORCE - [0:0]",
    '-A MESH-PILOT-WATCH -m limit --limit 5/second -j LOG --log-prefix "mesh-pilot would drop: "',
    "-A MESH-PILOT-WATCH -j RETURN",
    '-A MESH-PILOT-ENFORCE -m limit --limit 5/second -j LOG --log-prefix "mesh-pilot dropped: "',
    "-A MESH-PILOT-ENFORCE -j DROP",
    "# What is let in returns to INPUT, so that drops of kube-proxy and the CNI there still hold.",
    "-A MESH-PILOT -i lo -j RETURN",
    "-A MESH-PILOT -m conntrack --ctstate ESTABLISHED,RELATED -j RETURN",
    `-A MESH-PILOT -p ${family === 4 ? "icmp" : "ipv6-icmp"} -j RETURN`,
    ...(family === 6 ? ["-A MESH-PILOT -s fe80::/10 -p udp -m udp --dport 546 -j RETURN"] : []),
    ...accept,
    "-A MESH-PILOT -g MESH-PILOT-ENFORCE",
    "COMMIT",
  ];
}
