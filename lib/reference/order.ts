import type { MatrixView } from "./matrix-view";

export interface Neighbour {
  readonly id: string;
  readonly label: string;
}

/** The rows before and after one, in the order of the matrix. */
export function neighboursOf(
  { groups }: MatrixView,
  id: string,
): { readonly previous?: Neighbour; readonly next?: Neighbour } {
  const rows = groups.flatMap((group) => group.rows);
  const at = rows.findIndex((row) => row.id === id);
  const previous = at > 0 ? rows[at - 1] : undefined;
  const next = at >= 0 ? rows[at + 1] : undefined;
  return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
}
