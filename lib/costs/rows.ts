import { listed } from "@/lib/text/words";
import type { SizingModel } from "./model";

/** What is shown of a variant. */
export interface CostVariant {
  readonly id: string;
  readonly option: {
    readonly id: string;
    readonly name: string;
    readonly mark: "triangle" | "diamond" | "circle" | "square" | "plus";
  };
  /** “ambient mode” */
  readonly short: string;
}

/** How the variants stand in a result. */
export interface Standing {
  /** Variants still possible, best first. */
  readonly possible: readonly string[];
  readonly ruledOut: readonly string[];
}

/** A profile in a chart: variants that cost the same share a row. */
export interface CostRow {
  readonly profile: string;
  readonly option: CostVariant["option"];
  /** The variants: “open source and Enterprise”, “open source; Enterprise ruled out”. */
  readonly sub: string;
  /** Every variant of it is ruled out. */
  readonly ruledOut: boolean;
}

/**
 * Rows for a chart: those still possible first, in the order of the result, then the ruled out. Without a result all
 * are possible, in the order of the data.
 */
export function arrangeRows(
  model: SizingModel,
  variants: readonly CostVariant[],
  standing?: Standing,
): CostRow[] {
  const rows = model.profiles.flatMap((profile) => {
    const own = variants.filter(({ id }) => profile.variants.includes(id));
    const first = own[0];
    if (!first) return [];
    const possible = own.filter(({ id }) => !standing?.ruledOut.includes(id));
    const out = own.filter((variant) => !possible.includes(variant));
    const names = (list: readonly CostVariant[]) => listed(list.map(({ short }) => short));
    const sub =
      possible.length === 0
        ? names(out)
        : out.length === 0
          ? names(possible)
          : `${names(possible)}; ${names(out)} ruled out`;
    const places = possible.map(({ id }) => standing?.possible.indexOf(id) ?? 0);
    const row: CostRow = {
      profile: profile.id,
      option: first.option,
      sub,
      ruledOut: possible.length === 0,
    };
    return [{ row, place: Math.min(Number.POSITIVE_INFINITY, ...places) }];
  });
  return rows
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
    .map(({ row }) => row);
}
