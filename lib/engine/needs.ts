import { holds, isAtLeast, isImportance, isRows } from "./condition";
import type {
  Answers,
  BurdenWeight,
  Demand,
  Importance,
  Need,
  NeedSource,
  Range,
  Rule,
  ScoringTable,
  Support,
} from "./types";

/** A cell level that a rule demands of every variant. */
export interface Requirement {
  readonly capability: string;
  readonly levels: readonly Support[];
  readonly rule: string;
}

/** The most a rule lets a burden cost, 0 to 100. */
export interface Limit {
  readonly burden: string;
  readonly max: number;
  readonly rule: string;
}

/** How rules change what one variant offers and costs. */
export interface Adjustments {
  /** capability → the level a rule credits it with. */
  readonly credits: ReadonlyMap<string, { readonly level: Support; readonly rule: string }>;
  /** burden → per cent of its cost, and the rules that set it. */
  readonly costs: ReadonlyMap<
    string,
    { readonly percent: number; readonly rules: readonly string[] }
  >;
}

/** What the answers ask for, before any variant is looked at. */
export interface Requirements {
  readonly needs: readonly Need[];
  readonly burdens: readonly BurdenWeight[];
  readonly requirements: readonly Requirement[];
  readonly limits: readonly Limit[];
  readonly rules: readonly Rule[];
  /** By variant; a variant that no rule touches has none. */
  readonly adjustments: ReadonlyMap<string, Adjustments>;
}

/** Gathers credits and cost factors by variant. The higher of two credits holds; factors multiply. */
function adjustmentsFrom(table: ScoringTable, rules: readonly Rule[]): Map<string, Adjustments> {
  interface Draft extends Adjustments {
    readonly credits: Map<string, { level: Support; rule: string }>;
    readonly costs: Map<string, { percent: number; rules: string[] }>;
  }
  const byVariant = new Map<string, Draft>();
  const of = (variant: string): Draft => {
    const found: Draft = byVariant.get(variant) ?? { credits: new Map(), costs: new Map() };
    byVariant.set(variant, found);
    return found;
  };
  for (const { id: rule, effects } of rules) {
    for (const effect of effects) {
      if ("credit" in effect) {
        for (const variant of effect.of) {
          const { credits } = of(variant);
          for (const capability of effect.credit) {
            const before = credits.get(capability);
            if (before && table.levels[before.level][1] >= table.levels[effect.level][1]) continue;
            credits.set(capability, { level: effect.level, rule });
          }
        }
      } else if ("burden" in effect && "of" in effect) {
        for (const variant of effect.of) {
          const { costs } = of(variant);
          const before = costs.get(effect.burden) ?? { percent: 100, rules: [] };
          costs.set(effect.burden, {
            percent: (before.percent * effect.times) / 100,
            rules: [...before.rules, rule],
          });
        }
      }
    }
  }
  return byVariant;
}

function scaled([low, typical, high]: Range, percent: number): Range {
  return [
    Math.round((low * percent) / 100),
    Math.round((typical * percent) / 100),
    Math.round((high * percent) / 100),
  ];
}

interface Draft {
  level: Importance;
  share: number;
  readonly sources: NeedSource[];
}

/**
 * Turns answers into needs, burden weights and requirements: direct demands of the answers first, then every rule that
 * fires. A capability asked for twice counts once, at the greater importance and share. What is open asks for nothing here.
 */
export function deriveRequirements(table: ScoringTable, given: Answers): Requirements {
  const answers = { ...given, ...table.fixed };
  const drafts = new Map<string, Draft>();

  function demand({ capability, share }: Demand, level: Importance, source: NeedSource): void {
    if (level === "no") return;
    const draft = drafts.get(capability);
    if (draft === undefined) {
      drafts.set(capability, { level, share, sources: [source] });
      return;
    }
    if (isAtLeast(level, draft.level)) draft.level = level;
    draft.share = Math.max(draft.share, share);
    draft.sources.push(source);
  }

  for (const question of table.questions) {
    const answer = answers[question.id];
    if (question.kind === "importance" && isImportance(answer)) {
      for (const each of question.demands) demand(each, answer, { question: question.id });
    }
    if (question.kind === "needs" && isRows(answer)) {
      for (const row of question.rows) {
        const level = answer[row.id];
        if (!isImportance(level)) continue;
        for (const each of row.demands) demand(each, level, { question: question.id, row: row.id });
      }
    }
  }

  const rules = table.rules.filter((rule) => holds(rule.when, answers));
  const requirements: Requirement[] = [];
  const limits: Limit[] = [];
  const factors = new Map<string, { percent: number; rules: string[] }>();
  for (const rule of rules) {
    for (const effect of rule.effects) {
      if ("need" in effect)
        demand({ capability: effect.need, share: 100 }, effect.atLeast, { rule: rule.id });
      if ("require" in effect) {
        requirements.push({ capability: effect.require, levels: effect.levels, rule: rule.id });
      }
      if ("limit" in effect) limits.push({ burden: effect.limit, max: effect.max, rule: rule.id });
      if ("burden" in effect && !("of" in effect)) {
        const factor = factors.get(effect.burden) ?? { percent: 100, rules: [] };
        factors.set(effect.burden, {
          percent: (factor.percent * effect.times) / 100,
          rules: [...factor.rules, rule.id],
        });
      }
    }
  }

  const needs = [...drafts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([capability, { level, share, sources }]): Need => {
      const base: Range = level === "no" ? [0, 0, 0] : table.importance[level];
      return { capability, importance: level, weight: scaled(base, share), sources };
    });
  const burdens = table.burdens.map((burden): BurdenWeight => {
    const factor = factors.get(burden.id);
    return {
      burden: burden.id,
      weight: factor ? scaled(burden.weight, factor.percent) : burden.weight,
      rules: factor?.rules ?? [],
    };
  });
  return {
    needs,
    burdens,
    requirements,
    limits,
    rules,
    adjustments: adjustmentsFrom(table, rules),
  };
}
