import type { PlanData } from "@/lib/data/plan-types";
import { buildKit } from "@/lib/kit/kit";
import { kitHref } from "@/lib/kit/links";
import { readNames } from "@/lib/kit/names";
import type { Assessment } from "@/lib/result/assessment";
import type { DutyView, LayerView } from "./layers";

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

/** A duty in one clause, and where it is told. */
export interface FirstDuty {
  readonly id: string;
  readonly text: string;
  readonly href: string;
}

type FileOf = (duty: string) => RankedDuty["file"];

/** Finds the file of a variant’s starter kit that does a duty. `named` is the variant where an address has to name it. */
export function kitFileOf(
  { code, answers, matrix }: Pick<Assessment, "code" | "answers" | "matrix">,
  variant: string,
  named?: string,
): FileOf {
  const { names } = readNames({});
  const files = buildKit({ variant, answers, names }, matrix)?.files ?? [];
  return (duty) => {
    const path = files.find((file) => file.duties.includes(duty))?.path;
    return path === undefined ? undefined : { path, href: kitHref(code, names, named, path) };
  };
}

/** The duties of all layers in the order in which to do them, each with the file that does it. */
export function viewFirst(
  { first }: Pick<PlanData, "first">,
  layers: readonly LayerView[],
  fileOf: FileOf,
): FirstGroup[] {
  const ranked = new Map(
    layers.flatMap(({ id, short, duties }) =>
      duties.map((duty) => [duty.id, { ...duty, layer: { id, short } }] as const),
    ),
  );
  return first
    .map(({ id, title, why, duties }) => ({
      id,
      title,
      why,
      duties: duties.flatMap((each): RankedDuty[] => {
        const duty = ranked.get(each);
        const file = duty && fileOf(each);
        return duty ? [{ ...duty, ...(file ? { file } : {}) }] : [];
      }),
    }))
    .filter((group) => group.duties.length > 0);
}

/** “First close what can be attacked without an identity; the kit does 12 of 25 steps for the pilot”. */
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

/** The first three of the ranking, each with its place in the plan, which has what does it. */
export function firstDuties(
  data: Pick<PlanData, "first">,
  layers: readonly LayerView[],
  plan: string,
): FirstDuty[] {
  // No kit is built for three links: that takes longer than the rest of the summary.
  return viewFirst(data, layers, () => undefined)
    .flatMap(({ duties }) => duties)
    .slice(0, 3)
    .map(({ id, text }) => ({ id, text: clauseOf(text), href: `${plan}#duty-${id}` }));
}
