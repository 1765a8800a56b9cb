import type { Kit } from "@/lib/kit/types";
import type { DutyView, LayerView } from "./layers";
import type { PlanData } from "./types";

/** A duty, where it is told in full, and what does it: a file of the kit, or the page that says how. */
export interface FirstDuty {
  readonly id: string;
  readonly text: string;
  readonly layer: string;
  readonly way?: { readonly label: string; readonly href: string };
}

export interface FirstGroup {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly duties: readonly FirstDuty[];
}

/** The duties of all layers in the order in which to do them. */
export function viewFirst(
  { first }: Pick<PlanData, "first">,
  layers: readonly LayerView[],
  kit: Kit | undefined,
  hrefOf: (path: string) => string,
): FirstGroup[] {
  const duties = new Map(
    layers.flatMap((layer) => layer.duties.map((duty) => [duty.id, { duty, layer }] as const)),
  );
  return first
    .map(({ id, title, why, duties: ids }) => ({
      id,
      title,
      why,
      duties: ids.flatMap((each) => {
        const found = duties.get(each);
        if (!found) return [];
        const way = wayOf(found.duty, kit, hrefOf);
        return [
          { id: each, text: found.duty.text, layer: found.layer.short, ...(way ? { way } : {}) },
        ];
      }),
    }))
    .filter((group) => group.duties.length > 0);
}

function wayOf(
  { id, proof }: DutyView,
  kit: Kit | undefined,
  hrefOf: (path: string) => string,
): FirstDuty["way"] {
  const file = kit?.files.find(({ duties }) => duties.includes(id));
  if (file) return { label: `In the kit: ${file.path}`, href: hrefOf(file.path) };
  const [source] = proof.sources;
  if (source) return { label: source.title, href: source.url };
  const [cell] = proof.cells;
  return cell && { label: `The finding: ${cell.label}`, href: cell.href };
}

/** “Six things to do first, in this order: …” for the head of the section. */
export function findingOfFirst(groups: readonly FirstGroup[]): string {
  const inKit = groups
    .flatMap(({ duties }) => duties)
    .filter(({ way }) => way?.label.startsWith("In the kit"));
  const title = groups[0]?.title ?? "";
  return `First ${title.charAt(0).toLowerCase()}${title.slice(1)}; the kit does ${inKit.length} of ${groups.flatMap(({ duties }) => duties).length} steps for the pilot`;
}
