import type { BurdenFacts, Capability, Matrix, MatrixCell, Variant } from "@/lib/data/types";

/** What several variants of an option say in one row, said once where it is the same. */
export interface SharedFinding {
  readonly variants: readonly Variant[];
  readonly cell: MatrixCell;
}

/** The cells of a row, variants that say the same together. */
export function shareFindings(
  variants: readonly Variant[],
  capability: Capability,
): SharedFinding[] {
  const found: { variants: Variant[]; cell: MatrixCell }[] = [];
  for (const variant of variants) {
    const cell = capability.cells[variant.id];
    if (!cell) continue;
    const same = found.find(
      (each) =>
        each.cell.support === cell.support &&
        each.cell.note === cell.note &&
        each.cell.limits === cell.limits,
    );
    if (same) same.variants.push(variant);
    else found.push({ variants: [variant], cell });
  }
  return found;
}

export interface BurdenOfVariant {
  readonly burden: BurdenFacts;
  readonly typical: number;
  readonly because: string;
}

/** What a variant costs most to own, the heaviest first. */
export function heaviestBurdens(
  { burdens }: Pick<Matrix, "burdens">,
  variant: string,
  most: number,
): BurdenOfVariant[] {
  return burdens
    .flatMap((burden) => {
      const value = burden.values[variant];
      return value ? { burden, typical: value.typical, because: value.because } : [];
    })
    .sort((a, b) => b.typical - a.typical || (a.burden.id < b.burden.id ? -1 : 1))
    .slice(0, most);
}
