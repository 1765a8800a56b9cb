import { describe, expect, test } from "vitest";
import { sweepingOf, withAnswer, withFlag, withRow } from "./answering";

describe("answering", () => {
  test("an answer can be set and taken back without touching the others", () => {
    const answers = { team: "two", mtls: "must" };
    expect(withAnswer(answers, "mtls", "no")).toEqual({ team: "two", mtls: "no" });
    expect(withAnswer(answers, "mtls")).toEqual({ team: "two" });
  });

  test("a row not needed says so, and a row after “not sure” starts afresh", () => {
    expect(withRow({ a: "must" }, "b", "nice")).toEqual({ a: "must", b: "nice" });
    expect(withRow({ a: "must" }, "a", "no")).toEqual({ a: "no" });
    expect(withRow("unsure", "a", "must")).toEqual({ a: "must" });
  });

  test("flags keep the order of the question", () => {
    expect(withFlag(["c"], ["a", "b", "c"], "a", true)).toEqual(["a", "c"]);
    expect(withFlag(["a", "c"], ["a", "b", "c"], "c", false)).toEqual(["a"]);
    expect(withFlag("unsure", ["a", "b"], "b", true)).toEqual(["b"]);
  });

  test("nothing chosen is not “none of these”", () => {
    expect(sweepingOf(undefined)).toBeUndefined();
    expect(sweepingOf({})).toBe("none");
    expect(sweepingOf([])).toBe("none");
    expect(sweepingOf("unsure")).toBe("unsure");
    expect(sweepingOf({ a: "must" })).toBeUndefined();
  });
});
