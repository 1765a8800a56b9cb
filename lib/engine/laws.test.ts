import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alternativesTo } from "./alternatives";
import { isAtLeast, isImportance, isRows } from "./condition";
import { evaluate } from "./evaluate";
import { judge } from "./judge";
import { answersArbitrary, questions, tableArbitrary } from "./laws.fixtures";
import type { Answers, Importance, ScoringTable, Support } from "./types";

const inputs = [tableArbitrary, answersArbitrary] as const;
const runs = { numRuns: 400 };

function resultOf(table: ScoringTable, answers: Answers, variant: string) {
  const result = evaluate(table, answers).variants.find((each) => each.variant === variant);
  if (!result) throw new Error(`${variant} was not evaluated`);
  return result;
}

function withCell(
  table: ScoringTable,
  capability: string,
  variant: string,
  support: Support,
): ScoringTable {
  const row = { ...table.cells[capability], [variant]: { support, value: table.levels[support] } };
  return { ...table, cells: { ...table.cells, [capability]: row } };
}

/** The importance an answer gives a row or an importance question. */
function importanceIn(answers: Answers, question: string, row?: string): Importance | undefined {
  const answer = answers[question];
  const value = row === undefined ? answer : isRows(answer) ? (answer[row] ?? "no") : undefined;
  return isImportance(value) ? value : undefined;
}

