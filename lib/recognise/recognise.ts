import type { Certainty, Recognition } from "@/lib/data/recognition-types";
import type { Inventory } from "./inventory";
import { findThings, findUnknown } from "./match";
import { countServices, type Proposal, propose, type ReadCluster } from "./propose";
import { readPastes } from "./read";
import { showSpot } from "./text";
import type { Line, Paste, Spot } from "./types";
import { gatewayApiVersion, kubernetesVersion, linesFor, type Warning, warn } from "./warn";

export interface Fact {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly certainty: Certainty;
  readonly versions: readonly string[];
  readonly nodes: number;
  readonly source: { readonly url: string; readonly title: string };
  readonly lines: readonly Line[];
}

export interface ClusterFacts {
  readonly name: string;
  readonly facts: readonly Fact[];
  /** The minor version of Kubernetes on most nodes. */
  readonly kubernetes: string | undefined;
  /** Which lines of which mesh are stated for that version. */
  readonly statedFor: readonly { readonly mesh: string; readonly lines: readonly string[] }[];
  readonly gatewayApi:
    | { readonly version: string; readonly channel: string | undefined }
    | undefined;
  readonly counts: Readonly<
    Record<
      "nodes" | "namespaces" | "workloads" | "pods" | "services" | "policies" | "policyNamespaces",
      number
    >
  >;
  /** What kinds of output were read, and what the reader’s role was refused or the cluster does not know. */
  readonly read: readonly string[];
  readonly refused: readonly string[];
}

type Shown<T> = Omit<T, "spots"> & { readonly lines: readonly Line[] };

/** Everything that pastes say. Plain data, so that a worker can send it. */
export interface Recognised {
  readonly clusters: readonly ClusterFacts[];
  readonly proposals: readonly Shown<Proposal>[];
  readonly warnings: readonly Shown<Warning>[];
  readonly unknown: {
    /** Images, charts, resource definitions and classes that no rule knows, the first of them. */
    readonly names: readonly {
      readonly at: string;
      readonly text: string;
      readonly count: number;
    }[];
    readonly nameCount: number;
    readonly lines: readonly Line[];
    readonly lineCount: number;
    readonly kinds: readonly string[];
  };
}

const mostNames = 40;

/**
 * Recognises what pastes say. Yields how far it is, from 0 to 1, and returns the findings; never throws at what a text
 * contains. `today` is a day such as 2026-11-29.
 */
export function* recognise(
  recognition: Recognition,
  pastes: readonly Paste[],
  today: string,
): Generator<number, Recognised> {
  const read = yield* readPastes(pastes);
  const show = (spots: readonly Spot[]): Line[] => {
    const lines = spots.flatMap((spot) => {
      const text = read.texts[spot.paste];
      return text ? [showSpot(text, spot)] : [];
    });
    return lines.filter(
      (line, at) =>
        lines.findIndex(({ paste, number }) => paste === line.paste && number === line.number) ===
        at,
    );
  };
  seePodNetworks([...read.clusters.values()]);
  const clusters = [...read.clusters]
    .filter(([, inventory]) => inventory.read.size > 0 || inventory.refused.size > 0)
    .map(([name, inventory]): ReadCluster => {
      seeAddresses(inventory);
      return { name, inventory, found: findThings(recognition.things, inventory) };
    });
  const unknown = clusters.flatMap(({ inventory }) => findUnknown(recognition.things, inventory));
  return {
    clusters: clusters.map((cluster) => describeCluster(recognition, cluster, show)),
    proposals: propose(recognition.proposals, clusters).map(({ spots, ...proposal }) => ({
      ...proposal,
      lines: show(spots),
    })),
    warnings: warn(recognition, clusters, today).map(({ spots, ...warning }) => ({
      ...warning,
      lines: show(spots),
    })),
    unknown: {
      names: unknown.slice(0, mostNames).map(({ at, text, count }) => ({ at, text, count })),
      nameCount: unknown.length,
      lines: show(
        read.unread.map(({ paste, line }) => {
          const text = read.texts[paste];
          return { paste, from: text?.startOf(line) ?? 0, to: text?.endOf(line) ?? 0, find: "" };
        }),
      ),
      lineCount: read.unreadCount,
      kinds: [...read.otherKinds].sort(),
    },
  };
}

/** Runs a recognition to its end. */
export function recogniseAll(
  recognition: Recognition,
  pastes: readonly Paste[],
  today: string,
): Recognised {
  const steps = recognise(recognition, pastes, today);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function seeAddresses(inventory: Inventory): void {
  for (const node of inventory.nodes.values()) {
    if (!node.hasIPv6 || node.hasIPv4) continue;
    const [first] = node.sightings;
    const spot = first?.spots[0];
    if (spot) inventory.seeOnNode(node, "object", "IPv6Node", spot);
  }
}

/** Notes on each cluster that another one gives its pods the same addresses. */
function seePodNetworks(inventories: readonly Inventory[]): void {
  for (const inventory of inventories) {
    const shared = [...inventory.podNetworks.keys()].find((network) =>
      inventories.some((other) => other !== inventory && other.podNetworks.has(network)),
    );
    const spot = shared === undefined ? undefined : inventory.podNetworks.get(shared);
    if (spot) inventory.see("object", "SamePodNetwork", spot);
  }
}

function describeCluster(
  recognition: Recognition,
  cluster: ReadCluster,
  show: (spots: readonly Spot[]) => Line[],
): ClusterFacts {
  const { name, inventory, found } = cluster;
  const gatewayApi = gatewayApiVersion(cluster);
  const kubernetes = kubernetesVersion(cluster);
  return {
    name,
    facts: found.map(({ thing, certainty, spots, versions, nodes }) => ({
      id: thing.id,
      kind: thing.kind,
      label: thing.label,
      certainty,
      versions: versions.slice(0, 5),
      nodes,
      source: thing.source,
      lines: show(spots),
    })),
    kubernetes,
    statedFor: linesFor(recognition, kubernetes),
    gatewayApi: gatewayApi && { version: gatewayApi.version, channel: gatewayApi.channel },
    counts: {
      nodes: inventory.nodes.size,
      namespaces: inventory.namespaces.size,
      workloads: inventory.workloads.size,
      pods: inventory.pods.size,
      services: countServices(inventory),
      policies: [...inventory.policies.values()].reduce((sum, { size }) => sum + size, 0),
      policyNamespaces: inventory.policies.size,
    },
    read: [...inventory.read].sort(),
    refused: [...inventory.refused].sort(),
  };
}
