import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alternativesTo } from "./alternatives";
import { evaluate } from "./evaluate";
import { findFlips, findHangingCells, likelihoodOf } from "./flips";
import { closeAnswers, judge } from "./judge";
import { answersArbitrary, profilesArbitrary, tableArbitrary } from "./laws.fixtures";
import type { Answers, Question, Range, ScoringTable } from "./types";

function firstOf(table: ScoringTable, answers: Answers): string {
  const first = evaluate(table, answers).options[0];
  return first && !first.ruledOut ? first.option : "";
}

/** The option that is first alone; none where a tie is broken by the order of the table. */
function aloneFirst(table: ScoringTable, answers: Answers): string {
  const second = evaluate(table, answers).options[1];
  return second && !second.ruledOut && second.position === 1 ? "" : firstOf(table, answers);
}

/** Two must-haves that only one of two options meets. */
const pairTable: ScoringTable = {
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

/** The table without doubt: every weight and finding is its typical value, so that samples and sums agree. */
function certain(table: ScoringTable): ScoringTable {
  const still = ([, typical]: Range): Range => [typical, typical, typical];
  const each = <T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U) =>
    Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value)]));
  return {
    ...table,
    importance: each(table.importance, still) as unknown as ScoringTable["importance"],
    levels: each(table.levels, still) as unknown as ScoringTable["levels"],
    cells: each(table.cells, (row) => each(row, (cell) => ({ ...cell, value: still(cell.value) }))),
    burdens: table.burdens.map((burden) => ({
      ...burden,
      weight: still(burden.weight),
      cost: each(burden.cost, still),
    })),
  };
}

function withoutUnsure(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== "unsure"));
}

/** What was said, each row by itself, with all else closed. */
const closedArbitrary = fc
  .record({ table: tableArbitrary.map(certain), answers: answersArbitrary })
  .map(({ table, answers }) => ({
    table,
    answers: closeAnswers(table, { "q-choice": "one", "q-flags": [], ...withoutUnsure(answers) }),
  }));

/** The share of first places that the leader has over an option, in points; 0 for the leader. */
function behind(table: ScoringTable, answers: Answers, option: string): number {
  const { options } = judge(table, answers);
  const own = options.find(({ id }) => id === option);
  return (options[0]?.of100 ?? 0) - (own?.of100 ?? 0);
}

