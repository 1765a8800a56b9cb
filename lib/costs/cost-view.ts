import type { Option, Variant } from "@/lib/data/types";
import type { Answers, Evaluation, ScoringTable } from "@/lib/engine/types";
import { defaultInputs } from "./defaults";
import { controlSentence, loadSentence, planFinding, spanFinding, tailSentences } from "./finding";
import { loadOf, typeInputs, writeInputs } from "./inputs";
import type { Load } from "./load";
import { compileModel, profileOf, type SizingModel } from "./model";
import { arrangeRows, type CostRow, type CostVariant, type Standing } from "./rows";
import { type Size, sizeProfile } from "./size";
import type { Overheads } from "./types";
import { describeBeyond } from "./wording";

/** A row of the chart with its figures. */
export interface SizedRow {
  readonly row: CostRow;
  readonly size: Size;
}

export function viewVariants(
  options: readonly Option[],
  variants: readonly Variant[],
): CostVariant[] {
  return variants.map(({ id, option, short }) => {
    const drawn = options.find((each) => each.id === option);
    if (!drawn) throw new RangeError(`the matrix has no option called "${option}"`);
    return { id, option: { id: option, name: drawn.label, mark: drawn.mark }, short };
  });
}

/** What is possible, the first place ahead of all: without one named, the best score. */
export function standingOf(evaluation: Evaluation, first?: string): Standing {
  const ids = (ruledOut: boolean) =>
    evaluation.variants
      .filter(({ exclusions }) => exclusions.length > 0 === ruledOut)
      .map(({ variant }) => variant);
  const possible = ids(false).sort((a, b) => Number(b === first) - Number(a === first));
  return { possible, ruledOut: ids(true) };
}

export function sizeRows(model: SizingModel, rows: readonly CostRow[], load: Load): SizedRow[] {
  return rows.map((row) => ({
    row,
    size: sizeProfile(model, profileOf(model, row.profile), load),
  }));
}

/** The heading: the plan for the leader, or the span of all where nothing leads or nothing is possible. */
export function findingOf(
  model: SizingModel,
  rows: readonly SizedRow[],
  standing: Standing | undefined,
): string {
  const leader = standing ? rows.find(({ row }) => !row.ruledOut) : undefined;
  if (leader) return planFinding(model, leader.size);
  const span = spanFinding(rows.map(({ size }) => size));
  return standing
    ? `Every variant is ruled out; for comparison, ${span.charAt(0).toLowerCase()}${span.slice(1)}`
    : span;
}

/** What the result page says of costs. */
export interface CostView {
  readonly finding: string;
  /** For the margin: method and caveats. */
  readonly notes: readonly string[];
  readonly rows: readonly SizedRow[];
  /** How many rows were left away because every variant of theirs is ruled out. */
  readonly ruledOut: number;
  readonly hops: number;
  /** Whole sentences under the chart. */
  readonly sentences: readonly string[];
  /** The page where the inputs can be changed, with those used here. */
  readonly href: string;
}

/** Sizes the variants that are still possible (all, when none is) for the load that the answers suggest. */
export function viewCosts(known: {
  readonly overheads: Overheads;
  readonly options: readonly Option[];
  readonly variants: readonly Variant[];
  readonly table: ScoringTable;
  readonly answers: Answers;
  readonly evaluation: Evaluation;
  /** The variant in first place, where that is not the best score: while questions are open. */
  readonly first?: string;
  readonly code: string;
}): CostView {
  const { overheads, evaluation, code } = known;
  const model = compileModel(overheads);
  const standing = standingOf(evaluation, known.first);
  const { inputs, assumptions } = defaultInputs(overheads.defaults, known);
  const load = loadOf(inputs, model.waypoints);
  const arranged = arrangeRows(model, viewVariants(known.options, known.variants), standing);
  const possible = arranged.filter(({ ruledOut }) => !ruledOut);
  const rows = sizeRows(model, possible.length > 0 ? possible : arranged, load);
  const leader = possible.length > 0 ? rows[0] : undefined;
  const platform = assumptions.find(({ about }) => about === "platform");
  return {
    finding: findingOf(model, rows, standing),
    notes: [
      "The mark is typical, the whiskers are the lowest and highest benchmark we could read. Where they overlap, do not rank by them.",
      `Assumed: ${loadSentence(inputs, load)} Change it to yours.`,
      ...(platform ? [platform.text] : []),
      "Milliseconds are an order of magnitude: they do not travel between laboratories.",
      overheads.newest,
    ],
    rows,
    ruledOut: arranged.length - possible.length,
    hops: inputs.hops,
    sentences: [
      ...(leader ? [controlSentence(model, leader.size)] : []),
      ...describeBeyond(
        model,
        rows.map(({ size }) => size),
      ),
      `99th percentile. ${tailSentences(rows.map(({ size }) => size)).join(" ")}`,
    ],
    href: `/costs?${writeInputs(typeInputs(inputs), code)}`,
  };
}
