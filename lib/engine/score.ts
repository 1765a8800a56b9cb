import type { Requirements } from "./needs";
import type {
  BurdenContribution,
  Cell,
  CellFinding,
  Contribution,
  Exclusion,
  Range,
  Rule,
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
  rules: readonly Rule[],
  capability: string,
  variant: string,
) {
  let cell = table.cells[capability]?.[variant] ?? missing;
  let creditedBy: string | undefined;
  for (const rule of rules) {
    for (const effect of rule.effects) {
      if (
        !("credit" in effect) ||
        !effect.of.includes(variant) ||
        !effect.credit.includes(capability)
      )
        continue;
      const level = table.levels[effect.level];
      if (level[1] <= cell.value[1]) continue;
      cell = { ...cell, support: effect.level, value: raised(cell.value, level) };
      creditedBy = rule.id;
    }
  }
  return { cell, creditedBy };
}

/** What a burden costs the variant after rules have lightened or aggravated it, never above 100. */
function costOf(
  rules: readonly Rule[],
  burden: ScoringTable["burdens"][number],
  variant: string,
  usesExtra: boolean,
) {
  const base = (usesExtra ? burden.costWithExtra[variant] : undefined) ??
    burden.cost[variant] ?? [0, 50, 100];
  let percent = 100;
  const applied: string[] = [];
  for (const rule of rules) {
    for (const effect of rule.effects) {
      if (!("burden" in effect) || !("of" in effect)) continue;
      if (effect.burden !== burden.id || !effect.of.includes(variant)) continue;
      percent = (percent * effect.times) / 100;
      applied.push(rule.id);
    }
  }
  const scale = (cost: number) => Math.min(100, Math.round((cost * percent) / 100));
  const cost: Range = [scale(base[0]), scale(base[1]), scale(base[2])];
  return { cost, rules: applied };
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
  const { needs, rules } = requirements;
  const exclusions: Exclusion[] = [];
  const warnings: CellFinding[] = [];
  let usesExtra = false;
  let fitPoints = 0;
  let fitWeight = 0;

  const contributions = needs.map((need): Contribution => {
    const { cell, creditedBy } = creditedCell(table, rules, need.capability, variant.id);
    if (need.importance === "must") {
      const finding = { capability: need.capability, support: cell.support };
      if (unmet.includes(cell.support)) exclusions.push(finding);
      else if (cell.support !== "full") warnings.push(finding);
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
    const { cell } = creditedCell(table, rules, capability, variant.id);
    if (cell.support !== "unknown" && !levels.includes(cell.support)) {
      exclusions.push({ capability, support: cell.support, rule });
    }
  }

  let easePoints = 0;
  let easeWeight = 0;
  const burdens = requirements.burdens.map(({ burden: id, weight }, index): BurdenContribution => {
    const burden = table.burdens[index];
    if (burden === undefined) throw new RangeError(`burden ${id} is not in the table`);
    const { cost, rules: applied } = costOf(rules, burden, variant.id, usesExtra);
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
