import { expect, test } from "vitest";
import { readNote, readTitle } from "./title";

test("a title is one line of at most 80 characters", () => {
  expect(readTitle("Payments,\n three\tclusters ")).toBe("Payments, three clusters");
  expect(readTitle(["first", "second"])).toBe("first");
  expect([...(readTitle("é".repeat(200)) ?? "")]).toHaveLength(80);
  expect(readTitle("\u202Eevil\u0000")).toBe("evil");
});

test("nothing is no title", () => {
  for (const nothing of [undefined, "", "  \n", []]) expect(readTitle(nothing)).toBeUndefined();
});

test("a note is one line of at most 280 characters, without what turns the direction of text", () => {
  expect([...(readNote("x".repeat(10_000)) ?? "")]).toHaveLength(280);
  expect(readNote("for\u2066 the \u2069board\u200f")).toBe("for the board");
  expect(readNote("half a pair \ud83d")).toBe("half a pair");
  expect(readNote("  ")).toBeUndefined();
});
