import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apportion } from "./apportion";
import { ofAHundred, sharesOfPlace, standardError } from "./shares";

describe("shares", () => {
  test("add up to a hundred and stay within one of the exact share", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 8 }), (counts) => {
        const total = counts.reduce((sum, count) => sum + count, 0);
        const seats = apportion(counts, 100);
        expect(seats.reduce((sum, seat) => sum + seat, 0)).toBe(total === 0 ? 0 : 100);
        seats.forEach((seat, index) => {
          const exact = total === 0 ? 0 : (100 * (counts[index] ?? 0)) / total;
          expect(Math.abs(seat - exact)).toBeLessThan(1);
        });
      }),
    );
  });

  test("say that something rare is not nothing", () => {
    const shares = sharesOfPlace(
      [
        { id: "a", ranks: [0.998, 0.002] },
        { id: "b", ranks: [0.002, 0.998] },
        { id: "c", ranks: [0, 0] },
      ],
      0,
    );
    expect([...shares.values()].map(({ text }) => text)).toEqual(["100", "under 1", "0"]);
    expect([...shares.values()].map(ofAHundred)).toEqual([
      "100 of 100",
      "fewer than 1 of 100",
      "0 of 100",
    ]);
  });

  test("have the standard error of random samples", () => {
    expect(standardError(0.5, 10_000)).toBeCloseTo(0.5, 10);
    expect(standardError(1, 10_000)).toBe(0);
    expect(standardError(0.5, 0)).toBe(0);
  });
});
