import type { Matrix, MatrixCell, Reference } from "@/lib/data/types";
import { measureColumns } from "./column-quality";

/** A cell as the overview shows it. Keys are short: there are hundreds, and they travel with the page. */
export interface CellView {
  readonly s: MatrixCell["support"];
  /** Only where it is not stable. */
  readonly m?: "beta" | "alpha";
  /** Only where it is not high. */
  readonly c?: "medium" | "low";
  /** First version that does it. */
  readonly v?: string;
  /** It needs the variant's extra component. */
  readonly x?: 1;
  /** How many scopes it has: estates where another level holds. */
  readonly n?: number;
}

export interface RowView {
  readonly id: string;
  readonly label: string;
  /** In the order of the columns. */
  readonly cells: readonly CellView[];
}

export interface ColumnView {
  readonly id: string;
  readonly label: string;
  readonly short: string;
  readonly quality: { readonly high: number; readonly soleVendor: number; readonly oldest: string };
}

export interface OptionView {
  readonly id: string;
  readonly label: string;
  readonly mark: Matrix["options"][number]["mark"];
  readonly columns: readonly ColumnView[];
}

export interface GroupView {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly RowView[];
}

/** The matrix reduced to what an overview shows: options over their columns, groups over their rows. */
export interface MatrixView {
  readonly options: readonly OptionView[];
  readonly groups: readonly GroupView[];
}

const unknown: CellView = { s: "unknown" };

/** The version alone where the column already names the product; what the level says is not said twice. */
function shortVersion(since: string, names: readonly string[], maturity: string | undefined) {
  const name = names.find((each) => since.startsWith(`${each} `));
  const version = name ? since.slice(name.length + 1) : since;
  return maturity ? version.replace(new RegExp(` \\(${maturity}\\)$`, "i"), "") : version;
}

function viewCell(cell: MatrixCell | undefined, names: readonly string[]): CellView {
  if (!cell) return unknown;
  return {
    s: cell.support,
    ...(cell.maturity && cell.maturity !== "stable" ? { m: cell.maturity } : {}),
    ...(cell.confidence === "high" ? {} : { c: cell.confidence }),
    ...(cell.since ? { v: shortVersion(cell.since, names, cell.maturity) } : {}),
    ...(cell.needsExtra ? { x: 1 } : {}),
    ...(cell.scopes ? { n: cell.scopes.length } : {}),
  };
}

/** Columns in the order of options and their variants, rows in the order of groups and then by label. */
export function viewMatrix(matrix: Matrix, reference: Reference): MatrixView {
  const measured = measureColumns(matrix, reference);
  const qualityOf = (variant: string) => {
    const found = measured.find((column) => column.variant === variant);
    return {
      high: found?.high ?? 0,
      soleVendor: found?.soleVendor ?? 0,
      oldest: found?.oldest ?? "",
    };
  };
  const options = matrix.options.map(({ id, label, mark }) => ({
    id,
    label,
    mark,
    columns: matrix.variants
      .filter(({ option }) => option === id)
      .map((variant) => ({
        id: variant.id,
        label: variant.label,
        short: variant.short,
        quality: qualityOf(variant.id),
      })),
  }));
  const columns = options.flatMap((option) =>
    option.columns.map(({ id, label }) => ({ id, names: [label, option.label] })),
  );
  const groups = matrix.groups.map(({ id, label }) => ({
    id,
    label,
    rows: matrix.capabilities
      .filter(({ group }) => group === id)
      .sort((a, b) => a.short.localeCompare(b.short, "en"))
      .map((capability) => ({
        id: capability.id,
        label: capability.short,
        cells: columns.map(({ id: column, names }) => viewCell(capability.cells[column], names)),
      })),
  }));
  return { options, groups };
}
