import { describe, expect, test } from "vitest";
import {
  allOf,
  capitalised,
  counted,
  inWords,
  listed,
  listedUpTo,
  pointsApart,
  someOf,
} from "./words";

describe("words", () => {
  test("count in words and agree in number", () => {
    expect([0, 1, 12, 13].map(inWords)).toEqual(["no", "one", "twelve", "13"]);
    expect(counted(1, "rule")).toBe("one rule");
    expect(counted(2, "rule")).toBe("two rules");
    expect([1, 2, 3].map((count) => allOf(count, "need"))).toEqual([
      "the one need",
      "both needs",
      "all three needs",
    ]);
    expect(someOf(0, 3, "need")).toBe("none of three needs");
  });

  test("join lists", () => {
    expect(listed([])).toBe("");
    expect(listed(["a"])).toBe("a");
    expect(listed(["a", "b"], "or")).toBe("a or b");
    expect(listed(["a", "b", "c"])).toBe("a, b and c");
    expect(listedUpTo(2, ["a", "b", "c", "d"])).toBe("a, b and two more");
  });

  test("start a sentence, also behind a quotation mark", () => {
    expect(capitalised("“no mesh” is first")).toBe("“No mesh” is first");
    expect(capitalised("eight")).toBe("Eight");
    expect(capitalised("8 of 9")).toBe("8 of 9");
  });

  test("never say nought points apart", () => {
    expect(pointsApart(0.001)).toBe("less than 0.1 points");
    expect(pointsApart(1)).toBe("1 point");
    expect(pointsApart(2.34)).toBe("2.3 points");
  });
});
