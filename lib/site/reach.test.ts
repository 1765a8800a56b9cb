import { describe, expect, test } from "vitest";
import { alternativesTo } from "@/lib/engine/alternatives";
import { evaluate } from "@/lib/engine/evaluate";
import type { Answers, Rule } from "@/lib/engine/types";
import { drawAnswers } from "@/lib/release/draw-answers";
import { matrix, table } from "./data";

const starts: readonly Answers[] = [
  {},
  ...matrix.presets.map(({ answers }) => answers),
  ...matrix.scenarios.map(({ answers }) => answers),
  ...drawAnswers(table, 80),
];
const nearby = starts.flatMap((answers) => [
  answers,
  ...table.questions.flatMap((question) =>
    alternativesTo(question, answers).map((each) => each.answers),
  ),
]);
const evaluations = nearby.map((answers) => ({ answers, evaluation: evaluate(table, answers) }));

function firstVariant(answers: Answers): string {
  const first = evaluate(table, answers).options[0];
  return first && !first.ruledOut ? first.variant : "nothing";
}

function changesSomething(rule: Rule): boolean {
  const without = { ...table, rules: table.rules.filter(({ id }) => id !== rule.id) };
  return evaluations
    .filter(({ evaluation }) => evaluation.rules.includes(rule.id))
    .some(({ answers, evaluation }) => {
      const other = evaluate(without, answers).variants;
      return other.some(({ variant, points, exclusions }, index) => {
        const own = evaluation.variants[index];
        return (
          own?.variant !== variant ||
          own.points !== points ||
          own.exclusions.length !== exclusions.length
        );
      });
    });
}

/** Fairness: no variant is there only to lose, no question is asked for nothing, no rule is idle. */
describe("reach", () => {
  const winners = new Set(
    evaluations.map(
      ({ evaluation }) => evaluation.options.find(({ ruledOut }) => !ruledOut)?.variant,
    ),
  );

  test.each(matrix.variants.map(({ id }) => id))("%s wins for some answers", (variant) => {
    expect([...winners]).toContain(variant);
  });

  test.each(table.questions.map((question) => [question.id, question] as const))(
    "the question “%s” can change some verdict",
    (_, question) => {
      const changes = starts.some((answers) => {
        const { [question.id]: _answer, ...without } = answers;
        const first = firstVariant(without);
        return alternativesTo(question, without).some(
          (each) => firstVariant(each.answers) !== first,
        );
      });
      expect(changes).toBe(true);
    },
  );

  test.each(table.rules.map((rule) => [rule.id, rule] as const))(
    "the rule “%s” fires and does what it says",
    (id, rule) => {
      expect(evaluations.some(({ evaluation }) => evaluation.rules.includes(id))).toBe(true);
      if (rule.effects.length > 0) expect(changesSomething(rule)).toBe(true);
      else expect(matrix.rules.find((each) => each.id === id)?.note).toBeDefined();
    },
  );
});
