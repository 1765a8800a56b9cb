import type { Certainty, ProposalRule } from "@/lib/data/recognition-types";
import type { Answer, Answers, Importance } from "@/lib/engine/types";
import { type Inventory, isSystemNamespace } from "./inventory";
import { type Found, ranks } from "./match";
import type { Spot } from "./types";

/** What a cluster says about an answer. */
export interface Proposal {
  /** “question=value”, “question.row” or “question:flag”. */
  readonly key: string;
  readonly question: string;
  readonly value?: string | undefined;
  readonly row?: string | undefined;
  readonly flag?: string | undefined;
  readonly certainty: Certainty;
  readonly because: string;
  /** What was recognised, by its label. */
  readonly things: readonly string[];
  readonly clusters: readonly string[];
  readonly spots: readonly Spot[];
}

export interface ReadCluster {
  readonly name: string;
  readonly inventory: Inventory;
  readonly found: readonly Found[];
}

function weaker(a: Certainty, b: Certainty): Certainty {
  return ranks[a] <= ranks[b] ? a : b;
}

function matches(reference: string, { thing }: Found): boolean {
  return reference.startsWith("kind:") ? thing.kind === reference.slice(5) : thing.id === reference;
}

function strongest(found: readonly Found[]): Certainty {
  return found.reduce<Certainty>(
    (best, { certainty }) => (ranks[certainty] > ranks[best] ? certainty : best),
    "hint",
  );
}

/** The services a cluster is for, without those that run it, and where they stand. */
function servicesOf({ services }: Inventory): [name: string, spot: Spot][] {
  return [...services].filter(([name]) => !isSystemNamespace(name.split("/")[0] ?? ""));
}

export function countServices(inventory: Inventory): number {
  return servicesOf(inventory).length;
}

/** The things a rule rests on, if it holds in a cluster. */
function rest(
  rule: ProposalRule,
  { inventory, found }: ReadCluster,
  clusterCount: number,
): Found[] | undefined {
  const { all = [], any = [], none = [], every = [], most = [], count } = rule.when;
  const of = (reference: string) => found.filter((each) => matches(reference, each));
  if (none.some((reference) => of(reference).length > 0)) return undefined;
  const groups = [...all, ...every, ...most].map(of);
  if (groups.some((group) => group.length === 0)) return undefined;
  const nodes = inventory.nodes.size;
  const share = (reference: string) =>
    nodes === 0 ? 0 : Math.max(0, ...of(reference).map((each) => each.nodes)) / nodes;
  if (every.some((reference) => share(reference) < 1)) return undefined;
  if (most.some((reference) => share(reference) <= 0.5)) return undefined;
  const anyOf = any.flatMap(of);
  if (any.length > 0 && anyOf.length === 0) return undefined;
  if (count) {
    const counted = count.of === "clusters" ? clusterCount : countServices(inventory);
    const { from = 0, below = Number.POSITIVE_INFINITY } = count;
    if (counted === 0 || counted < from || counted >= below) return undefined;
  }
  return [...groups.flat(), ...anyOf];
}

/**
 * What the clusters say, at most one value for each answer. A rule is as sure as it says, and no surer than the surest
 * thing it rests on. Clusters that differ make a value no more than likely.
 */
export function propose(
  rules: readonly ProposalRule[],
  clusters: readonly ReadCluster[],
): Proposal[] {
  const best = new Map<string, Proposal>();
  for (const rule of rules) {
    for (const cluster of clusters) {
      const things = rest(rule, cluster, clusters.length);
      if (!things) continue;
      const counted = rule.when.count?.of === "services" ? servicesOf(cluster.inventory) : [];
      const spots = counted.slice(0, 2).map(([, spot]) => spot);
      const proposal = toProposal(rule, things, spots, cluster.name);
      const known = best.get(proposal.key);
      best.set(proposal.key, known ? merge(known, proposal) : proposal);
    }
  }
  return settle([...best.values()], clusters.length);
}

function toProposal(
  rule: ProposalRule,
  things: readonly Found[],
  counted: readonly Spot[],
  cluster: string,
): Proposal {
  const { question, value, row, flag } = rule;
  const key = value
    ? `${question}=${value}`
    : row
      ? `${question}.${row}`
      : `${question}:${flag ?? ""}`;
  return {
    key,
    question,
    value,
    row,
    flag,
    certainty: things.length === 0 ? rule.certainty : weaker(rule.certainty, strongest(things)),
    because: rule.because,
    things: [...new Set(things.map(({ thing }) => thing.label))],
    clusters: [cluster],
    // One line for each thing before a second for any: the telling one may be the last.
    spots: [0, 1]
      .flatMap((at) => things.flatMap(({ spots }) => spots[at] ?? []))
      .concat(counted)
      .slice(0, 4),
  };
}

function merge(known: Proposal, other: Proposal): Proposal {
  const better = ranks[other.certainty] > ranks[known.certainty] ? other : known;
  return {
    ...better,
    things: [...new Set([...known.things, ...other.things])],
    clusters: [...new Set([...known.clusters, ...other.clusters])],
    spots: [...better.spots, ...(better === known ? other.spots : known.spots)].slice(0, 4),
  };
}

/** Of the values of one choice the surest alone stays; where clusters disagree, each stays and none is sure. */
function settle(proposals: readonly Proposal[], clusterCount: number): Proposal[] {
  return proposals.flatMap((proposal) => {
    if (proposal.value === undefined) return [proposal];
    const rivals = proposals.filter(
      ({ question, value }) => question === proposal.question && value !== proposal.value,
    );
    if (rivals.length === 0) {
      const isOfAll = proposal.clusters.length === clusterCount;
      return [
        isOfAll ? proposal : { ...proposal, certainty: weaker(proposal.certainty, "likely") },
      ];
    }
    const sameClusters = rivals.filter(({ clusters }) =>
      proposal.clusters.every((cluster) => clusters.includes(cluster)),
    );
    if (sameClusters.some(({ certainty }) => ranks[certainty] > ranks[proposal.certainty]))
      return [];
    const elsewhere = rivals.some(({ clusters }) =>
      clusters.some((cluster) => !proposal.clusters.includes(cluster)),
    );
    const tied = sameClusters.some(({ certainty }) => certainty === proposal.certainty);
    return [
      elsewhere || tied
        ? { ...proposal, certainty: weaker(proposal.certainty, "likely") }
        : proposal,
    ];
  });
}

/** The answers with ticked proposals put in. Rows take the importance given, “important” without one. */
export function applyProposals(
  answers: Answers,
  proposals: readonly Proposal[],
  importances: Readonly<Record<string, Importance>>,
): Answers {
  const result: Record<string, Answer> = { ...answers };
  for (const { key, question, value, row, flag } of proposals) {
    const before = result[question];
    if (value !== undefined) result[question] = value;
    else if (row !== undefined) {
      const rows = typeof before === "object" && !Array.isArray(before) ? before : {};
      result[question] = { ...rows, [row]: importances[key] ?? "important" };
    } else if (flag !== undefined) {
      const flags = Array.isArray(before) ? before : [];
      result[question] = flags.includes(flag) ? flags : [...flags, flag];
    }
  }
  return result;
}
