import { buildKit } from "@/lib/kit/kit";
import { kitHref } from "@/lib/kit/links";
import { readNames } from "@/lib/kit/names";
import type { Ground } from "@/lib/result/ground";
import type { DutyView, LayerView } from "./layers";
import type { PlanData } from "./types";

/** A duty told in full: of which layer it is and, where the starter kit does it, the file that does. */
export interface RankedDuty extends DutyView {
  readonly layer: Pick<LayerView, "id" | "short">;
  readonly file?: { readonly path: string; readonly href: string };
}

export interface FirstGroup {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly duties: readonly RankedDuty[];
}

/** A duty in one clause, and the way to what does it. */
export interface FirstDuty {
  readonly id: string;
  readonly text: string;
  readonly href: string;
}

/** The duties of all layers in the order in which to do them. `named` is the variant where an address has to name it. */
export function viewFirst(
  { code, answers, matrix }: Pick<Ground, "code" | "answers" | "matrix">,
  { first }: Pick<PlanData, "first">,
  layers: readonly LayerView[],
  variant: string,
  named?: string,
): FirstGroup[] {
  const { names } = readNames({});
  const files = buildKit({ variant, answers, names }, matrix)?.files ?? [];
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
        const { duty } = found;
        const { id: layer, short } = found.layer;
        const path = files.find((file) => file.duties.includes(each))?.path;
        const file = path && { path, href: kitHref(code, names, named, path) };
        return [{ ...duty, layer: { id: layer, short }, ...(file ? { file } : {}) }];
      }),
    }))
    .filter((group) => group.duties.length > 0);
}

/** “First close what needs no identity; the kit does 12 of 25 steps for the pilot”. */
export function findingOfFirst(groups: readonly FirstGroup[]): string {
  const duties = groups.flatMap((group) => group.duties);
  const title = groups[0]?.title ?? "";
  const first = `First ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
  const done = duties.filter(({ file }) => file).length;
  if (done === 0) return `${first}; all ${duties.length} steps are done by hand`;
  return `${first}; the kit does ${done} of ${duties.length} steps for the pilot`;
}

const longest = 72;

/** The first clause: up to a colon or full stop, or to the last comma that keeps it short. */
function clauseOf(text: string): string {
  const sentence = text.split(/[:;.](?:\s|$)/, 1)[0] ?? text;
  if (sentence.length <= longest) return sentence;
  const comma = sentence.lastIndexOf(", ", longest);
  return comma > 0 ? sentence.slice(0, comma) : sentence;
}

/** The three to do first, each with the kit’s file that does it or else its place in the plan. */
export function firstDuties(groups: readonly FirstGroup[], plan: string): FirstDuty[] {
  return groups
    .flatMap(({ duties }) => duties)
    .slice(0, 3)
    .map(({ id, text, file }) => ({
      id,
      text: clauseOf(text),
      href: file?.href ?? `${plan}#duty-${id}`,
    }));
}
