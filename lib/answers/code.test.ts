import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answersArbitrary } from "@/lib/engine/laws.fixtures";
import type { Answer, Answers, RowAnswer } from "@/lib/engine/types";
import { matrix } from "@/lib/site/data";
import { checksumOf, mixedChecksumOf } from "./checksum";
import { decodeCode, encodeAnswers, mostReleases, releaseOf } from "./code";
import type { Slot } from "./slots";

const slots: readonly Slot[] = [
  { kind: "choice", question: "q-choice", values: ["one", "two", "three"], capacity: 5 },
  { kind: "answered", question: "q-flags" },
  { kind: "flag", question: "q-flags", flag: "red" },
  { kind: "flag", question: "q-flags", flag: "green" },
  { kind: "importance", question: "q-importance" },
  { kind: "answered", question: "q-needs" },
  { kind: "row", question: "q-needs", row: "b" },
  { kind: "row", question: "q-needs", row: "c-and-d" },
  { kind: "row", question: "q-needs", row: "e" },
];
const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const full: Answers = {
  "q-choice": "three",
  "q-flags": ["red", "green"],
  "q-importance": "must",
  "q-needs": { b: "must", "c-and-d": "nice", e: "important" },
};
const rows = ["b", "c-and-d", "e"];

/** As codes of the first three releases say it: a row that is not named is not needed. */
function closed(answers: Answers): Answers {
  const answer = answers["q-needs"];
  if (typeof answer !== "object") return answers;
  const levels = rows.map((row) => [row, (answer as Record<string, RowAnswer>)[row] ?? "no"]);
  return { ...answers, "q-needs": Object.fromEntries(levels) };
}

/** As later codes say it: a question of which no row was named was not answered. */
function said(answers: Answers): Answers {
  const { "q-needs": needs, ...others } = answers;
  const isEmpty = typeof needs === "object" && Object.keys(needs).length === 0;
  return needs === undefined || isEmpty ? others : answers;
}

const levels = ["no", "nice", "important", "must", "unsure"] as const;
/** Answers that tell open rows from those that are not needed. */
const openAnswers: fc.Arbitrary<Answers> = fc
  .tuple(
    answersArbitrary,
    fc.option(
      fc.record(
        {
          b: fc.constantFrom(...levels),
          "c-and-d": fc.constantFrom(...levels),
          e: fc.constantFrom(...levels),
        },
        { requiredKeys: [] },
      ),
    ),
  )
  .map(([answers, needs]) =>
    said(needs === null ? answers : { ...answers, "q-needs": needs as Answer }),
  );

