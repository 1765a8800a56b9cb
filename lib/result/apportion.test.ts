import fc from "fast-check";
import { expect, test } from "vitest";
import { apportion } from "./apportion";

const counts = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 8 });

test("gives whole counts that already sum to the seats back unchanged", () => {
  expect(apportion([88, 10, 2, 0], 100)).toEqual([88, 10, 2, 0]);
});

test("gives the seats left over to the largest remainders", () => {
  expect(apportion([8790, 1000, 190, 20], 100)).toEqual([88, 10, 2, 0]);
  expect(apportion([1, 1, 1], 100)).toEqual([34, 33, 33]);
});

test("gives nothing where nothing was counted", () => {
  expect(apportion([0, 0], 100)).toEqual([0, 0]);
  expect(apportion([], 100)).toEqual([]);
});

test("gives all seats, and nobody a seat more or less than their exact share rounds to", () => {
  fc.assert(
    fc.property(counts, (list) => {
      const total = list.reduce((sum, count) => sum + count, 0);
      fc.pre(total > 0);
      const shares = apportion(list, 100);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);
      shares.forEach((share, index) => {
        const exact = (100 * (list[index] ?? 0)) / total;
        expect(Math.abs(share - exact)).toBeLessThan(1);
      });
    }),
  );
});

test("never gives a larger count fewer seats", () => {
  fc.assert(
    fc.property(counts, (list) => {
      const shares = apportion(list, 100);
      list.forEach((a, i) => {
        list.forEach((b, j) => {
          if (a > b) expect(shares[i] ?? 0).toBeGreaterThanOrEqual(shares[j] ?? 0);
        });
      });
    }),
  );
});
