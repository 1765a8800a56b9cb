import { cutText } from "@/lib/answers/cut-text";
import type { CellView, GroupView, MatrixView, RowView } from "./matrix-view";

/** Which rows and columns of the matrix to show. */
export interface Filter {
  /** Words that must occur in the row, its definition or its notes. */
  readonly q: string;
  /** A group's id; empty for all. */
  readonly group: string;
  /** Rows in which a shown cell has this level; empty for any. */
  readonly level: CellView["s"] | "";
  /** Only rows whose shown cells are not all the same. */
  readonly differs: boolean;
  /** Ids of the columns shown; empty for all. */
  readonly columns: readonly string[];
}

export const noFilter: Filter = { q: "", group: "", level: "", differs: false, columns: [] };

const levels: readonly string[] = ["full", "partial", "addon", "diy", "none", "unknown", "moot"];

function isLevel(value: string): value is CellView["s"] {
  return levels.includes(value);
}

/** Reads a filter from the address. What it does not know it leaves out. */
export function parseFilter(params: URLSearchParams, view: MatrixView): Filter {
  const group = params.get("group") ?? "";
  const level = params.get("level") ?? "";
  const known = view.options.flatMap(({ columns }) => columns.map(({ id }) => id));
  const asked = params.getAll("column").flatMap((value) => value.split(","));
  const columns = known.filter((id) => asked.includes(id));
  return {
    q: cutText((params.get("q") ?? "").trim(), 80),
    group: view.groups.some(({ id }) => id === group) ? group : "",
    level: isLevel(level) ? level : "",
    differs: ["1", "on", "true"].includes(params.get("differs") ?? ""),
    columns: columns.length === known.length ? [] : columns,
  };
}

/** The shortest query that means the filter, without a question mark; empty when nothing is filtered. */
export function formatFilter(filter: Filter): string {
  const params = new URLSearchParams();
  if (filter.q) params.set("q", filter.q);
  if (filter.group) params.set("group", filter.group);
  if (filter.level) params.set("level", filter.level);
  if (filter.differs) params.set("differs", "1");
  if (filter.columns.length > 0) params.set("column", filter.columns.join(","));
  return params.toString().replaceAll("%2C", ",");
}

/** What makes two cells differ for a reader: the level, or how mature it is. */
function faceOf({ s, m }: CellView): string {
  return m ? `${s} ${m}` : s;
}

function isShown(row: RowView, filter: Filter, shown: readonly number[]): boolean {
  const cells = shown.flatMap((index) => row.cells[index] ?? []);
  if (filter.level && !cells.some(({ s }) => s === filter.level)) return false;
  return !filter.differs || new Set(cells.map(faceOf)).size > 1;
}

/**
 * The part of the matrix that the filter leaves: columns without cells and groups without rows go.
 * `matchesText` says whether a row matches the words of `q`; it is not asked when there are none.
 */
export function applyFilter(
  view: MatrixView,
  filter: Filter,
  matchesText: (row: RowView) => boolean,
): MatrixView {
  const columns = view.options.flatMap((option) => option.columns);
  const shown = columns.flatMap(({ id }, index) =>
    filter.columns.length === 0 || filter.columns.includes(id) ? [index] : [],
  );
  const ids = new Set(shown.map((index) => columns[index]?.id));
  const groups = view.groups
    .filter(({ id }) => filter.group === "" || id === filter.group)
    .map(
      (group): GroupView => ({
        ...group,
        rows: group.rows
          .filter((row) => isShown(row, filter, shown) && (filter.q === "" || matchesText(row)))
          .map((row) => ({ ...row, cells: shown.flatMap((index) => row.cells[index] ?? []) })),
      }),
    )
    .filter(({ rows }) => rows.length > 0);
  const options = view.options
    .map((option) => ({ ...option, columns: option.columns.filter(({ id }) => ids.has(id)) }))
    .filter(({ columns: left }) => left.length > 0);
  return { options, groups };
}

/** How many rows a view holds. */
export function countRows({ groups }: MatrixView): number {
  return groups.reduce((sum, { rows }) => sum + rows.length, 0);
}
