import { describe, expect, test } from "vitest";
import { deriveRequirements } from "./needs";
import type { Answers, Importance, Rule, ScoringTable } from "./types";

const table: ScoringTable = {
  release: "test",
  importance: {
    nice: [5, 10, 15],
    important: [15, 20, 30],
    must: [30, 40, 50],
  },
  levels: {
    full: [100, 100, 100],
    partial: [40, 60, 80],
    addon: [35, 55, 70],
    diy: [10, 20, 35],
    none: [0, 0, 0],
    unknown: [0, 50, 100],
    moot: [100, 100, 100],
  },
  thresholds: { clear: 80, leaning: 60 },
  burdenFactor: [100, 100, 100],
  variants: [],
  cells: {},
  burdens: [{ id: "work", weight: [8, 16, 24], cost: {}, costWithExtra: {} }],
  questions: [
    { id: "wish", kind: "importance", demands: [{ capability: "a", share: 50 }] },
    {
      id: "list",
      kind: "needs",
      rows: [{ id: "row", demands: [{ capability: "a", share: 100 }] }],
    },
    { id: "choice", kind: "choice", values: ["x", "y"] },
  ],
  rules: [],
};

function needOf(answers: Answers, rules: readonly Rule[] = []) {
  return deriveRequirements({ ...table, rules }, answers).needs.find(
    ({ capability }) => capability === "a",
  );
}
const asking = (atLeast: Importance): Rule => ({
  id: `ask-${atLeast}`,
  when: { question: "choice", is: ["x"] },
  effects: [{ need: "a", atLeast }],
});

describe("needs", () => {
  test.each([
    ["must", "nice"],
    ["nice", "must"],
  ] as const)(
    "asked for twice (%s, %s), a capability counts once, at the greater importance and share",
    (wish, row) => {
      const need = needOf({ wish, list: { row } });
      expect(need?.importance).toBe("must");
      expect(need?.weight).toEqual([30, 40, 50]);
      expect(need?.sources).toEqual([{ question: "wish" }, { question: "list", row: "row" }]);
    },
  );

  test("a share takes its part of the weight", () => {
    expect(needOf({ wish: "important" })?.weight).toEqual([8, 10, 15]);
  });

  test("a rule raises an importance and never lowers it", () => {
    expect(needOf({ choice: "x", wish: "nice" }, [asking("must")])?.importance).toBe("must");
    expect(needOf({ choice: "x", wish: "must" }, [asking("nice")])?.importance).toBe("must");
    expect(needOf({ choice: "y", wish: "nice" }, [asking("must")])?.importance).toBe("nice");
  });

  test("“not sure” asks for nothing, and a stated wish or a rule still does", () => {
    expect(needOf({ wish: "unsure" })).toBeUndefined();
    expect(needOf({ list: { row: "unsure" } })).toBeUndefined();
    expect(needOf({ wish: "unsure", list: { row: "important" } })?.importance).toBe("important");
    expect(needOf({ wish: "unsure", choice: "x" }, [asking("nice")])?.importance).toBe("nice");
  });

  test("what is not needed, or not answered, is no need", () => {
    expect(needOf({})).toBeUndefined();
    expect(needOf({ wish: "no", list: {} })).toBeUndefined();
  });

  test("factors on a burden multiply and are named", () => {
    const rules: Rule[] = [150, 200].map((times) => ({
      id: `times-${times}`,
      when: { question: "choice", is: ["x"] },
      effects: [{ burden: "work", times }],
    }));
    const { burdens } = deriveRequirements({ ...table, rules }, { choice: "x" });
    expect(burdens).toEqual([
      { burden: "work", weight: [24, 48, 72], rules: ["times-150", "times-200"] },
    ]);
  });
});
