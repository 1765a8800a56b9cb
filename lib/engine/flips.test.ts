import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alternativesTo, findOpenQuestions } from "./alternatives";
import { evaluate } from "./evaluate";
import { findFlips, findHangingCells } from "./flips";
import { answersArbitrary, tableArbitrary } from "./laws.fixtures";
import type { Answers, ScoringTable } from "./types";

function firstOf(table: ScoringTable, answers: Answers): string {
  const first = evaluate(table, answers).options[0];
  return first && !first.ruledOut ? first.option : "";
}

describe("flips", () => {
  test("every flip does what it says when its changes are made", () => {
    fc.assert(
      fc.property(tableArbitrary, answersArbitrary, (table, answers) => {
        const leader = firstOf(table, answers);
        for (const { option, flips } of findFlips(table, answers).rivals) {
          for (const flip of flips) {
            expect(flip.first).toBe(option);
            expect(flip.first).not.toBe(leader);
            expect(firstOf(table, flip.answers)).toBe(option);
            expect(flip.changes.length).toBeGreaterThan(0);
            expect(flip.changes.length).toBeLessThanOrEqual(3);
          }
        }
      }),
      { numRuns: 80 },
    );
  });

  test("no single change that flips is missed, and sets are only offered where none does", () => {
    fc.assert(
      fc.property(tableArbitrary, answersArbitrary, (table, answers) => {
        const singles = table.questions
          .filter(({ id }) => answers[id] !== undefined && answers[id] !== "unsure")
          .flatMap((question) => alternativesTo(question, answers))
          .map((each) => firstOf(table, each.answers));
        for (const { option, flips } of findFlips(table, answers).rivals) {
          const sizes = flips.map(({ changes }) => changes.length);
          if (singles.includes(option)) expect(new Set(sizes)).toEqual(new Set([1]));
          else expect(sizes).not.toContain(1);
          expect(flips.map(({ effort }) => effort)).toEqual(
            flips.map(({ effort }) => effort).sort((a, b) => a - b),
          );
        }
      }),
      { numRuns: 80 },
    );
  });

  test("a pair is found where two changes together are needed", () => {
    // Two must-haves that only the rival meets badly: either alone keeps it out.
    const table: ScoringTable = {
      release: "test",
      importance: {
        nice: [5, 10, 15],
        important: [15, 20, 30],
        must: [30, 40, 50],
        unsure: [0, 10, 30],
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
      variants: [
        { id: "heavy", option: "heavy" },
        { id: "light", option: "light" },
      ],
      cells: {
        a: {
          heavy: { support: "full", value: [100, 100, 100] },
          light: { support: "none", value: [0, 0, 0] },
        },
        b: {
          heavy: { support: "full", value: [100, 100, 100] },
          light: { support: "none", value: [0, 0, 0] },
        },
      },
      burdens: [
        {
          id: "work",
          weight: [20, 20, 20],
          cost: { heavy: [90, 90, 90], light: [10, 10, 10] },
          costWithExtra: {},
        },
      ],
      questions: [
        { id: "qa", kind: "importance", demands: [{ capability: "a", share: 100 }] },
        { id: "qb", kind: "importance", demands: [{ capability: "b", share: 100 }] },
      ],
      rules: [],
    };
    const { rivals, lead } = findFlips(table, { qa: "must", qb: "must" });
    expect(lead).toBeGreaterThan(0);
    expect(rivals).toHaveLength(1);
    expect([...(rivals[0]?.blockedBy ?? [])].sort()).toEqual(["a", "b"]);
    const smallest = rivals[0]?.flips[0];
    expect(smallest?.changes.map(({ question }) => question).sort()).toEqual(["qa", "qb"]);
  });
});

describe("hanging findings", () => {
  test("only doubtful findings hang, and making them otherwise really changes first place", () => {
    fc.assert(
      fc.property(tableArbitrary, answersArbitrary, (table, answers) => {
        const leader = firstOf(table, answers);
        for (const { capability, variant, if: support, first, doubt } of findHangingCells(
          table,
          answers,
        )) {
          const cell = table.cells[capability]?.[variant];
          expect(doubt).toBe((cell?.value[2] ?? 0) - (cell?.value[0] ?? 0));
          expect(doubt).toBeGreaterThan(0);
          const changed = { support, value: table.levels[support] };
          const cells = {
            ...table.cells,
            [capability]: { ...table.cells[capability], [variant]: changed },
          };
          expect(firstOf({ ...table, cells }, answers)).toBe(first);
          expect(first).not.toBe(leader);
        }
      }),
      { numRuns: 80 },
    );
  });
});

describe("open questions", () => {
  test("an unanswered question is open exactly when one of its answers changes first place", () => {
    fc.assert(
      fc.property(tableArbitrary, answersArbitrary, (table, answers) => {
        const leader = firstOf(table, answers);
        const open = findOpenQuestions(table, answers);
        for (const question of table.questions) {
          const unanswered =
            answers[question.id] === undefined || answers[question.id] === "unsure";
          const changes = alternativesTo(question, answers).filter(
            (each) => firstOf(table, each.answers) !== leader,
          );
          const found = open.find((each) => each.question === question.id);
          expect(found !== undefined).toBe(unanswered && changes.length > 0);
          if (found) expect(found.changes).toHaveLength(changes.length);
        }
        expect(open.map(({ swing }) => swing)).toEqual(
          open.map(({ swing }) => swing).sort((a, b) => b - a),
        );
      }),
      { numRuns: 80 },
    );
  });
});
