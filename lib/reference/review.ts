import { evidenceOf } from "@/lib/data/findings";
import type { Capability, FactKind, MatrixCell } from "@/lib/data/types";

/** A cell is as old as its oldest source: a fresh one does not vouch for the others. */
export function checkedOn(cell: MatrixCell): string {
  return (
    evidenceOf(cell)
      .map(({ checked }) => checked)
      .sort()[0] ?? ""
  );
}

/** The same day some months on, or the last day of that month. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
}

/** The day by which a cell must be looked at again, by the kind of fact its row holds. */
export function reviewBy(
  capability: Pick<Capability, "factKind">,
  cell: MatrixCell,
  factKinds: readonly FactKind[],
): string {
  const months = factKinds.find(({ id }) => id === capability.factKind)?.months ?? 0;
  return addMonths(checkedOn(cell), months);
}
