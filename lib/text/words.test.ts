import { describe, expect, test } from "vitest";
import {
  allOf,
  capitalised,
  counted,
  inDigits,
  inWords,
  listed,
  listedUpTo,
  numbered,
  phrased,
  points,
  pointsApart,
  quoted,
  someOf,
} from "./words";

describe("numbers", () => {
  test.each([
    [0, "no", "0"],
    [1, "one", "1"],
    [2, "two", "2"],
    [3, "three", "3"],
    [4, "four", "4"],
    [5, "five", "5"],
    [6, "six", "6"],
    [7, "seven", "7"],
    [8, "eight", "8"],
    [9, "nine", "9"],
    [10, "ten", "10"],
    [11, "eleven", "11"],
    [12, "twelve", "12"],
    [13, "13", "13"],
    [1500, "1,500", "1,500"],
    [2.5, "2.5", "2.5"],
    [0.126, "0.13", "0.13"],
  ])("%d is “%s” in words, “%s” in figures", (count, words, digits) => {
    expect(inWords(count)).toBe(words);
    expect(inDigits(count)).toBe(digits);
  });

  test.each([
    [0, "no policies", "0 policies"],
    [1, "one policy", "1 policy"],
    [2, "two policies", "2 policies"],
    [1500, "1,500 policies", "1,500 policies"],
  ])("%d agrees with its noun", (count, words, digits) => {
    expect(counted(count, "policy", "policies")).toBe(words);
    expect(numbered(count, "policy", "policies")).toBe(digits);
  });

  test("a plural takes an s unless it is given", () => {
    expect(counted(2, "rule")).toBe("two rules");
    expect(numbered(2, "rule")).toBe("2 rules");
  });

  test("some and all of them", () => {
    expect([1, 2, 3, 13].map((count) => allOf(count, "need"))).toEqual([
      "the one need",
      "both needs",
      "all three needs",
      "all 13 needs",
    ]);
    expect(someOf(0, 3, "need")).toBe("none of three needs");
    expect(someOf(1, 1, "need")).toBe("one of one need");
    expect(someOf(2, 3, "need")).toBe("two of three needs");
  });

  test.each([
    [0, "0.0", "less than 0.1 points"],
    [0.049, "0.0", "less than 0.1 points"],
    [0.05, "0.1", "0.1 points"],
    [0.96, "1.0", "1 point"],
    [1, "1.0", "1 point"],
    [2.34, "2.3", "2.3 points"],
  ])("%d points", (value, alone, apart) => {
    expect(points(value)).toBe(alone);
    expect(pointsApart(value)).toBe(apart);
  });
});

test.each([
  [[], "", "", ""],
  [["a"], "a", "a", "a"],
  [["a", "b"], "a and b", "a or b", "a and b"],
  [["a", "b", "c"], "a, b and c", "a, b or c", "a, b and one more"],
  [["a", "b", "c", "d"], "a, b, c and d", "a, b, c or d", "a, b and two more"],
])("the list %j", (items, and, or, upToTwo) => {
  expect(listed(items)).toBe(and);
  expect(listed(items, "or")).toBe(or);
  expect(listedUpTo(2, items)).toBe(upToTwo);
});

test.each([
  ["eight", "Eight", "eight"],
  ["“no mesh” is first", "“No mesh” is first", "“no mesh” is first"],
  ["8 of 9", "8 of 9", "8 of 9"],
  ["é", "É", "é"],
  ["Traffic management", "Traffic management", "traffic management"],
  ["DNS", "DNS", "DNS"],
  ["FIPS 140", "FIPS 140", "FIPS 140"],
  ["mTLS", "mTLS", "mTLS"],
  ["“eBPF” first", "“eBPF” first", "“eBPF” first"],
  ["", "", ""],
])("%j starts a sentence as %j, and stands inside one as %j", (text, start, inside) => {
  expect(capitalised(text)).toBe(start);
  expect(phrased(text)).toBe(inside);
});

test("a label is quoted with curly marks", () => expect(quoted("A")).toBe("“A”"));
