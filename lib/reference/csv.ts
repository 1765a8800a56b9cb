import type { Matrix } from "@/lib/data/types";
import { writeCsv } from "@/lib/text/csv";
import { checkedOn } from "./review";

const head = [
  "capability",
  "capability_label",
  "group",
  "variant",
  "variant_label",
  "version",
  "support",
  "maturity",
  "confidence",
  "since",
  "needs_extra",
  "note",
  "limits",
  "checked",
  "sources",
];

/** The matrix as CSV (RFC 4180), a line for each cell; a byte order mark lets spreadsheets read it as UTF-8. */
export function formatCsv(matrix: Matrix): string {
  const lines = matrix.capabilities.flatMap((capability) =>
    matrix.variants.flatMap((variant) => {
      const cell = capability.cells[variant.id];
      if (!cell) return [];
      return [
        [
          capability.id,
          capability.label,
          capability.group,
          variant.id,
          variant.label,
          variant.version,
          cell.support,
          cell.maturity ?? "",
          cell.confidence,
          cell.since ?? "",
          cell.needsExtra ? "yes" : "",
          cell.note,
          cell.limits ?? "",
          checkedOn(cell),
          cell.evidence.map(({ url }) => url).join(" "),
        ],
      ];
    }),
  );
  return `\uFEFF${writeCsv([head, ...lines])}`;
}
