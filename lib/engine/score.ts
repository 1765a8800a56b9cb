import type { Adjustments, Requirements } from "./needs";
import type {
  BurdenContribution,
  Cell,
  CellFinding,
  Contribution,
  Exclusion,
  Range,
  ScoringTable,
  Support,
  VariantResult,
} from "./types";

const missing: Cell = { support: "unknown", value: [0, 50, 100] };

/** Levels that do not meet a must-have: nothing there, or only what one builds oneself. */
const unmet: readonly Support[] = ["none", "diy"];

function raised(a: Range, b: Range): Range {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.max(a[2], b[2])];
}

/** The cell after rules have credited it: a credit can only lift it. */
function creditedCell(
  table: ScoringTable,
  adjustments: Adjustments | undefined,
  capability: string,
  variant: string,
): { readonly cell: Cell; readonly creditedBy?: string } {
  const cell = table.cells[capability]?.[variant] ?? missing;
  const credit = adjustments?.credits.get(capability);
  if (!credit || table.levels[credit.level][1] <= cell.value[1]) return { cell };
  const value = raised(cell.value, table.levels[credit.level]);
  return { cell: { ...cell, support: credit.level, value }, creditedBy: credit.rule };
}

/** What a burden costs the variant after rules have lightened or aggravated it, never above 100. */
function costOf(
  adjustments: Adjustments | undefined,
  burden: ScoringTable["burdens"][number],
  variant: string,
  usesExtra: boolean,
): { readonly cost: Range; readonly rules: readonly string[] } {
  const base =
    (usesExtra ? burden.costWithExtra[variant] : undefined) ??
    burden.cost[variant] ??
    missing.value;
  const factor = adjustments?.costs.get(burden.id);
  if (!factor) return { cost: base, rules: [] };
  const scale = (cost: number) => Math.min(100, Math.round((cost * factor.percent) / 100));
  return { cost: [scale(base[0]), scale(base[1]), scale(base[2])], rules: factor.rules };
}

/**
 * Scores one variant against the requirements. It never looks at another variant, so adding or removing one changes
 * nothing here. Weights and values are integers; their sums are exact and do not depend on order.
 */
export function scoreVariant(
  table: ScoringTable,
  requirements: Requirements,
  variant: ScoringTable["variants"][number],
): VariantResult {
  const { needs } = requirements;
  const adjustments = requirements.adjustments.get(variant.id);
  const exclusions: Exclusion[] = [];
  const warnings: CellFinding[] = [];
  let usesExtra = false;
  let fitPoints = 0;
  let fitWeight = 0;

  const contributions = needs.map((need): Contribution => {
    const { cell, creditedBy } = creditedCell(table, adjustments, need.capability, variant.id);
    if (need.importance === "must") {
      const finding = { capability: need.capability, support: cell.support };
      if (unmet.includes(cell.support)) exclusions.push(finding);
      else if (cell.support !== "full" && cell.support !== "moot") warnings.push(finding);
    }
    if (cell.usesExtra && need.weight[2] > 0) usesExtra = true;
    fitPoints += need.weight[1] * cell.value[1];
    fitWeight += need.weight[1];
    return {
      capability: need.capability,
      support: cell.support,
      value: cell.value,
      weight: need.weight,
      ...(creditedBy === undefined ? {} : { creditedBy }),
    };
  });

  for (const { capability, levels, rule } of requirements.requirements) {
    const { cell } = creditedCell(table, adjustments, capability, variant.id);
    const isSettled = cell.support !== "unknown" && cell.support !== "moot";
    if (isSettled && !levels.includes(cell.support)) {
      exclusions.push({ capability, support: cell.support, rule });
    }
  }

  let easePoints = 0;
  let easeWeight = 0;
  const burdens = requirements.burdens.map(({ burden: id, weight }, index): BurdenContribution => {
    const burden = table.burdens[index];
    if (burden === undefined) throw new RangeError(`burden ${id} is not in the table`);
    const { cost, rules: applied } = costOf(adjustments, burden, variant.id, usesExtra);
    for (const { burden: limited, max, rule } of requirements.limits) {
      if (limited === id && cost[1] > max) exclusions.push({ burden: id, cost: cost[1], rule });
    }
    easePoints += weight[1] * (100 - cost[1]);
    easeWeight += weight[1];
    return { burden: id, cost, weight, rules: applied };
  });

  const weight = fitWeight + easeWeight;
  const points = fitPoints + easePoints;
  return {
    variant: variant.id,
    option: variant.option,
    exclusions,
    warnings,
    usesExtra,
    contributions,
    burdens,
    fit: fitWeight === 0 ? 100 : fitPoints / fitWeight,
    ease: easeWeight === 0 ? 100 : easePoints / easeWeight,
    score: weight === 0 ? 100 : points / weight,
    points,
  };
}
