import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answersArbitrary, questions } from "@/lib/engine/laws.fixtures";
import { readQuery, writeQuery } from "./query";

function read(text: string, ignore: readonly string[] = []) {
  return readQuery(questions, new URLSearchParams(text), ignore);
}

describe("readable parameters", () => {
  test("answers written as parameters are read back the same", () => {
    fc.assert(
      fc.property(answersArbitrary, fc.boolean(), (given, isClosed) => {
        const { "q-needs": needs, ...others } = given;
        const isEmpty = typeof needs === "object" && Object.keys(needs).length === 0;
        const open = needs === undefined || isEmpty ? others : given;
        const rest = { b: "no", "c-and-d": "no", e: "no" } as const;
        const answers =
          isClosed && typeof needs === "object"
            ? { ...given, "q-needs": { ...rest, ...needs } }
            : open;
        expect(readQuery(questions, writeQuery(questions, answers))).toEqual({
          answers,
          problems: [],
        });
      }),
    );
  });

  test("reads the short form of rows and flags", () => {
    expect(read("q-choice=two&q-needs=b:must,e&q-flags=green")).toEqual({
      answers: {
        "q-choice": "two",
        "q-needs": { b: "must", e: "important" },
        "q-flags": ["green"],
      },
      problems: [],
    });
  });

  test("reads what a plain form sends", () => {
    expect(read("q-needs.b=must&q-needs.e=no&q-flags=red&q-flags=green&q-choice=")).toEqual({
      answers: { "q-needs": { b: "must", e: "no" }, "q-flags": ["red", "green"] },
      problems: [],
    });
    expect(read("q-needs=none&q-flags=none")).toEqual({
      answers: { "q-needs": { b: "no", "c-and-d": "no", e: "no" }, "q-flags": [] },
      problems: [],
    });
  });

  test("what is not named is open, and “rest:no” closes it", () => {
    expect(read("q-needs=b:must").answers).toEqual({ "q-needs": { b: "must" } });
    const closed = { "q-needs": { b: "must", "c-and-d": "no", e: "no" } } as const;
    expect(read("q-needs=b:must,rest:no")).toEqual({ answers: closed, problems: [] });
    expect(read("q-needs=rest:no,b:must").answers).toEqual(closed);
    expect(writeQuery(questions, closed).toString()).toBe("q-needs=b%3Amust%2Crest%3Ano");
    expect(read("q-needs.b=unsure&q-needs.e=no").answers).toEqual({
      "q-needs": { b: "unsure", e: "no" },
    });
  });

  test("reports what it cannot use, says what would be right, and keeps the rest", () => {
    const { answers, problems } = read(
      "q-choice=four&q-importance=very&q-needs=x:must&nonsense=1&q-flags=blue,red&q-choice.b=must",
    );
    expect(answers).toEqual({ "q-flags": ["red"] });
    expect(problems.map(({ key }) => key)).toEqual(
      ["q-choice", "q-importance", "x", "nonsense", "q-flags", "q-choice.b"].map((key) =>
        key === "x" ? "q-needs" : key,
      ),
    );
    expect(problems[0]?.mend).toContain("one, two, three");
  });

  test("names the row whose importance is not one", () => {
    const { answers, problems } = read("q-needs=b:sometimes,e:must:x&q-needs.b.e=must");
    expect(answers).toEqual({});
    expect(problems.map(({ mend }) => mend)).toEqual([
      "for “b” write no, nice, important, must or unsure",
      "for “e” write no, nice, important, must or unsure",
      expect.stringContaining("has the rows"),
    ]);
  });

  test("a question with one answer keeps the first of two, and says so", () => {
    const { answers, problems } = read(
      "q-choice=two&q-choice=one&q-choice=unsure&q-importance=must&q-importance=must",
    );
    expect(answers).toEqual({ "q-choice": "two", "q-importance": "must" });
    expect(problems).toEqual([
      { key: "q-choice", value: "one", mend: "give one answer; “two” came first and was kept" },
      { key: "q-choice", value: "unsure", mend: "give one answer; “two” came first and was kept" },
    ]);
  });

  test("leaves the page's own parameters alone and cuts long ones", () => {
    const { problems } = read(`a=code&${"k".repeat(500)}=${"v".repeat(500)}`, ["a"]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.key.length).toBeLessThan(80);
    expect(problems[0]?.value.length).toBeLessThan(80);
  });

  test("names from Object.prototype are no questions", () => {
    expect(read("__proto__=must&constructor=one&q-needs=toString:must").answers).toEqual({});
  });
});
