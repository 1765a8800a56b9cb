import Engine from "publicodes";
import type { Evaluation } from "@/lib/engine/types";

/**
 * One evaluation's weighted sums in publicodes: a situation of weights, a formula of values for each variant. Rules and
 * exclusions are not expressed: publicodes has no lists of findings to put a variant out.
 */
export function preparePublicodes(evaluation: Evaluation): () => number[] {
  const rules: Record<string, unknown> = {};
  const situation: Record<string, number> = {};
  const name = (prefix: string, index: number) => `${prefix} ${index + 1}`;
  evaluation.needs.forEach(({ weight }, index) => {
    rules[name("need", index)] = { "par défaut": 0 };
    situation[name("need", index)] = weight[1];
  });
  evaluation.burdens.forEach(({ weight }, index) => {
    rules[name("burden", index)] = { "par défaut": 0 };
    situation[name("burden", index)] = weight[1];
  });
  evaluation.variants.forEach(({ contributions, burdens }, index) => {
    const terms = [
      ...contributions.map(({ value }, at) => `${name("need", at)} * ${value[1]}`),
      ...burdens.map(({ cost }, at) => `${name("burden", at)} * ${100 - cost[1]}`),
    ];
    rules[name("variant", index)] = { somme: terms };
  });
  const engine = new Engine(rules);
  return () => {
    engine.setSituation(situation);
    return evaluation.variants.map((_, index) =>
      Number(engine.evaluate(name("variant", index)).nodeValue),
    );
  };
}
