import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "./evaluate";
import { closeAnswers, decide, fairChance, judge } from "./judge";
import { answersArbitrary, profilesArbitrary, richTableArbitrary } from "./laws.fixtures";
import { programOf, stateOf } from "./program";
import { Situation } from "./situation";
import { tallyOf } from "./tally";
import type { Answer, Answers, ScoringTable } from "./types";

const tables = fc
  .record({ table: richTableArbitrary, profiles: profilesArbitrary, enough: fc.nat(100) })
  .map(({ table, profiles, enough }): ScoringTable => ({ ...table, profiles, enough }));
const inputs = [tables, answersArbitrary] as const;

/** What was said, without "not sure". */
function silent(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== "unsure"));
}

/** Everything answered: a choice and flags too. */
function answered(table: ScoringTable, answers: Answers): Answers {
  const facts: Record<string, Answer> = { "q-choice": "one", "q-flags": [] };
  return closeAnswers(table, { ...facts, ...silent(answers) });
}

describe("laws of judging", () => {
  test("“not sure” equals silence, to the last digit", () => {
    fc.assert(
      fc.property(...inputs, (table, answers) => {
        expect(judge(table, answers)).toEqual(judge(table, silent(answers)));
      }),
      { numRuns: 60 },
    );
  });

  test("a fully answered questionnaire does not depend on the profiles", () => {
    fc.assert(
      fc.property(...inputs, profilesArbitrary, (table, given, profiles) => {
        const answers = answered(table, given);
        const one = judge(table, answers);
        expect(judge({ ...table, profiles, enough: 50 }, answers)).toEqual(one);
        expect(judge({ ...table, profiles: [] }, answers)).toEqual(one);
        expect(one.open).toEqual([]);
        expect(one.doubt.open).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  test("leaving answers out never makes the leader surer than its best completion", () => {
    fc.assert(
      fc.property(...inputs, (table, answers) => {
        const { options } = judge(table, answers);
        const [leader] = options;
        if (!leader || leader.ruledOut) return;
        const program = programOf(table);
        const index = program.options.indexOf(leader.id);
        const { judged } = tallyOf(program, stateOf(program, answers));
        // Each completion judged by itself, with samples of its own.
        const best = Math.max(
          ...judged.map(({ state }) => {
            const alone = tallyOf(program, state);
            return alone.options[index * program.options.length] ?? 0;
          }),
        );
        expect(leader.ranks[0] ?? 0).toBeLessThanOrEqual(best + 4 * Math.sqrt(0.25 / 500));
      }),
      { numRuns: 40 },
    );
  });

  test("shares of each place add up to one, and what is printed to a hundred", () => {
    fc.assert(
      fc.property(...inputs, (table, answers) => {
        const { options, variants, doubt, verdict } = judge(table, answers);
        if (verdict.word === "impossible") {
          expect(options.every(({ ruledOut }) => ruledOut)).toBe(true);
          return;
        }
        for (const list of [options, variants]) {
          expect(list.reduce((sum, { ranks }) => sum + (ranks[0] ?? 0), 0)).toBeCloseTo(1, 9);
          expect(list.reduce((sum, { of100 }) => sum + of100, 0)).toBe(100);
          const shares = list.filter(({ ruledOut }) => !ruledOut).map(({ of100 }) => of100);
          expect(shares).toEqual([...shares].sort((a, b) => b - a));
        }
        expect(doubt.open + doubt.remains + verdict.share).toBe(100);
        expect(doubt.open).toBe(options.reduce((sum, { openOf100 }) => sum + openOf100, 0));
        expect(doubt.remains).toBeGreaterThanOrEqual(0);
        expect(verdict.share).toBe(options[0]?.of100);
      }),
      { numRuns: 100 },
    );
  });

  test("what was said to rule out is out in every completion, and nothing else is", () => {
    fc.assert(
      fc.property(...inputs, (table, answers) => {
        const { variants, evaluation, verdict } = judge(table, answers);
        if (verdict.word === "impossible") return;
        for (const { id, ruledOut, ranks, out } of variants) {
          const said = evaluation.variants.find(({ variant }) => variant === id);
          expect(ruledOut).toBe((said?.exclusions.length ?? 0) > 0);
          if (!ruledOut) continue;
          expect(out).toBeCloseTo(1, 9);
          expect(ranks.every((share) => share === 0)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("the word is decided on the printed figures", () => {
    fc.assert(
      fc.property(...inputs, (table, answers) => {
        const { options, verdict } = judge(table, answers);
        const { clear, leaning } = table.thresholds;
        const { word, share, leaders } = verdict;
        if (word === "clear") expect(share).toBeGreaterThanOrEqual(clear);
        if (word === "leaning" || word === "nearest") expect(share).toBeGreaterThanOrEqual(leaning);
        if (word === "close") expect(share).toBeLessThan(leaning);
        if (word === "clear" || word === "leaning") expect(leaders).toEqual([options[0]?.id]);
        const shares = leaders.map((id) => options.find((each) => each.id === id)?.of100 ?? 0);
        expect(shares).toEqual([...shares].sort((a, b) => b - a));
      }),
      { numRuns: 100 },
    );
  });

  test("a row decided by itself is decided as its own page is, and “so far” as its open answers tell", () => {
    fc.assert(
      fc.property(
        richTableArbitrary,
        profilesArbitrary,
        answersArbitrary,
        (table, profiles, answers) => {
          const borrowing = { ...table, profiles, enough: 30 };
          const { verdict, options, open } = judge(borrowing, answers);
          const row = decide(borrowing, answers);
          expect(row.verdict).toEqual(verdict);
          const printed = (all: typeof row.options) =>
            all.map(({ id, ruledOut, of100, ranks }) => [id, ruledOut, of100, ranks[0]]);
          expect(printed(row.options)).toEqual(printed(options));
          const turns = open.some(({ parts }) =>
            parts.some((part) =>
              part.answers.some(
                ({ likelihood, first }) => likelihood >= fairChance && first !== options[0]?.id,
              ),
            ),
          );
          if (verdict.word !== "impossible") expect(verdict.soFar).toBe(turns);
          if (turns) expect(verdict.word).not.toBe("clear");
        },
      ),
      { numRuns: 200 },
    );
  });

  test("the compiled sums are those of an evaluation, to the last digit", () => {
    fc.assert(
      fc.property(...inputs, (table, given) => {
        const answers = silent(given);
        const program = programOf(table);
        const situation = new Situation(program);
        // Twice, so that what the first leaves behind would show.
        situation.load(stateOf(program, closeAnswers(table, {})));
        situation.load(stateOf(program, answers));
        const { variants } = evaluate(table, answers);
        for (const { variant, points, exclusions, score } of variants) {
          const index = program.variants.indexOf(variant);
          expect(situation.failures[index]).toBe(exclusions.length);
          expect(situation.points(index)).toBe(points);
          if (situation.total() > 0) expect(points / situation.total()).toBeCloseTo(score, 9);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("closing what is open names every wish and changes none that was stated", () => {
    fc.assert(
      fc.property(...inputs, (table, given) => {
        const answers = silent(given);
        const closed = closeAnswers(table, answers);
        const { needs } = evaluate(table, closed);
        expect(needs).toEqual(evaluate(table, answers).needs);
        expect(Object.keys(closed["q-needs"] ?? {}).sort()).toEqual(["b", "c-and-d", "e"]);
        expect(closeAnswers(table, closed)).toEqual(closed);
      }),
      { numRuns: 100 },
    );
  });
});

describe("what to ask next", () => {
  /** One question decides which of two options is first; the other decides nothing. */
  const cell = (worth: number) => ({ support: "full", value: [worth, worth, worth] }) as const;
  const table: ScoringTable = {
    release: "test",
    importance: { nice: [5, 10, 15], important: [15, 20, 30], must: [30, 40, 50] },
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
      { id: "one", option: "one" },
      { id: "other", option: "other" },
    ],
    cells: {
      left: { one: cell(100), other: cell(40) },
      right: { one: cell(40), other: cell(100) },
    },
    burdens: [],
    questions: [
      { id: "decides", kind: "choice", values: ["left", "right"] },
      { id: "idle", kind: "choice", values: ["yes", "no"] },
    ],
    rules: ["left", "right"].map((side) => ({
      id: side,
      when: { question: "decides", is: [side] },
      effects: [{ need: side, atLeast: "important" }],
    })),
    // Three of four go left.
    profiles: Array.from({ length: 16 }, (_, index) => ({
      decides: index % 4 === 0 ? "right" : "left",
      idle: Math.floor(index / 4) % 2 === 0 ? "yes" : "no",
    })),
    enough: 30,
  };

  test("is the question that decides, by nearly all there is to know, and not the other", () => {
    const { open, options } = judge(table, {});
    expect(options.map(({ id, of100 }) => [id, of100])).toEqual([
      ["one", 75],
      ["other", 25],
    ]);
    const [first, second] = open;
    expect([first?.question, second?.question]).toEqual(["decides", "idle"]);
    // The entropy of 3 to 1 is 0.81 bits; a little is taken off for chance.
    expect(first?.bits).toBeGreaterThan(0.7);
    expect(first?.bits).toBeLessThan(0.82);
    expect(second?.bits).toBe(0);
    expect(first?.flips).toBeCloseTo(0.25, 9);
    expect(second?.flips).toBe(0);
    const all = expect.closeTo(100, 6);
    expect(first?.parts[0]?.answers).toEqual([
      { value: "left", likelihood: 0.75, first: "one", shares: { one: all, other: 0 } },
      { value: "right", likelihood: 0.25, first: "other", shares: { one: 0, other: all } },
    ]);
  });

  test("is told beside the doubt that it would take away", () => {
    const { doubt, answered, verdict } = judge(table, {});
    expect(doubt).toEqual({ open: 25, remains: 0 });
    expect(answered).toBe(100);
    expect(verdict.soFar).toBe(true);
    const said = judge(table, { decides: "right" });
    expect(said.doubt).toEqual({ open: 0, remains: 0 });
    expect(said.verdict.soFar).toBe(false);
    expect(said.options[0]?.id).toBe("other");
  });
});
