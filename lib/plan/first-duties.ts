import type { LayerView } from "./layers";

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

/** What to do first: the first duty of each layer, from the workload outwards, at most three. */
export function firstDuties(layers: readonly Pick<LayerView, "duties">[]): FirstDuty[] {
  return layers
    .toReversed()
    .flatMap(({ duties }) => duties.slice(0, 1))
    .slice(0, 3)
    .map(({ id, text }) => ({ id, text: clauseOf(text) }));
}
