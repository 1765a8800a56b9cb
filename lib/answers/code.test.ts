import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answersArbitrary } from "@/lib/engine/laws.fixtures";
import type { Answers } from "@/lib/engine/types";
import { matrix } from "@/lib/matrix/load";
import { checksumOf } from "./checksum";
import { decodeCode, encodeAnswers } from "./code";
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

describe("permalink codes", () => {
  test("every set of answers comes back from its code", () => {
    fc.assert(
      fc.property(answersArbitrary, fc.nat(61), (answers, release) => {
        const code = encodeAnswers(slots, answers, release);
        expect(decodeCode(slots, code, 62)).toEqual({ ok: true, answers, release });
      }),
    );
  });

  test("different answers have different codes", () => {
    fc.assert(
      fc.property(answersArbitrary, answersArbitrary, (one, other) => {
        const same =
          JSON.stringify(decodeCode(slots, encodeAnswers(slots, one, 0), 1)) ===
          JSON.stringify(decodeCode(slots, encodeAnswers(slots, other, 0), 1));
        expect(encodeAnswers(slots, one, 0) === encodeAnswers(slots, other, 0)).toBe(same);
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
      fc.property(answersArbitrary, (answers) => {
        const code = encodeAnswers(slots, answers, 0);
        expect(encodeAnswers(later, answers, 0)).toBe(code);
        expect(decodeCode(later, code, 1)).toEqual({ ok: true, answers, release: 0 });
      }),
    );
  });

  test("every single wrong character and every swap of neighbours is caught by the checksum", () => {
    for (const { answers } of matrix.presets) {
      const code = encodeAnswers(matrix.slots, answers, 0);
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
    const code = encodeAnswers(slots, full, 0);
    const padded = `${code.slice(0, 1)}0${code.slice(1, -4)}`;
    expect(decodeCode(slots, padded + checksumOf(padded), 1)).toEqual({
      ok: false,
      problem: "damaged",
    });
    const again = code.slice(0, -4);
    expect(decodeCode(slots, again + checksumOf(again), 1).ok).toBe(true);
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
