import type { Evidence, Finding, MatrixCell } from "./types";

/** All that a cell says: in general, then under each scope. */
export function findingsOf(cell: MatrixCell): readonly Finding[] {
  return [cell, ...(cell.scopes ?? [])];
}

/** Every source of the cell, those of its scopes included. */
export function evidenceOf(cell: MatrixCell): readonly Evidence[] {
  return findingsOf(cell).flatMap(({ evidence }) => evidence);
}
