import type { Matrix, RuleText } from "@/lib/data/types";
import { listed } from "@/lib/text/words";

export interface QuestionUse {
  readonly id: string;
  readonly section: string;
  readonly label: string;
  /** The row of the question that asks for the capability. */
  readonly row?: string;
}

export interface RuleUse {
  readonly rule: RuleText;
  /** What the rule does with the capability, as a phrase. */
  readonly effects: readonly string[];
}

export interface CapabilityUses {
  readonly questions: readonly QuestionUse[];
  readonly rules: readonly RuleUse[];
  /** Burdens whose cost is partly read off this row. */
  readonly burdens: readonly string[];
  /** Published decisions in which it is one of the reasons. */
  readonly scenarios: readonly {
    readonly title: string;
    readonly url: string;
    readonly source: string;
  }[];
}

function effectsOf(rule: RuleText, id: string, levels: Matrix["levels"]): string[] {
  return rule.effects.flatMap((effect) => {
    if ("need" in effect && effect.need === id)
      return `makes it at least “${levels.importance[effect.atLeast].label.toLowerCase()}”`;
    if ("require" in effect && effect.require === id)
      return `rules out what is not ${listed(
        effect.levels.map((level) => `“${levels.support[level].label.toLowerCase()}”`),
        "or",
      )}`;
    if ("credit" in effect && effect.credit.includes(id))
      return `counts it as at least “${levels.support[effect.level].label.toLowerCase()}” for some variants`;
    return [];
  });
}

/** Everything that reads a row: questions that ask for it, rules that act on it, burdens and decisions that cite it. */
export function usesOf(matrix: Matrix, id: string): CapabilityUses {
  const asksFor = (demands: readonly { readonly capability: string }[]) =>
    demands.some(({ capability }) => capability === id);
  return {
    questions: matrix.questions.flatMap((question): QuestionUse[] => {
      const { section, label } = question;
      const base = { id: question.id, section, label };
      if (question.kind === "importance") return asksFor(question.demands) ? [base] : [];
      if (question.kind === "needs")
        return question.rows
          .filter(({ demands }) => asksFor(demands))
          .map((row) => ({ ...base, row: row.label }));
      return [];
    }),
    rules: matrix.rules.flatMap((rule) => {
      const effects = effectsOf(rule, id, matrix.levels);
      return effects.length > 0 ? { rule, effects } : [];
    }),
    burdens: matrix.burdens
      .filter(({ values }) => Object.values(values).some(({ cells }) => cells.includes(id)))
      .map(({ label }) => label),
    scenarios: matrix.scenarios.flatMap(({ title, source, expect }) =>
      source.url && expect.because?.includes(id)
        ? [{ title, url: source.url, source: source.title }]
        : [],
    ),
  };
}
