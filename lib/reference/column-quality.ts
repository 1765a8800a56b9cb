import { soleVendorOf } from "@/lib/data/publishers";
import type { Matrix, Reference } from "@/lib/data/types";
import { checkedOn } from "./review";

/** How firm a column of the matrix is. */
export interface ColumnQuality {
  readonly variant: string;
  readonly cells: number;
  readonly high: number;
  readonly medium: number;
  readonly low: number;
  /** Cells that say we do not know. */
  readonly unknown: number;
  /** Cells that rest on statements of one company and on no code. */
  readonly soleVendor: number;
  /** The oldest and the newest check among its cells. */
  readonly oldest: string;
  readonly newest: string;
}

/** Confidence, independence and age of each column, in the order of the variants. */
export function measureColumns(
  { variants, capabilities }: Pick<Matrix, "variants" | "capabilities">,
  { publishers }: Pick<Reference, "publishers">,
): ColumnQuality[] {
  return variants.map(({ id }) => {
    const cells = capabilities.flatMap((capability) => capability.cells[id] ?? []);
    const dates = cells.map(checkedOn).sort();
    const count = (confidence: string) =>
      cells.filter((cell) => cell.confidence === confidence).length;
    return {
      variant: id,
      cells: cells.length,
      high: count("high"),
      medium: count("medium"),
      low: count("low"),
      unknown: cells.filter(({ support }) => support === "unknown").length,
      soleVendor: cells.filter((cell) => soleVendorOf(cell, publishers)).length,
      oldest: dates[0] ?? "",
      newest: dates.at(-1) ?? "",
    };
  });
}
