import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRows } from "@/lib/engine/condition";
import { answersArbitrary, questions } from "@/lib/engine/laws.fixtures";
import type { Answers } from "@/lib/engine/types";
import { explainField, type Field, mergeForm } from "./merge-form";

const all = questions.map(({ id }) => id);

const none = { b: "no", "c-and-d": "no", e: "no" } as const;

/** The fields a browser sends for a form that shows these answers. */
function fieldsOf(answers: Answers): Field[] {
  return Object.entries(answers).flatMap(([id, answer]): Field[] => {
    if (typeof answer === "string") return [[id, answer]];
    if (!isRows(answer))
      return answer.length === 0 ? [[id, "none"]] : answer.map((flag) => [id, flag]);
    const question = questions.find((each) => each.id === id);
    const rows = question?.kind === "needs" ? question.rows : [];
    return rows.flatMap(({ id: row }): Field[] =>
      answer[row] === undefined ? [] : [[`${id}.${row}`, answer[row]]],
    );
  });
}

describe("merging a form into a draft", () => {
  test("a form sent back unchanged changes nothing", () => {
    fc.assert(
      fc.property(answersArbitrary, (answers) => {
        const merged = mergeForm(questions, answers, all, fieldsOf(answers));
        expect(merged.leftAside).toEqual([]);
        for (const { id, kind } of questions) {
          const before = answers[id];
          const after = merged.answers[id];
          const isEmpty = kind === "needs" && isRows(before) && Object.keys(before).length === 0;
          expect(after).toEqual(isEmpty ? undefined : before);
        }
      }),
    );
  });

  test("answers to questions that are not on the form stay", () => {
    const before: Answers = { "q-choice": "two", "q-importance": "must" };
    const { answers } = mergeForm(questions, before, ["q-choice"], [["q-choice", "three"]]);
    expect(answers).toEqual({ "q-choice": "three", "q-importance": "must" });
  });

  test("a question the form leaves blank is unanswered, and a cleared one is", () => {
    const before: Answers = { "q-choice": "two", "q-importance": "must" };
    const fields: Field[] = [["q-importance", "must"]];
    expect(mergeForm(questions, before, all, fields).answers).toEqual({ "q-importance": "must" });
    expect(mergeForm(questions, before, all, fields, "q-importance").answers).toEqual({});
  });

  test("one row chosen leaves the others open", () => {
    const { answers } = mergeForm(questions, {}, ["q-needs"], [["q-needs.b", "must"]]);
    expect(answers).toEqual({ "q-needs": { b: "must" } });
    const unneeded = mergeForm(questions, {}, ["q-needs"], [["q-needs.b", "no"]]);
    expect(unneeded.answers).toEqual({ "q-needs": { b: "no" } });
  });

  test.each([
    ["rows after “none of these”", none, "none", { b: "must" }],
    ["rows after “not sure”", "unsure", "unsure", { b: "must" }],
    ["“not sure” after rows", { b: "must" }, "unsure", "unsure"],
    ["“none of these” after rows", { b: "must" }, "none", none],
  ] as const)(
    "of what the form keeps and what is new, the new wins: %s",
    (_, before, sweeping, after) => {
      const fields: Field[] = [
        ["q-needs.b", "must"],
        ["q-needs", sweeping],
      ];
      const merged = mergeForm(questions, { "q-needs": before }, ["q-needs"], fields);
      expect(merged.answers).toEqual({ "q-needs": after });
      expect(merged.leftAside).toEqual([]);
    },
  );

  test("rows and a sweeping answer both new: the rows stay and the other is reported", () => {
    const fields: Field[] = [
      ["q-needs.b", "nice"],
      ["q-needs", "unsure"],
    ];
    const { answers, leftAside } = mergeForm(questions, {}, ["q-needs"], fields);
    expect(answers).toEqual({ "q-needs": { b: "nice" } });
    expect(leftAside).toEqual([["q-needs", "unsure"]]);
    expect(explainField(questions, ["q-needs", "unsure"])).toContain("“Not sure” was chosen");
  });

  test("flags follow the same rule", () => {
    const fields: Field[] = [
      ["q-flags", "red"],
      ["q-flags", "none"],
    ];
    const of = (before: Answers) => mergeForm(questions, before, ["q-flags"], fields);
    expect(of({ "q-flags": [] }).answers).toEqual({ "q-flags": ["red"] });
    expect(of({ "q-flags": ["red"] }).answers).toEqual({ "q-flags": [] });
    expect(of({}).answers).toEqual({ "q-flags": ["red"] });
    expect(of({}).leftAside).toEqual([["q-flags", "none"]]);
  });

  test("fields that make no sense are left aside and named, and cost nothing else", () => {
    const fields: Field[] = [
      ["q-choice", "seven"],
      ["q-needs.zzz", "must"],
      ["stranger", "1"],
      ["q-importance", "nice"],
    ];
    const { answers, leftAside } = mergeForm(questions, {}, all, fields);
    expect(answers).toEqual({ "q-importance": "nice" });
    expect(leftAside).toEqual([
      ["q-choice", "seven"],
      ["q-needs.zzz", "must"],
      ["stranger", "1"],
    ]);
    expect(explainField(questions, ["q-choice", "seven"])).toMatch(/“q-choice=seven”.*one, two/);
    expect(explainField(questions, ["stranger", "1"])).toContain("no question has this name");
  });
});
