import type { Capability, Matrix, MatrixCell, Option, Variant } from "@/lib/data/types";
import type { ScoringTable } from "@/lib/engine/types";

/** A difference in worth below this is no difference a reader should act on: about a third of a level. */
const noticeable = 20;

/** What an option offers at its best in one row. */
export interface Offer {
  readonly option: Option;
  readonly variant: Variant;
  readonly cell: MatrixCell;
  /** Typical worth, 0 to 100. */
  readonly worth: number;
}

export interface RowComparison {
  readonly capability: Capability;
  readonly own: Offer;
  readonly others: readonly Offer[];
}

export interface Standing {
  /** Rows where the option is ahead of most others, the widest lead first. */
  readonly strengths: readonly RowComparison[];
  /** Rows where most others are ahead of it. */
  readonly weaknesses: readonly RowComparison[];
  /** Rows where its own variants differ in level. */
  readonly internal: readonly Capability[];
}

function worthOf(table: ScoringTable, capability: string, variant: string): number {
  return table.cells[capability]?.[variant]?.value[1] ?? 0;
}

/** The option's best variant in a row; the first of equals. */
function bestOffer(
  matrix: Pick<Matrix, "variants">,
  table: ScoringTable,
  option: Option,
  capability: Capability,
): Offer | undefined {
  let best: Offer | undefined;
  for (const variant of matrix.variants) {
    const cell = capability.cells[variant.id];
    if (variant.option !== option.id || !cell) continue;
    const worth = worthOf(table, capability.id, variant.id);
    if (!best || worth > best.worth) best = { option, variant, cell, worth };
  }
  return best;
}

function meanLead({ own, others }: RowComparison): number {
  const mean = others.reduce((sum, { worth }) => sum + worth, 0) / (others.length || 1);
  return own.worth - mean;
}

/** Where an option stands among the others, read off the matrix alone: nothing here knows an option by name. */
export function standingOf(
  matrix: Pick<Matrix, "options" | "variants" | "capabilities">,
  table: ScoringTable,
  option: Option,
): Standing {
  const rows = matrix.capabilities.flatMap((capability): RowComparison[] => {
    const own = bestOffer(matrix, table, option, capability);
    if (!own) return [];
    const others = matrix.options
      .filter(({ id }) => id !== option.id)
      .flatMap((other) => bestOffer(matrix, table, other, capability) ?? []);
    return [{ capability, own, others }];
  });
  const isMost = (count: number, of: number) => of > 0 && 2 * count > of;
  const strengths = rows
    .filter(({ own, others }) =>
      isMost(others.filter(({ worth }) => own.worth - worth >= noticeable).length, others.length),
    )
    .sort((a, b) => meanLead(b) - meanLead(a) || (a.capability.id < b.capability.id ? -1 : 1));
  const weaknesses = rows
    .filter(({ own, others }) =>
      isMost(others.filter(({ worth }) => worth - own.worth >= noticeable).length, others.length),
    )
    .sort((a, b) => meanLead(a) - meanLead(b) || (a.capability.id < b.capability.id ? -1 : 1));
  const own = matrix.variants.filter((variant) => variant.option === option.id);
  const internal = matrix.capabilities.filter(
    ({ cells }) => new Set(own.map(({ id }) => cells[id]?.support)).size > 1,
  );
  return { strengths, weaknesses, internal };
}

export interface PairRow {
  readonly capability: Capability;
  readonly a: Offer;
  readonly b: Offer;
}

export interface PairDifferences {
  /** Rows where a offers more at its best, the widest lead first. */
  readonly aMore: readonly PairRow[];
  readonly bMore: readonly PairRow[];
  /** Rows that are equal at best and not in every variant. */
  readonly byVariant: readonly PairRow[];
  /** How many rows do not differ at all. */
  readonly same: number;
}

function facesOf(
  { variants }: Pick<Matrix, "variants">,
  option: Option,
  { cells }: Capability,
): string {
  return variants
    .filter((variant) => variant.option === option.id)
    .map(({ id }) => `${cells[id]?.support} ${cells[id]?.maturity}`)
    .filter((face, index, all) => all.indexOf(face) === index)
    .sort()
    .join();
}

/** What differs between two options and only that. */
export function differencesOf(
  matrix: Pick<Matrix, "options" | "variants" | "capabilities">,
  table: ScoringTable,
  a: Option,
  b: Option,
): PairDifferences {
  const rows = matrix.capabilities.flatMap((capability): PairRow[] => {
    const offerA = bestOffer(matrix, table, a, capability);
    const offerB = bestOffer(matrix, table, b, capability);
    return offerA && offerB ? [{ capability, a: offerA, b: offerB }] : [];
  });
  const lead = (row: PairRow) => row.a.worth - row.b.worth;
  const levelOf = ({ cell }: Offer) => `${cell.support} ${cell.maturity}`;
  const byLead = (x: PairRow, y: PairRow) =>
    Math.abs(lead(y)) - Math.abs(lead(x)) || (x.capability.id < y.capability.id ? -1 : 1);
  // Confidence moves no typical worth, but rounding can: only rows whose level or maturity differs count.
  const differing = rows.filter((row) => levelOf(row.a) !== levelOf(row.b));
  const equal = rows.filter((row) => levelOf(row.a) === levelOf(row.b));
  const byVariant = equal.filter(
    ({ capability }) => facesOf(matrix, a, capability) !== facesOf(matrix, b, capability),
  );
  return {
    aMore: differing.filter((row) => lead(row) > 0).sort(byLead),
    bMore: differing.filter((row) => lead(row) < 0).sort(byLead),
    byVariant: [...differing.filter((row) => lead(row) === 0), ...byVariant],
    same: equal.length - byVariant.length,
  };
}
