import type { Coverage, LayerFacts, PathFacts, PlanData, PlanSource } from "@/lib/data/plan-types";
import type { Support } from "@/lib/engine/types";
import type { AnswerRef } from "@/lib/result/answers";
import { type Assessment, capabilityOf } from "@/lib/result/assessment";
import { cellOf } from "@/lib/result/evidence";
import { counted, inWords } from "@/lib/text/words";
import { answersFor, applies } from "./applies";
import { type CellRef, coverageOf, type Proof, proofOf, referToCell, sourcesOf } from "./proof";

/** One of the things a layer takes, and what the variant has of it. */
export interface PartView {
  readonly id: string;
  readonly label: string;
  readonly support: Support;
  readonly maturity?: "stable" | "beta" | "alpha";
  readonly coverage: Coverage;
  readonly note: string;
  readonly limits?: string;
  /** The finding behind it; without one the sources say it. */
  readonly cell?: CellRef;
  readonly sources: readonly PlanSource[];
}

/** Something left to do. */
export interface DutyView {
  readonly id: string;
  /** Its place in the order in which to do them: “2.1” is the first of the second group. */
  readonly number: string;
  readonly text: string;
  /** The answers that ask for it; empty where everybody has to do it. */
  readonly because: readonly AnswerRef[];
  readonly proof: Proof;
}

export interface PitfallView {
  readonly id: string;
  readonly text: string;
  readonly proof: Proof;
}

export interface LayerView {
  readonly id: string;
  readonly label: string;
  readonly short: string;
  readonly asks: string;
  readonly attack: string;
  readonly coverage: Coverage;
  readonly stops: readonly string[];
  readonly doesNotStop: readonly string[];
  readonly parts: readonly PartView[];
  readonly duties: readonly DutyView[];
  readonly pitfalls: readonly PitfallView[];
}

/** How one call travels from workload to workload with this variant. */
export interface PathView {
  readonly hops: readonly { readonly label: string; readonly note: string }[];
  readonly secured: readonly [from: number, to: number];
  readonly how: string;
  readonly checks: string;
  readonly through?: { readonly label: string; readonly note: string };
  readonly sources: readonly PlanSource[];
}

function viewPart(
  assessment: Assessment,
  data: PlanData,
  variant: string,
  part: LayerFacts["parts"][number],
): PartView {
  if ("capability" in part) {
    const cell = referToCell(assessment, part.capability, variant);
    const { note, limits } = cellOf(assessment, part.capability, variant);
    return {
      id: part.capability,
      label: capabilityOf(assessment, part.capability).label,
      support: cell.support,
      ...(cell.maturity ? { maturity: cell.maturity } : {}),
      coverage: coverageOf(cell),
      note,
      ...(limits ? { limits } : {}),
      cell,
      sources: [],
    };
  }
  const stated = part.stated.find(({ variants }) => variants.includes(variant));
  if (!stated) throw new RangeError(`${part.id} says nothing of "${variant}"`);
  return {
    id: part.id,
    label: part.label,
    support: stated.level,
    coverage: stated.level,
    note: stated.note,
    sources: sourcesOf(data, stated.sources),
  };
}

/** In full only if every part is; not at all if no part is even in part. */
function coverageOfParts(parts: readonly { readonly coverage: Coverage }[]): Coverage {
  if (parts.length > 0 && parts.every(({ coverage }) => coverage === "full")) return "full";
  return parts.some(({ coverage }) => coverage !== "none") ? "partial" : "none";
}

/** The numbers of duties in the order of their groups; a group of which none applies has no number. */
function numbersOf(groups: PlanData["first"], ids: readonly string[]): Map<string, string> {
  return new Map(
    groups
      .map(({ duties }) => duties.filter((id) => ids.includes(id)))
      .filter((duties) => duties.length > 0)
      .flatMap((duties, group) => duties.map((id, at) => [id, `${group + 1}.${at + 1}`] as const)),
  );
}

