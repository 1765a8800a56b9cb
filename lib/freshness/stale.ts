import type { Matrix, Reference } from "@/lib/data/types";
import { checkedOn, reviewBy } from "@/lib/reference/review";
import { cellKey } from "./decisions";

export interface StaleCell {
  readonly capability: string;
  readonly variant: string;
  readonly checked: string;
  readonly reviewBy: string;
  readonly isOverdue: boolean;
  /** Situations in which it decides who is first. */
  readonly decides: number;
  /** How much of its time is used up, times one more than what it decides: what to look at first. */
  readonly urgency: number;
  /** The source that was checked longest ago. */
  readonly url: string;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** Every cell, the most urgent to re-check first. */
export function rankStale(
  matrix: Pick<Matrix, "capabilities">,
  { factKinds }: Pick<Reference, "factKinds">,
  decisions: ReadonlyMap<string, number>,
  today: string,
): StaleCell[] {
  return matrix.capabilities
    .flatMap((capability) =>
      Object.entries(capability.cells).map(([variant, cell]): StaleCell => {
        const checked = checkedOn(cell);
        const due = reviewBy(capability, cell, factKinds);
        const decides = decisions.get(cellKey(capability.id, variant)) ?? 0;
        const used = Math.max(0, daysBetween(checked, today)) / daysBetween(checked, due);
        return {
          capability: capability.id,
          variant,
          checked,
          reviewBy: due,
          isOverdue: due < today,
          decides,
          urgency: used * (1 + decides),
          url: cell.evidence.find((source) => source.checked === checked)?.url ?? "",
        };
      }),
    )
    .sort(
      (a, b) =>
        b.urgency - a.urgency ||
        b.decides - a.decides ||
        (a.reviewBy < b.reviewBy ? -1 : a.reviewBy > b.reviewBy ? 1 : 0) ||
        (cellKey(a.capability, a.variant) < cellKey(b.capability, b.variant) ? -1 : 1),
    );
}
