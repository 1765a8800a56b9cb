import type { LayerView } from "./layers";
import type { PlanData } from "./types";

export interface FirstDuty {
  readonly id: string;
  /** What to do, in a clause. */
  readonly text: string;
}

const longest = 72;

/** The first clause: up to a colon or full stop, or to the last comma that keeps it short. */
function clauseOf(text: string): string {
  const sentence = text.split(/[:;.](?:\s|$)/, 1)[0] ?? text;
  if (sentence.length <= longest) return sentence;
  const comma = sentence.lastIndexOf(", ", longest);
  return comma > 0 ? sentence.slice(0, comma) : sentence;
}

/** What to do first: the first duty that applies of each group in the plan's own order, at most three. */
export function firstDuties(
  layers: readonly Pick<LayerView, "duties">[],
  groups: PlanData["first"],
): FirstDuty[] {
  const texts = new Map(layers.flatMap(({ duties }) => duties.map(({ id, text }) => [id, text])));
  return groups
    .flatMap(({ duties }) => duties.filter((id) => texts.has(id)).slice(0, 1))
    .slice(0, 3)
    .map((id) => ({ id, text: clauseOf(texts.get(id) ?? "") }));
}
