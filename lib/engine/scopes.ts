import { holds } from "./condition";
import type { Answers, Cell, ScoringTable } from "./types";

/** The finding that holds under these answers: the first scope they satisfy, else the cell itself. */
function cellUnder(cell: Cell, answers: Answers): Cell {
  return cell.scopes?.find(({ when }) => holds(when, answers)) ?? cell;
}

/** The matrix as it is for the estate that the answers describe. */
export function cellsUnder(table: ScoringTable, given: Answers): ScoringTable["cells"] {
  const answers = { ...given, ...table.fixed };
  return Object.fromEntries(
    Object.entries(table.cells).map(([capability, row]) => [
      capability,
      Object.values(row).some(({ scopes }) => scopes)
        ? Object.fromEntries(
            Object.entries(row).map(([variant, cell]) => [variant, cellUnder(cell, answers)]),
          )
        : row,
    ]),
  );
}