describe("laws of the engine", () => {
  test("the same input gives the same result", () => {
    fc.assert(
      fc.property(...inputs, (table, answers) => {
        const one = evaluate(table, answers);
        const other = evaluate(structuredClone(table), structuredClone(answers));
        expect(other).toEqual(one);
        expect(judge(structuredClone(table), answers)).toEqual(judge(table, answers));
      }),
      { numRuns: 100 },
    );
  });

  test("the order of variants, capabilities, rules and answers never matters", () => {
    fc.assert(
      fc.property(...inputs, (table, answers) => {
        const shuffled: ScoringTable = {
          ...table,
          variants: [...table.variants].reverse(),
          questions: [...table.questions].reverse(),
          cells: Object.fromEntries(Object.entries(table.cells).reverse()),
        };
        const turned = Object.fromEntries(Object.entries(answers).reverse());
        const points = (each: ScoringTable, given: Answers) =>
          evaluate(each, given).variants.map(({ variant, points: value, exclusions }) => [
            variant,
            value,
            exclusions.length,
          ]);
        expect(points(shuffled, turned)).toEqual(points(table, answers));
      }),
      runs,
    );
  });

  test("adding support to a variant never lowers it, nor keeps it out", () => {
    const better: Readonly<Partial<Record<Support, Support>>> = {
      none: "diy",
      diy: "addon",
      addon: "partial",
      partial: "full",
    };
    fc.assert(
      fc.property(
        ...inputs,
        fc.constantFrom("cap-a", "cap-b", "cap-c"),
        (table, answers, capability) => {
          const before = table.cells[capability]?.["var-b1"]?.support ?? "none";
          const after = better[before];
          fc.pre(after !== undefined);
          const one = resultOf(table, answers, "var-b1");
          const other = resultOf(
            withCell(table, capability, "var-b1", after ?? "full"),
            answers,
            "var-b1",
          );
          expect(other.points).toBeGreaterThanOrEqual(one.points);
          expect(other.score).toBeGreaterThanOrEqual(one.score);
          expect(other.exclusions.length).toBeLessThanOrEqual(one.exclusions.length);
        },
      ),
      runs,
    );
  });

  test("raising the importance of a need never favours the variant with less support for it", () => {
    const rowDemands = new Map(
      questions.flatMap((question) =>
        question.kind === "needs"
          ? question.rows.map(
              (row) => [row.id, row.demands.map((each) => each.capability)] as const,
            )
          : [],
      ),
    );
    fc.assert(
      fc.property(...inputs, (table, given) => {
        // Rules may tie other effects to the same answer; the law speaks of the importance alone.
        const ruleless = { ...table, rules: [] };
        const answers = { ...given, "q-needs": isRows(given["q-needs"]) ? given["q-needs"] : {} };
        const question = questions.find(({ id }) => id === "q-needs");
        if (!question) throw new Error("the fixture lost its question");
        for (const alternative of alternativesTo(question, answers)) {
          const before = importanceIn(answers, "q-needs", alternative.part) ?? "no";
          if (!isImportance(alternative.to) || !isAtLeast(alternative.to, before)) continue;
          const capabilities = rowDemands.get(alternative.part ?? "") ?? [];
          for (const one of table.variants) {
            for (const other of table.variants) {
              const worth = (variant: string) =>
                capabilities.map((id) => table.cells[id]?.[variant]?.value[1] ?? 0);
              const less = worth(one.id);
              const more = worth(other.id);
              if (!less.every((value, index) => value <= (more[index] ?? 0))) continue;
              const lead = (state: Answers) =>
                resultOf(ruleless, state, one.id).points -
                resultOf(ruleless, state, other.id).points;
              expect(lead(alternative.answers)).toBeLessThanOrEqual(lead(answers));
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("a variant dominated in everything never wins", () => {
    // The dominated one comes first in the alphabet, so that an order by id would put it first.
    const dominant = "var-c1";
    const dominated = "var-a1";
    fc.assert(
      fc.property(...inputs, (given, answers) => {
        const nextWorse = (value: number): Support => {
          const lower = (Object.keys(given.levels) as Support[]).filter(
            (level) => given.levels[level][1] < value,
          );
          return lower.sort((a, b) => given.levels[b][1] - given.levels[a][1])[0] ?? "none";
        };
        const cells: ScoringTable["cells"] = Object.fromEntries(
          Object.entries(given.cells).map(([capability, row]) => {
            const support = nextWorse(row[dominant]?.value[1] ?? 0);
            return [capability, { ...row, [dominated]: { support, value: given.levels[support] } }];
          }),
        );
        const burdens = given.burdens.map((burden) => ({
          ...burden,
          cost: { ...burden.cost, [dominated]: burden.cost[dominant] ?? ([0, 0, 0] as const) },
        }));
        const table: ScoringTable = { ...given, cells, burdens, rules: [] };
        fc.pre(
          Object.values(cells).some(
            (row) => (row[dominated]?.value[1] ?? 0) < (row[dominant]?.value[1] ?? 0),
          ),
        );
        const { variants } = evaluate(table, answers);
        const place = (id: string) => variants.findIndex(({ variant }) => variant === id);
        expect(place(dominant)).toBeLessThan(place(dominated));
      }),
      runs,
    );
  });

  test("adding or removing a variant never swaps two others", () => {
    fc.assert(
      fc.property(...inputs, fc.nat(4), (table, answers, index) => {
        const gone = table.variants[index]?.id;
        const without = { ...table, variants: table.variants.filter(({ id }) => id !== gone) };
        const order = evaluate(table, answers)
          .variants.map(({ variant }) => variant)
          .filter((id) => id !== gone);
        expect(evaluate(without, answers).variants.map(({ variant }) => variant)).toEqual(order);
      }),
      runs,
    );
  });

  test("a ruled-out variant never wins while another is possible, in the ranking and in every sample", () => {
    fc.assert(
      fc.property(...inputs, (table, answers) => {
        const evaluation = evaluate(table, answers);
        const out = evaluation.variants
          .filter(({ exclusions }) => exclusions.length > 0)
          .map(({ variant }) => variant);
        if (out.length < table.variants.length)
          expect(out).not.toContain(evaluation.options[0]?.variant);
        const ranked = judge(table, answers).variants;
        for (const { id, ranks } of ranked)
          if (out.includes(id)) expect(ranks.every((share) => share === 0)).toBe(true);
        const positions = evaluation.options.map(({ position }) => position);
        expect(positions.filter((position) => position !== undefined)).toEqual(
          positions.filter((position) => position !== undefined).sort(),
        );
        for (const { option, ruledOut, position } of evaluation.options) {
          expect(position === undefined).toBe(ruledOut);
          const admissible = evaluation.variants.some(
            (each) => each.option === option && each.exclusions.length === 0,
          );
          expect(ruledOut).toBe(!admissible);
        }
      }),
      runs,
    );
  });

  test("a must-have that a variant lacks rules it out, and only that", () => {
    fc.assert(
      fc.property(...inputs, (given, answers) => {
        const table = { ...given, rules: [] };
        for (const result of evaluate(table, answers).variants) {
          for (const contribution of result.contributions) {
            const need = evaluate(table, answers).needs.find(
              ({ capability }) => capability === contribution.capability,
            );
            const lacks =
              need?.importance === "must" &&
              (contribution.support === "none" || contribution.support === "diy");
            expect(
              result.exclusions.some(
                (each) => "capability" in each && each.capability === contribution.capability,
              ),
            ).toBe(lacks);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test("scores lie between 0 and 100 and are the weighted mean of fit and ease", () => {
    fc.assert(
      fc.property(...inputs, (table, answers) => {
        const { beta, variants } = evaluate(table, answers);
        for (const { fit, ease, score } of variants) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
          expect(score).toBeCloseTo((1 - beta) * fit + beta * ease, 8);
        }
      }),
      runs,
    );
  });

  test("a credit only lifts: it never lowers a cell's worth or level", () => {
    fc.assert(
      fc.property(...inputs, (table, answers) => {
        for (const { variant, contributions } of evaluate(table, answers).variants) {
          for (const { capability, value, support, creditedBy } of contributions) {
            const cell = table.cells[capability]?.[variant];
            for (const index of [0, 1, 2] as const) {
              expect(value[index]).toBeGreaterThanOrEqual(cell?.value[index] ?? 0);
            }
            if (creditedBy === undefined) expect(support).toBe(cell?.support);
            else expect(table.levels[support][1]).toBeGreaterThan(cell?.value[1] ?? 100);
          }
        }
      }),
      runs,
    );
  });

  test("widening the ranges of the leader's and rivals' cells alike never makes a sure thing out of a tie", () => {
    fc.assert(
      fc.property(...inputs, (given, answers) => {
        const twin = (table: ScoringTable): ScoringTable => ({
          ...table,
          rules: [],
          variants: [
            { id: "var-a1", option: "opt-a" },
            { id: "var-b1", option: "opt-b" },
          ],
          cells: Object.fromEntries(
            Object.entries(table.cells).map(([id, row]) => [
              id,
              { ...row, "var-b1": row["var-a1"] ?? { support: "none", value: [0, 0, 0] } },
            ]),
          ),
          burdens: table.burdens.map((burden) => ({
            ...burden,
            cost: { ...burden.cost, "var-b1": burden.cost["var-a1"] ?? [0, 0, 0] },
          })),
        });
        const table = twin(given);
        fc.pre(evaluate(table, answers).options.every(({ ruledOut }) => !ruledOut));
        const { options } = judge(table, answers);
        // Equal in everything: each leads half the samples, within four standard errors.
        for (const { ranks } of options)
          expect(Math.abs((ranks[0] ?? 0) - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / 6000));
      }),
      { numRuns: 40 },
    );
  });
});