/** The layers of defence in the order in which one request meets them. */
export function viewLayers(assessment: Assessment, data: PlanData, variant: string): LayerView[] {
  const dutiesOf = (layer: LayerFacts) =>
    layer.duties.filter(({ when }) => applies(assessment, variant, when));
  const numbers = numbersOf(
    data.first,
    data.layers.flatMap((layer) => dutiesOf(layer).map(({ id }) => id)),
  );
  return data.layers.map((layer) => {
    const parts = layer.parts.map((part) => viewPart(assessment, data, variant, part));
    const { id, label, short, asks, attack, stops, doesNotStop } = layer;
    return {
      id,
      label,
      short,
      asks,
      attack,
      coverage: coverageOfParts(parts),
      stops,
      doesNotStop,
      parts,
      duties: dutiesOf(layer).map((duty) => ({
        id: duty.id,
        number: numbers.get(duty.id) ?? "",
        text: duty.text,
        because: answersFor(assessment, duty.when),
        proof: proofOf(assessment, data, variant, duty),
      })),
      pitfalls: layer.pitfalls
        .filter(({ when }) => applies(assessment, variant, when))
        .map((pitfall) => ({
          id: pitfall.id,
          text: pitfall.text,
          proof: proofOf(assessment, data, variant, pitfall),
        })),
    };
  });
}

/** “With Istio (sidecar mode) one of five layers of defence is covered in full and three in part; one is wholly yours”. */
export function findingOfLayers(name: string, layers: readonly LayerView[]): string {
  const count = (coverage: Coverage) =>
    layers.filter((layer) => layer.coverage === coverage).length;
  const [full, partial, none] = [count("full"), count("partial"), count("none")];
  const of = `${inWords(layers.length)} layers of defence`;
  if (full === layers.length) return `With ${name} all ${of} are covered in full`;
  if (none === layers.length) return `With ${name} all ${of} are left to you`;
  const left = none === 0 ? "" : `; ${inWords(none)} ${none === 1 ? "is" : "are"} wholly yours`;
  if (full === 0)
    return `With ${name} ${inWords(partial)} of ${of} ${partial === 1 ? "is" : "are"} covered in part and none in full${left}`;
  const inPart = partial === 0 ? "" : ` and ${inWords(partial)} in part`;
  return `With ${name} ${inWords(full)} of ${of} ${full === 1 ? "is" : "are"} covered in full${inPart}${left}`;
}

const words: Readonly<Record<Coverage, string>> = {
  full: "in full",
  partial: "in part",
  none: "not at all",
};

/** How far a layer is covered, in words: “in part”. */
export function coverageInWords(coverage: Coverage): string {
  return words[coverage];
}

/** The picture in words: what passes, and how far the choice builds each layer. */
export function describeLayers(layers: readonly LayerView[]): string {
  const each = layers.map(
    ({ short, attack, coverage }) =>
      `${short}, which stops ${attack.toLowerCase()}, is covered ${coverageInWords(coverage)}.`,
  );
  return `One request passes ${counted(layers.length, "layer")} on its way to a service. ${each.join(" ")}`;
}

export function viewPath(assessment: Assessment, data: PlanData, variant: string): PathView {
  const path = data.paths.find(({ variants }) => variants.includes(variant)) as PathFacts;
  const through =
    path.through && applies(assessment, variant, path.through.when) ? path.through : undefined;
  return {
    hops: path.hops,
    secured: path.secured,
    how: path.how,
    checks: path.checks,
    ...(through ? { through: { label: through.label, note: through.note } } : {}),
    sources: sourcesOf(data, path.sources),
  };
}

/** The way of one call in words. */
export function describePath({ hops, secured, how, checks, through }: PathView): string {
  const way = hops.map(({ label, note }) => `${label} (${note})`).join(", then ");
  const from = hops[secured[0]]?.label ?? "";
  const to = hops[secured[1]]?.label ?? "";
  const between = from === to ? `from one ${from} to the other` : `from ${from} to ${to}`;
  const past = through
    ? ` On the way it passes a ${through.label.toLowerCase()} for ${through.note}.`
    : "";
  return `${way}. Encrypted ${between}: ${how}. Checked there: ${checks}.${past}`;
}