describe("flips", () => {
  test("every flip does what it says when its changes are made", () => {
    const tables = fc
      .record({ table: tableArbitrary, profiles: profilesArbitrary })
      .map(({ table, profiles }): ScoringTable => ({ ...table, profiles, enough: 30 }));
    fc.assert(
      fc.property(tables, answersArbitrary, (table, answers) => {
        const leader = judge(table, answers).options[0];
        for (const { option, flips } of findFlips(table, answers).rivals) {
          expect(option === leader?.id && !leader.ruledOut).toBe(false);
          for (const flip of flips) {
            expect(flip.first).toBe(option);
            // Found with fewer samples than a verdict takes: a near tie may fall either way.
            expect(behind(table, flip.answers, option)).toBeLessThan(8);
            expect(flip.changes.length).toBeGreaterThan(0);
            expect(flip.changes.length).toBeLessThanOrEqual(3);
            for (const { from } of flip.changes) expect(from).toBeDefined();
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("without doubt no single change that flips is missed, and the likeliest come first", () => {
    let found = 0;
    fc.assert(
      fc.property(closedArbitrary, ({ table, answers }) => {
        const singles = table.questions
          .flatMap((question) =>
            alternativesTo(question, answers).map((change) => ({
              likelihood: likelihoodOf(question, change),
              first: aloneFirst(table, change.answers),
            })),
          )
          .sort((a, b) => b.likelihood - a.likelihood);
        for (const { option, flips } of findFlips(table, answers).rivals) {
          const own = singles.filter(({ first }) => first === option);
          const likelihoods = flips.map(({ likelihood }) => likelihood);
          expect(likelihoods).toEqual([...likelihoods].sort((a, b) => b - a));
          const [best] = own;
          // A tie is shared by the samples and broken by the sums: then the option is first beside another.
          for (const flip of flips) {
            const place = evaluate(table, flip.answers).options.find(
              (each) => each.option === option,
            );
            expect(place?.position).toBe(1);
          }
          if (!best) continue;
          found++;
          expect(flips[0]?.likelihood).toBeGreaterThanOrEqual(best.likelihood - 1e-9);
        }
      }),
      { numRuns: 120 },
    );
    expect(found).toBeGreaterThan(10);
  });

  test("a fact that takes years never comes before a plausible one", () => {
    const question = (id: string, percent: number): Question => ({
      id,
      kind: "choice",
      values: ["yes", "no"],
      firmness: 4,
      soon: { "": percent },
    });
    const credit = (id: string, when: string) => ({
      id,
      when: { question: when, is: ["no"] },
      effects: [{ burden: "work", of: ["light"], times: 10 }],
    });
    const table: ScoringTable = {
      ...pairTable,
      cells: {},
      burdens: [
        {
          id: "work",
          weight: [20, 20, 20],
          cost: { heavy: [40, 40, 40], light: [90, 90, 90] },
          costWithExtra: {},
        },
      ],
      questions: [question("platform", 1), question("team", 25)],
      rules: [credit("by-platform", "platform"), credit("by-team", "team")],
    };
    const { rivals } = findFlips(table, { platform: "yes", team: "yes" });
    expect(rivals[0]?.flips.map(({ changes }) => changes[0]?.question)).toEqual([
      "team",
      "platform",
    ]);
  });

  test("a pair is found where two changes together are needed", () => {
    // Two must-haves that only the rival meets badly: either alone keeps it out.
    const { rivals } = findFlips(pairTable, { qa: "must", qb: "must" });
    expect(rivals).toHaveLength(1);
    expect([...(rivals[0]?.blockedBy ?? [])].sort()).toEqual(["a", "b"]);
    const smallest = rivals[0]?.flips[0];
    expect(smallest?.changes.map(({ question }) => question).sort()).toEqual(["qa", "qb"]);
  });
});

describe("hanging findings", () => {
  test("without ties none is missed", () => {
    let hanging = 0;
    fc.assert(
      fc.property(tableArbitrary, answersArbitrary, (table, given) => {
        const answers = closeAnswers(table, {
          "q-choice": "one",
          "q-flags": [],
          ...withoutUnsure(given),
        });
        const judgement = judge(table, answers);
        const [leader] = judgement.options;
        fc.pre(leader !== undefined && aloneFirst(table, answers) === leader.id);
        const found = findHangingCells(table, answers, judgement).map(
          ({ capability, variant, first }) => `${capability} ${variant} ${first}`,
        );
        for (const { capability } of judgement.evaluation.needs)
          for (const { variant } of judgement.options) {
            const [low, , high] = table.cells[capability]?.[variant]?.value ?? [0, 0, 0];
            if (low === high) continue;
            const support = variant === leader?.variant ? "none" : "full";
            const row = {
              ...table.cells[capability],
              [variant]: { support, value: table.levels[support] } as const,
            };
            const then = { ...table, cells: { ...table.cells, [capability]: row } };
            const first = aloneFirst(then, answers);
            if (first === "" || first === leader?.id) continue;
            hanging++;
            expect(found).toContain(`${capability} ${variant} ${first}`);
          }
      }),
      { numRuns: 150 },
    );
    expect(hanging).toBeGreaterThan(10);
  });

  test("only doubtful findings hang, and making them otherwise really changes first place", () => {
    fc.assert(
      fc.property(tableArbitrary, answersArbitrary, (table, given) => {
        const answers = closeAnswers(table, {
          "q-choice": "one",
          "q-flags": [],
          ...withoutUnsure(given),
        });
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
          // First place, alone or beside another whose sum is the same; or nothing is possible any more.
          const { options } = evaluate({ ...table, cells }, answers);
          const place = options.find(({ option }) => option === first)?.position;
          expect(first === "" ? options[0]?.ruledOut : place === 1).toBe(true);
          expect(first).not.toBe(leader);
        }
      }),
      { numRuns: 80 },
    );
  });
});
