import type { Certainty, Sign, Thing } from "@/lib/data/recognition-types";
import type { Inventory, NodeFacts, Sighting } from "./inventory";
import type { Spot } from "./types";

/** A thing that was recognised in one cluster, and by what. */
export interface Found {
  readonly thing: Thing;
  readonly certainty: Certainty;
  readonly spots: readonly Spot[];
  /** Versions as they were printed, most often seen first. */
  readonly versions: readonly string[];
  /** How many of the nodes bear a sign of it. */
  readonly nodes: number;
}

export const ranks: Readonly<Record<Certainty, number>> = { hint: 0, likely: 1, sure: 2 };

/** Whether a text is what a pattern says: “*” stands for any run of characters. Case does not matter. */
function fits(pattern: string, text: string): boolean {
  const parts = pattern.toLowerCase().split("*");
  const lower = text.toLowerCase();
  const [first = "", ...rest] = parts;
  if (rest.length === 0) return lower === first;
  const last = rest.pop() ?? "";
  if (
    !lower.startsWith(first) ||
    !lower.endsWith(last) ||
    lower.length < first.length + last.length
  )
    return false;
  let at = first.length;
  for (const part of rest) {
    const found = lower.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= lower.length - last.length;
}

/** Whether a sighting is what a sign looks for. */
function isSign({ at, is }: Sign, sighting: Sighting): boolean {
  if (at !== sighting.at) return false;
  const { text } = sighting;
  // Images come from mirrors too: what counts is the end of the path. One word alone must be the whole path or follow “library”.
  if (at === "image") {
    if (!is.includes("/"))
      return text === is || fits(`*/library/${is}`, text) || text === `docker.io/${is}`;
    return text === is || text.endsWith(`/${is}`);
  }
  if (at === "node-label" || at === "namespace-label")
    return fits(is, text) || (!is.includes("=") && fits(is, text.split("=")[0] ?? ""));
  return fits(is, text);
}

/** What of the things was seen in a cluster, in the order of the things. */
export function findThings(things: readonly Thing[], inventory: Inventory): Found[] {
  const byPlace = new Map<string, Sighting[]>();
  for (const sighting of inventory.sightings.values()) {
    const list = byPlace.get(sighting.at) ?? [];
    list.push(sighting);
    byPlace.set(sighting.at, list);
  }
  const nodes = [...inventory.nodes.values()];
  return things.flatMap((thing): Found[] => {
    const hits = thing.signs.flatMap((sign) =>
      (byPlace.get(sign.at) ?? [])
        .filter((sighting) => isSign(sign, sighting))
        .map((sighting) => ({ sign, sighting })),
    );
    if (hits.length === 0) return [];
    hits.sort((a, b) => ranks[b.sign.certainty] - ranks[a.sign.certainty]);
    const sightings = new Set(hits.map(({ sighting }) => sighting));
    return [
      {
        thing,
        certainty: hits[0]?.sign.certainty ?? "hint",
        spots: [...sightings].flatMap(({ spots }) => spots).slice(0, 3),
        versions: countVersions(sightings),
        nodes: nodes.filter((node) => bears(node, sightings)).length,
      },
    ];
  });
}

function bears(node: NodeFacts, sightings: ReadonlySet<Sighting>): boolean {
  for (const sighting of node.sightings) if (sightings.has(sighting)) return true;
  return false;
}

function countVersions(sightings: ReadonlySet<Sighting>): string[] {
  const counts = new Map<string, number>();
  for (const { versions, count } of sightings)
    for (const version of versions) counts.set(version, (counts.get(version) ?? 0) + count);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([version]) => version);
}

/** The texts that no sign looks for, of the places where something new may stand. */
export function findUnknown(things: readonly Thing[], inventory: Inventory): Sighting[] {
  const signs = things.flatMap((thing) => thing.signs);
  return [...inventory.sightings.values()].filter(
    (sighting) =>
      ["image", "crd", "chart", "class"].includes(sighting.at) &&
      !signs.some((sign) => isSign(sign, sighting)),
  );
}
