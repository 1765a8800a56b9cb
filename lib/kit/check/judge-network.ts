import { overlap } from "@/lib/kit/networks";
import {
  type Call,
  list,
  ofKind,
  record,
  selects,
  specOf,
  texts,
  type Workload,
  type World,
} from "./calls";

/** NetworkPolicy and CiliumNetworkPolicy, as their documentation says they are judged. */

/** Where a connection goes or comes from: a workload, an address, or the node itself. */
export type Peer =
  | { readonly workload: Workload }
  | { readonly address: string }
  | { readonly host: true };

interface Connection {
  readonly from: Peer;
  readonly to: Peer;
  readonly port: number;
  readonly protocol: "TCP" | "UDP";
  readonly method?: string;
  readonly path?: string;
}

const namespaceLabels = (namespace: string) => ({ "kubernetes.io/metadata.name": namespace });

function peerMatches(rule: Readonly<Record<string, unknown>>, peer: Peer, own: string): boolean {
  if (rule.ipBlock) {
    const { cidr, except } = record(rule.ipBlock);
    if (!("address" in peer)) return false;
    return (
      overlap(peer.address, String(cidr)) &&
      !texts(except).some((each) => overlap(peer.address, each))
    );
  }
  if (!("workload" in peer)) return false;
  const { namespace, labels } = peer.workload;
  const rightNamespace = rule.namespaceSelector
    ? selects(rule.namespaceSelector, namespaceLabels(namespace))
    : namespace === own;
  return rightNamespace && (!rule.podSelector || selects(rule.podSelector, labels));
}

const portMatches = (ports: unknown, { port, protocol }: Connection) =>
  list(ports).length === 0 ||
  list(ports).some(
    (each) =>
      Number(each.port) === port && [protocol, "ANY", undefined].includes(each.protocol as string),
  );

function networkPolicySide(
  world: World,
  connection: Connection,
  side: "Ingress" | "Egress",
): boolean {
  const [self, other] =
    side === "Ingress" ? [connection.to, connection.from] : [connection.from, connection.to];
  if (!("workload" in self)) return true;
  const { namespace, labels } = self.workload;
  const policies = ofKind(world, "NetworkPolicy", "networking.k8s.io").filter(
    (policy) =>
      policy.metadata.namespace === namespace &&
      texts(specOf(policy).policyTypes).includes(side) &&
      selects(specOf(policy).podSelector, labels),
  );
  return (
    policies.length === 0 ||
    policies.some((policy) =>
      list(specOf(policy)[side.toLowerCase()]).some((rule) => {
        const peers = list(side === "Ingress" ? rule.from : rule.to);
        const rightPeer =
          peers.length === 0 || peers.some((each) => peerMatches(each, other, namespace));
        return rightPeer && portMatches(rule.ports, connection);
      }),
    )
  );
}

/** Labels as Cilium writes them in selectors, with and without its prefixes. */
function ciliumSelects(selector: unknown, peer: Peer, own: string): boolean {
  if (!("workload" in peer)) return false;
  const { matchLabels } = record(selector);
  const { namespace, labels } = peer.workload;
  const entries = Object.entries(record(matchLabels)).map(
    ([key, value]) => [key.replace(/^k8s:/, ""), value] as const,
  );
  const namespaceKey = "io.kubernetes.pod.namespace";
  const named = entries.find(([key]) => key === namespaceKey)?.[1] ?? own;
  return (
    named === namespace &&
    entries.every(([key, value]) => key === namespaceKey || labels[key] === value)
  );
}

function ciliumSide(world: World, connection: Connection, side: "ingress" | "egress"): boolean {
  const [self, other] =
    side === "ingress" ? [connection.to, connection.from] : [connection.from, connection.to];
  if (!("workload" in self)) return true;
  const { namespace } = self.workload;
  const policies = ofKind(world, "CiliumNetworkPolicy", "cilium.io").filter(
    (policy) =>
      policy.metadata.namespace === namespace &&
      ciliumSelects(specOf(policy).endpointSelector, self, namespace) &&
      Array.isArray(specOf(policy)[side]),
  );
  if (policies.length === 0) return true;
  return policies.some((policy) =>
    list(specOf(policy)[side]).some((rule) => {
      const endpoints = list(side === "ingress" ? rule.fromEndpoints : rule.toEndpoints);
      const entities = texts(side === "ingress" ? rule.fromEntities : rule.toEntities);
      // An empty rule allows nothing: it only says that the direction is judged.
      const rightPeer =
        endpoints.some((each) => ciliumSelects(each, other, namespace)) ||
        ("host" in other && entities.includes("host")) ||
        entities.includes("all") ||
        ("address" in other && entities.includes("world"));
      if (!rightPeer) return false;
      const toPorts = list(rule.toPorts);
      return (
        toPorts.length === 0 ||
        toPorts.some(({ ports, rules }) => {
          if (!portMatches(ports, connection)) return false;
          const http = list(record(rules).http);
          return (
            http.length === 0 ||
            http.some(
              ({ method, path }) =>
                new RegExp(`^(${String(method ?? ".*")})$`).test(connection.method ?? "") &&
                new RegExp(`^(${String(path ?? ".*")})$`).test(connection.path ?? ""),
            )
          );
        })
      );
    }),
  );
}

/** Whether the network lets a connection through: at both ends, or at the one it arrives at. */
export function passesNetwork(
  world: World,
  connection: Connection,
  ends: "both" | "arrival" = "both",
): boolean {
  const leaves =
    networkPolicySide(world, connection, "Egress") && ciliumSide(world, connection, "egress");
  return (
    (ends === "arrival" || leaves) &&
    networkPolicySide(world, connection, "Ingress") &&
    ciliumSide(world, connection, "ingress")
  );
}

/** A call as the network sees it, between workloads and on the port that the mesh uses. */
export const toConnection = ({ from, to, method, path }: Call, port: number): Connection => ({
  from: { workload: from },
  to: { workload: to },
  port,
  protocol: "TCP",
  method,
  path,
});
