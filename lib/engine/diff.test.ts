import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyTableChange, diffTables, explainDifference } from "./diff";
import { evaluate } from "./evaluate";
import { answersArbitrary, tableArbitrary } from "./laws.fixtures";

describe("differences between releases", () => {
  test("a table differs from itself in nothing", () => {
    fc.assert(
      fc.property(tableArbitrary, (table) => {
        expect(diffTables(table, structuredClone(table))).toEqual([]);
      }),
    );
  });

  test("all changes made one after another turn the older table into the newer", () => {
    fc.assert(
      fc.property(tableArbitrary, tableArbitrary, answersArbitrary, (before, after, answers) => {
        const all = diffTables(before, after).reduce(
          (table, change) => applyTableChange(table, after, change),
          before,
        );
        expect(diffTables(all, after)).toEqual([]);
        expect(evaluate(all, answers)).toEqual(evaluate(after, answers));
      }),
    );
  });

  test("a change that is said to change first place does, alone", () => {
    fc.assert(
      fc.property(tableArbitrary, tableArbitrary, answersArbitrary, (before, after, answers) => {
        const firstOf = (table: typeof before) => {
          const first = evaluate(table, answers).options[0];
          return first && !first.ruledOut ? first.option : "";
        };
        for (const { change, changesFirst, first } of explainDifference(before, after, answers)) {
          const alone = firstOf(applyTableChange(before, after, change));
          expect(alone).toBe(first);
          expect(changesFirst).toBe(alone !== firstOf(before));
        }
      }),
      { numRuns: 50 },
    );
  });
});
