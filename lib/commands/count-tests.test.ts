import { expect, test } from "vitest";
import { countPlaywright, countVitest, sumCounts } from "./count-tests";

test("reads a Vitest report", () => {
  const report = { numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 3 };
  expect(countVitest(report)).toEqual({ passed: 5, failed: 2, skipped: 4 });
});

test("reads a Playwright report", () => {
  const report = { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 } };
  expect(countPlaywright(report)).toEqual({ passed: 8, failed: 1, skipped: 2 });
});

test("counts nothing in a report that was never written", () => {
  expect(countVitest({})).toEqual({ passed: 0, failed: 0, skipped: 0 });
  expect(countPlaywright(undefined)).toEqual({ passed: 0, failed: 0, skipped: 0 });
});

test("adds counts up", () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  expect(sumCounts([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
});
