import type { Capability, Matrix, MatrixCell, Option, Variant } from "@/lib/data/types";
import { supports } from "@/lib/engine/fields";
import { optionInText, smallLabel } from "@/lib/result/names";
import { capitalised, inWords, listed } from "@/lib/text/words";

type Row = Pick<Capability, "cells">;
type Columns = Pick<Matrix, "options" | "variants">;

const maturityOrder = ["stable", "beta", "alpha"];

interface BestCell {
  readonly option: Option;
  readonly variant: Variant;
  readonly cell: MatrixCell;
  /** Whether every variant of the option has the same level. */
  readonly isShared: boolean;
}

function isBetter(a: MatrixCell, b: MatrixCell): boolean {
  const level = supports.indexOf(a.support) - supports.indexOf(b.support);
  if (level !== 0) return level < 0;
  return (
    maturityOrder.indexOf(a.maturity ?? "stable") < maturityOrder.indexOf(b.maturity ?? "stable")
  );
}

/** Each option's best cell of a row, the first variant winning ties; options without a variant are left out. */
function bestCells({ options, variants }: Columns, { cells }: Row): BestCell[] {
  return options.flatMap((option) => {
    const own = variants.flatMap((variant) => {
      const cell = variant.option === option.id ? cells[variant.id] : undefined;
      return cell ? { variant, cell } : [];
    });
    const [first, ...others] = own;
    if (!first) return [];
    const best = others.reduce((a, b) => (isBetter(b.cell, a.cell) ? b : a), first);
    return {
      option,
      ...best,
      isShared: own.every(({ cell }) => cell.support === best.cell.support),
    };
  });
}

const endings: Record<Exclude<MatrixCell["support"], "unknown" | "moot">, string> = {
  full: "all of it",
  partial: "part of it",
  addon: "it with an add-on",
  diy: "it only with code of one’s own",
  none: "nothing of it",
};

/** The option, or its variant where the variants differ, with what the maturity adds: “Istio (ambient mode, alpha)”. */
function nameBest({ option, variant, cell, isShared }: BestCell): string {
  const maturity = cell.maturity && cell.maturity !== "stable" ? cell.maturity : undefined;
  const details = [isShared ? undefined : variant.short, maturity].filter(Boolean).join(", ");
  return details ? `${smallLabel(option)} (${details})` : optionInText(option);
}

/**
 * What a row says, in a sentence: “Istio, Linkerd and Consul offer all of it; no mesh offers it only with code of one’s
 * own.” Each option is counted by its best variant.
 */
export function summariseRow(columns: Columns, row: Row): string {
  const best = bestCells(columns, row);
  const parts = supports.flatMap((support) => {
    const those = best.filter(({ cell }) => cell.support === support);
    if (those.length === 0) return [];
    if (support === "moot")
      return `${listed(those.map(nameBest))} ${those.length === 1 ? "has" : "have"} no use for it`;
    if (support === "unknown")
      return `what ${listed(those.map(nameBest))} ${those.length === 1 ? "offers" : "offer"} is unknown`;
    const isAll = those.length === best.length && best.length > 2;
    const isPlain = those.every(
      ({ isShared, cell }) => isShared && (cell.maturity ?? "stable") === "stable",
    );
    const who =
      isAll && isPlain ? `all ${inWords(those.length)} options` : listed(those.map(nameBest));
    return `${who} ${those.length === 1 ? "offers" : "offer"} ${endings[support]}`;
  });
  return capitalised(`${parts.join("; ")}.`);
}
