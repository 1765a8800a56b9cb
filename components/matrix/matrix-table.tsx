import type { ReactNode } from "react";
import { Mark } from "@/components/ui/mark";
import { optionClass } from "@/components/ui/option";
import type { CellView, MatrixView } from "@/lib/reference/matrix-view";
import { numbered } from "@/lib/text/words";

export const levelWords: Record<CellView["s"], string> = {
  full: "full",
  partial: "partial",
  addon: "add-on",
  diy: "DIY",
  none: "none",
  unknown: "unknown",
  moot: "n/a",
};

interface MatrixTableProps {
  view: MatrixView;
  /** Stands in the corner, which never scrolls away: the key to the symbols. */
  corner: ReactNode;
}

/**
 * Rows of capabilities under columns of variants; the head stays in view. On phones each option is one narrow column
 * whose variants stand below each other, placed by the custom properties set here.
 */
export function MatrixTable({ view, corner }: MatrixTableProps) {
  const columns = view.options.flatMap((option) => option.columns);
  return (
    <table className="matrix-table" style={placesOf(view)}>
      <caption className="sr-only">
        Support of each capability in each variant. Every cell links to its note and sources.
      </caption>
      <thead>
        <tr>
          <td rowSpan={2} className="matrix-corner">
            {corner}
          </td>
          {view.options.map((option) => (
            <th
              key={option.id}
              scope="colgroup"
              colSpan={option.columns.length}
              className={optionClass(option.id)}
            >
              <a href={`/options/${option.id}`}>
                <Mark option={option.id} mark={option.mark} /> {option.label}
              </a>
            </th>
          ))}
        </tr>
        <tr>
          {view.options.flatMap((option, at) =>
            option.columns.map((column, row) => (
              <th
                key={column.id}
                scope="col"
                className={optionClass(option.id)}
                style={{ "--column": at + 1, "--row": row + 1 }}
              >
                {column.short}
              </th>
            )),
          )}
        </tr>
      </thead>
      {view.groups.map((group) => (
        <tbody key={group.id}>
          <tr className="matrix-group">
            <th scope="rowgroup" colSpan={columns.length + 1} id={group.id}>
              {group.label}
            </th>
          </tr>
          {group.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a href={`/matrix/${row.id}`}>{row.label}</a>
              </th>
              {row.cells.map((cell, index) => (
                <td key={columns[index]?.id}>
                  <a className={`level ${cell.s}`} href={`/matrix/${row.id}#${columns[index]?.id}`}>
                    {levelWords[cell.s]}
                  </a>
                  <CellDetail cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
      <tfoot>
        <tr className="matrix-group">
          <th scope="rowgroup" colSpan={columns.length + 1}>
            How firm the columns are
          </th>
        </tr>
        <tr>
          <th scope="row">
            <a href="/evidence">Cells of high confidence</a>
          </th>
          {columns.map(({ id, quality }) => (
            <td key={id}>{quality.high}</td>
          ))}
        </tr>
        <tr>
          <th scope="row">
            <a href="/evidence#one-vendor">On one vendor’s word</a>
          </th>
          {columns.map(({ id, quality }) => (
            <td key={id}>{quality.soleVendor}</td>
          ))}
        </tr>
        <tr>
          <th scope="row">Oldest check</th>
          {columns.map(({ id, quality }) => (
            <td key={id}>
              <time>{quality.oldest}</time>
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

/** What a level alone does not say: maturity, doubt, the extra part, scopes, the first version. */
function CellDetail({ cell }: { cell: CellView }) {
  const words = [
    cell.m,
    cell.c === "low" ? "low confidence" : undefined,
    cell.x ? "extra part" : undefined,
    cell.n ? numbered(cell.n, "scope") : undefined,
  ].filter((word) => word !== undefined);
  if (words.length === 0 && !cell.v) return null;
  return (
    <small>
      {words.join(", ")}
      {cell.v ? (
        <span>
          {words.length > 0 ? ", " : ""}
          since {cell.v}
        </span>
      ) : null}
    </small>
  );
}

/** Where each column stands on a phone: its option's column, and its place among the option's variants. */
function placesOf({ options }: MatrixView): Record<`--${string}`, number> {
  const places: Record<`--${string}`, number> = { "--options": options.length };
  let index = 2;
  options.forEach((option, column) => {
    option.columns.forEach((_, row) => {
      places[`--c${index}`] = column + 1;
      places[`--r${index}`] = row + 2;
      index += 1;
    });
  });
  return places;
}
