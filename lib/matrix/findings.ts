import { holds } from "@/lib/engine/condition";
import type { Answers } from "@/lib/engine/types";
import type { Evidence, Finding, Matrix, MatrixCell, Variant } from "./types";

/** All that a cell says: in general, then under each scope. */
export function findingsOf(cell: MatrixCell): readonly Finding[] {
  return [cell, ...(cell.scopes ?? [])];
}

/** Every source of the cell, those of its scopes included. */
export function evidenceOf(cell: MatrixCell): readonly Evidence[] {
  return findingsOf(cell).flatMap(({ evidence }) => evidence);
}

/** What holds for the estate that the answers describe, and the name of the scope it comes from. */
export function findingUnder(
  cell: MatrixCell,
  answers: Answers,
): Finding & { readonly where?: string } {
  return cell.scopes?.find(({ when }) => holds(when, answers)) ?? cell;
}

/** The column of that id, of today or of an earlier release; undefined for one that never was. */
export function variantNamed(
  { variants, retired }: Pick<Matrix, "variants" | "retired">,
  id: string,
): Variant | undefined {
  return variants.find((each) => each.id === id) ?? retired.find((each) => each.id === id);
}
