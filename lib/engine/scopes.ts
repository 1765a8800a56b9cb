import { holds } from "./condition";
import type { Answers, Cell, ScoringTable } from "./types";

/** The finding that holds under these answers: the first scope they satisfy, else the cell itself. */
function cellUnder(cell: Cell, answers: Answers): Cell {
  return cell.scopes?.find(({ when }) => holds(when, answers)) ?? cell;
}

type Row = readonly [capability: string, cells: readonly [variant: string, cell: Cell][]];

const scopedRows = new WeakMap<ScoringTable, readonly Row[]>();

/** The rows in which any finding holds under some answers only; looked up once for each table. */
function scopedRowsOf(table: ScoringTable): readonly Row[] {
  const known = scopedRows.get(table);
  if (known) return known;
  const rows = Object.entries(table.cells).flatMap(([capability, row]): Row[] =>
    Object.values(row).some(({ scopes }) => scopes) ? [[capability, Object.entries(row)]] : [],
  );
  scopedRows.set(table, rows);
  return rows;
}

/** The matrix as it is for the estate that the answers describe. */
export function cellsUnder(table: ScoringTable, given: Answers): ScoringTable["cells"] {
  const answers = { ...given, ...table.fixed };
  const here: Record<string, Readonly<Record<string, Cell>>> = { ...table.cells };
  for (const [capability, row] of scopedRowsOf(table)) {
    const cells: Record<string, Cell> = {};
    for (const [variant, cell] of row) cells[variant] = cellUnder(cell, answers);
    here[capability] = cells;
  }
  return here;
}