describe("permalink codes", () => {
  test("every set of answers comes back from its code, open rows apart from those not needed", () => {
    fc.assert(
      fc.property(
        openAnswers,
        fc.integer({ min: 3, max: mostReleases - 1 }),
        (answers, release) => {
          const code = encodeAnswers(slots, answers, release);
          expect(decodeCode(slots, code, mostReleases)).toEqual({ ok: true, answers, release });
          expect(releaseOf(code)).toBe(release);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("in codes of the first three releases a row that is not named is not needed", () => {
    fc.assert(
      fc.property(answersArbitrary, fc.nat(2), (answers, release) => {
        const code = encodeAnswers(slots, answers, release);
        expect(decodeCode(slots, code, 4)).toEqual({ ok: true, answers: closed(answers), release });
        expect(encodeAnswers(slots, closed(answers), release)).toBe(code);
      }),
    );
  });

  test("codes can name thousands of releases, and say so before the last is used up", () => {
    for (const release of [0, 2, 3, 60, 61, 62, 122, 123, mostReleases - 1])
      expect(decodeCode(slots, encodeAnswers(slots, full, release), release + 1)).toEqual({
        ok: true,
        answers: full,
        release,
      });
    expect(() => encodeAnswers(slots, full, mostReleases)).toThrow(/can name 3905 releases/);
    // The first digit of the first 61 is what it always was.
    expect(encodeAnswers(slots, {}, 60).charAt(0)).toBe("y");
    expect(encodeAnswers(slots, {}, 61).slice(0, 3)).toBe("z00");
  });

  test("a row appended to an older question is open in the codes made before it", () => {
    const later: readonly Slot[] = [
      ...slots,
      { kind: "row", question: "q-needs", row: "f", since: 5 },
    ];
    const all = { b: "no", "c-and-d": "no", e: "no" } as const;
    for (const release of [0, 2, 3, 4]) {
      const code = encodeAnswers(slots, { "q-needs": all }, release);
      expect(encodeAnswers(later, { "q-needs": all }, release)).toBe(code);
      expect(decodeCode(later, code, 9)).toEqual({
        ok: true,
        answers: { "q-needs": all },
        release,
      });
    }
    for (const f of [undefined, "no", "must"] as const) {
      const answers = { "q-needs": { ...all, ...(f === undefined ? {} : { f }) } };
      const code = encodeAnswers(later, answers, 5);
      expect(decodeCode(later, code, 9)).toEqual({ ok: true, answers, release: 5 });
    }
  });

  test("that the rest is not needed costs no more than leaving it open", () => {
    const rest = { b: "must", "c-and-d": "no", e: "no" } as const;
    const open = encodeAnswers(slots, { "q-needs": { b: "must" } }, 3);
    expect(encodeAnswers(slots, { "q-needs": rest }, 3).length).toBe(open.length);
  });

  test("the last digit and a digit of the checksum, changed together, are caught", () => {
    for (const { answers } of matrix.presets.slice(0, 2)) {
      const code = encodeAnswers(matrix.slots, answers, 3);
      const last = code.length - 5;
      for (let check = last + 1; check < code.length; check++)
        for (const one of alphabet)
          for (const other of alphabet) {
            const wrong = [...code];
            wrong[last] = one;
            wrong[check] = other;
            const text = wrong.join("");
            if (text !== code) expect(decodeCode(matrix.slots, text, 62).ok, text).toBe(false);
          }
    }
  });

  test("different answers have different codes", () => {
    fc.assert(
      fc.property(answersArbitrary, answersArbitrary, (one, other) => {
        for (const release of [0, 3]) {
          const codes = [one, other].map((each) => encodeAnswers(slots, each, release));
          const [first, second] = codes.map((code) => JSON.stringify(decodeCode(slots, code, 4)));
          expect(codes[0] === codes[1]).toBe(first === second);
        }
      }),
    );
  });

  test("slots appended later leave every older code as it was", () => {
    const later: readonly Slot[] = [
      ...slots,
      { kind: "choice", question: "q-newest", values: ["one", "two"], capacity: 4 },
      { kind: "importance", question: "q-new" },
      { kind: "answered", question: "q-newer" },
      { kind: "row", question: "q-newer", row: "a" },
    ];
    fc.assert(
      fc.property(openAnswers, fc.constantFrom(0, 3), (answers, release) => {
        const code = encodeAnswers(slots, answers, release);
        expect(encodeAnswers(later, answers, release)).toBe(code);
        expect(decodeCode(later, code, 4)).toEqual(decodeCode(slots, code, 4));
      }),
    );
  });

  test("every single wrong character and every swap of neighbours is caught by the checksum", () => {
    for (const [place, { answers }] of matrix.presets.entries()) {
      const code = encodeAnswers(matrix.slots, answers, place % 2 === 0 ? 0 : 3);
      for (let index = 0; index < code.length; index++) {
        for (const character of alphabet) {
          if (character === code[index]) continue;
          const wrong = code.slice(0, index) + character + code.slice(index + 1);
          expect(decodeCode(matrix.slots, wrong, 62), wrong).toEqual({
            ok: false,
            problem: "damaged",
          });
        }
        const swapped =
          code.slice(0, index) + (code[index + 1] ?? "") + code[index] + code.slice(index + 2);
        if (swapped !== code) {
          expect(decodeCode(matrix.slots, swapped, 62), swapped).toEqual({
            ok: false,
            problem: "damaged",
          });
        }
      }
    }
  });

  test("answers have one code only: leading zeros are refused though their checksum fits", () => {
    for (const [release, check] of [
      [0, checksumOf],
      [3, mixedChecksumOf],
    ] as const) {
      const code = encodeAnswers(slots, full, release);
      const padded = `${code.slice(0, 1)}0${code.slice(1, -4)}`;
      expect(decodeCode(slots, padded + check(padded), 4)).toEqual({
        ok: false,
        problem: "damaged",
      });
      const again = code.slice(0, -4);
      expect(decodeCode(slots, again + check(again), 4).ok).toBe(true);
    }
  });

  test("every truncation is caught", () => {
    const code = encodeAnswers(slots, full, 0);
    for (let length = 0; length < code.length; length++) {
      expect(decodeCode(slots, code.slice(0, length), 62).ok).toBe(false);
      expect(decodeCode(slots, code.slice(code.length - length), 62).ok).toBe(false);
    }
  });

  test("anything else is named foreign, damaged or newer, and never throws", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 200 }),
          fc.stringMatching(/^[0-9A-Za-z]{1,60}$/),
        ),
        (text) => {
          const decoded = decodeCode(slots, text, 1);
          if (decoded.ok) expect(encodeAnswers(slots, decoded.answers, decoded.release)).toBe(text);
          else expect(["foreign", "damaged", "newer"]).toContain(decoded.problem);
        },
      ),
      { numRuns: 3000 },
    );
    expect(decodeCode(slots, "hello, world", 1)).toEqual({ ok: false, problem: "foreign" });
    expect(decodeCode(slots, encodeAnswers(slots, full, 5), 1)).toEqual({
      ok: false,
      problem: "newer",
    });
  });

  test("a value that a slot only keeps room for is refused as newer", () => {
    const wider: readonly Slot[] = [
      {
        kind: "choice",
        question: "q-choice",
        values: ["one", "two", "three", "four"],
        capacity: 5,
      },
    ];
    const code = encodeAnswers(wider, { "q-choice": "four" }, 0);
    expect(decodeCode(slots, code, 1)).toEqual({ ok: false, problem: "newer" });
    expect(decodeCode(wider, code, 1)).toEqual({
      ok: true,
      answers: { "q-choice": "four" },
      release: 0,
    });
  });
});
