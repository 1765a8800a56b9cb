import { overlaySentence } from "@/lib/overlay/statement";
import type { FitView } from "@/lib/result/fit";
import { writeCsv } from "@/lib/text/csv";
import type { ExportSource } from "./source";

/** What the grid is written from. */
interface GridSource extends Pick<ExportSource, "overlay"> {
  readonly result: { readonly fit: Pick<FitView, "columns" | "groups"> };
}

/**
 * The fit grid: a row per need, a column per variant, best first. A cell is the level, then “beta” or “alpha” where it
 * is not stable, then “fails” or “not in full” where something is required. An organisation’s edition says so in every
 * row, since a line beside the rows would break what reads them.
 */
export function writeFitCsv({ result, overlay }: GridSource): string {
  const { columns, groups } = result.fit;
  const edition = overlay ? [["edition", overlaySentence(overlay)] as const] : [];
  const head = [
    "importance",
    "capability",
    "label",
    "asked by",
    ...columns.map(({ variant, ruledOut }) => `${variant.id}${ruledOut ? " (ruled out)" : ""}`),
    ...edition.map(([name]) => name),
  ];
  const rows = groups.flatMap((group) =>
    group.rows.map((row) => [
      group.id,
      row.capability,
      row.label,
      [
        ...row.askedBy.map(({ question }) => question),
        ...row.rules.map(({ id }) => `rule ${id}`),
      ].join("; "),
      ...row.cells.map(({ support, maturity, must }) =>
        [
          support,
          ...(maturity && maturity !== "stable" ? [maturity] : []),
          ...(must ? [must === "failed" ? "fails" : "not in full"] : []),
        ].join(", "),
      ),
      ...edition.map(([, sentence]) => sentence),
    ]),
  );
  return writeCsv([head, ...rows]);
}
