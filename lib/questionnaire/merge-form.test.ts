import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRows } from "@/lib/engine/condition";
import { answersArbitrary, questions } from "@/lib/engine/laws.fixtures";
import type { Answers } from "@/lib/engine/types";
import { explainField, type Field, mergeForm } from "./merge-form";
import type { AskedQuestion } from "./wording";

const all = questions.map(({ id }) => id);

function merge(before: Answers, on: readonly string[], entries: Field[], more = {}) {
  return mergeForm(questions, [], before, { on, entries, ...more });
}

/** The fields a browser sends for a form that shows these answers: a row that is open has none. */
function fieldsOf(answers: Answers): Field[] {
  return Object.entries(answers).flatMap(([id, answer]): Field[] => {
    if (typeof answer === "string") return [[id, answer]];
    if (!isRows(answer))
      return answer.length === 0 ? [[id, "none"]] : answer.map((flag) => [id, flag]);
    return Object.entries(answer).map(([row, importance]) => [`${id}.${row}`, importance]);
  });
}

/** Rows of which none is decided, and rows “not sure” as a whole, say nothing. */
function settled(answers: Answers): Answers {
  const says = ([id, answer]: [string, Answers[string]]) => {
    if (questions.find((each) => each.id === id)?.kind !== "needs") return true;
    return isRows(answer) && Object.keys(answer).length > 0;
  };
  return Object.fromEntries(Object.entries(answers).filter(says));
}

describe("merging a form into a draft", () => {
  test("a form sent back unchanged changes nothing", () => {
    fc.assert(
      fc.property(answersArbitrary, (answers) => {
        const merged = merge(answers, all, fieldsOf(settled(answers)));
        expect(merged.leftAside).toEqual([]);
        expect(merged.answers).toEqual(settled(answers));
      }),
    );
  });

  test("answers to questions that are not on the form stay", () => {
    const before: Answers = { "q-choice": "two", "q-importance": "must" };
    const { answers } = merge(before, ["q-choice"], [["q-choice", "three"]]);
    expect(answers).toEqual({ "q-choice": "three", "q-importance": "must" });
  });

  test("a question the form leaves blank is unanswered, and a cleared one is", () => {
    const before: Answers = { "q-choice": "two", "q-importance": "must" };
    const fields: Field[] = [["q-importance", "must"]];
    expect(merge(before, all, fields).answers).toEqual({ "q-importance": "must" });
    expect(merge(before, all, fields, { cleared: "q-importance" }).answers).toEqual({});
  });

  test("a row answers no other; “not needed” is kept and “not sure” is open", () => {
    const fields: Field[] = [
      ["q-needs.b", "no"],
      ["q-needs.e", "unsure"],
    ];
    expect(merge({}, ["q-needs"], fields).answers).toEqual({ "q-needs": { b: "no" } });
    expect(merge({}, ["q-needs"], [["q-needs.e", "unsure"]]).answers).toEqual({});
  });

  test("the rest of the rows is closed on demand, and nothing that was said is lost", () => {
    const fields: Field[] = [["q-needs.b", "must"]];
    const closed = { "q-needs": { b: "must", "c-and-d": "no", e: "no" } };
    expect(merge({}, ["q-needs"], fields, { rest: "q-needs" }).answers).toEqual(closed);
    expect(merge({}, ["q-needs"], [...fields, ["q-needs", "none"]]).answers).toEqual(closed);
  });

  test("of flags and “none of these” the new wins; both new, the flags do and it is said", () => {
    const fields: Field[] = [
      ["q-flags", "red"],
      ["q-flags", "none"],
    ];
    const of = (before: Answers) => merge(before, ["q-flags"], fields);
    expect(of({ "q-flags": [] }).answers).toEqual({ "q-flags": ["red"] });
    expect(of({ "q-flags": ["red"] }).answers).toEqual({ "q-flags": [] });
    expect(of({}).answers).toEqual({ "q-flags": ["red"] });
    expect(of({}).leftAside).toEqual([["q-flags", "none"]]);
    expect(explainField(questions, ["q-flags", "none"])).toContain("the others were kept");
  });

  test("two choices of one step arrive in one field", () => {
    const asked = [
      { id: "q-choice", detail: { id: "q-importance", of: "two" } },
    ] as unknown as readonly AskedQuestion[];
    const of = (value: string) =>
      mergeForm(
        questions,
        asked,
        { "q-importance": "nice" },
        { on: ["q-choice"], entries: [["q-choice", value]] },
      ).answers;
    expect(of("two.must")).toEqual({ "q-choice": "two", "q-importance": "must" });
    expect(of("one")).toEqual({ "q-choice": "one" });
  });

  test("fields that make no sense are left aside and named, and cost nothing else", () => {
    const fields: Field[] = [
      ["q-choice", "seven"],
      ["q-needs.zzz", "must"],
      ["stranger", "1"],
      ["q-importance", "nice"],
    ];
    const { answers, leftAside } = merge({}, all, fields);
    expect(answers).toEqual({ "q-importance": "nice" });
    expect(leftAside.toSorted()).toEqual([
      ["q-choice", "seven"],
      ["q-needs.zzz", "must"],
      ["stranger", "1"],
    ]);
    expect(explainField(questions, ["q-choice", "seven"])).toMatch(/“q-choice=seven”.*one, two/);
    expect(explainField(questions, ["stranger", "1"])).toContain("no question has this name");
  });
});
