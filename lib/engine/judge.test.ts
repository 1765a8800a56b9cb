import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "./evaluate";
import { closeAnswers, judge } from "./judge";
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
