import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeQuery } from "@/lib/answers/query";
import { answersArbitrary, questions } from "@/lib/engine/laws.fixtures";
import { readAnswers, readAnswersFromQuery, readBody } from "./read-answers";

describe("reading answers", () => {
  test("takes every set of answers, as JSON and as parameters", () => {
    fc.assert(
      fc.property(answersArbitrary, (answers) => {
        const body = readBody(JSON.parse(JSON.stringify({ answers })));
        if (!body.ok) throw new Error(JSON.stringify(body.errors));
        const read = readAnswers(questions, body.value.answers);
        expect(read.ok).toBe(true);
        const query = readAnswersFromQuery(questions, [...writeQuery(questions, answers)]);
        // A question of rows without a row says nothing: a parameter for it would say nothing either.
        const said = (value: object) =>
          Object.entries(value).filter(([, each]) => JSON.stringify(each) !== "{}");
        expect(query.ok && said(query.value)).toEqual(read.ok && said(read.value));
      }),
    );
  });

  test("never throws and never lets through what no question takes", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (answers) => {
        const body = readBody({ answers });
        if (!body.ok) return;
        const read = readAnswers(questions, body.value.answers);
        const asked = Object.keys(body.value.answers);
        const known = questions.map(({ id }) => id);
        if (asked.some((id) => !known.includes(id))) expect(read.ok).toBe(false);
      }),
    );
  });

  test("keeps what is said not to be needed apart from what is open", () => {
    const [row = "", other = ""] = questions.flatMap((each) =>
      each.id === "q-needs" && each.kind === "needs" ? each.rows.map(({ id }) => id) : [],
    );
    const read = (answer: unknown) => readAnswers(questions, { "q-needs": answer as never });
    expect(read({ [row]: "no", [other]: "unsure" })).toEqual({
      ok: true,
      value: { "q-needs": { [row]: "no", [other]: "unsure" } },
    });
    expect(read({})).toEqual({ ok: true, value: {} });
    expect(read("none")).toEqual(readAnswersFromQuery(questions, [["q-needs", "none"]]));
    expect(read("unsure")).toEqual({ ok: true, value: { "q-needs": "unsure" } });
    expect(readAnswers(questions, { "q-flags": "none" })).toEqual({
      ok: true,
      value: { "q-flags": [] },
    });
  });

  test("takes no parameter twice that can have one value", () => {
    const ask = (query: string) => readAnswersFromQuery(questions, [...new URLSearchParams(query)]);
    for (const query of ["q-choice=one&q-choice=two", "q-importance=must&q-importance=unsure"])
      expect(ask(query), query).toMatchObject({ ok: false, errors: [{ in: "query" }] });
    for (const query of [
      "q-choice=one&q-choice=one",
      "q-choice=&q-choice=one",
      "q-flags=red&q-flags=green",
    ])
      expect(ask(query), query).toMatchObject({ ok: true });
  });

  test("names the place in the body as a JSON Pointer", () => {
    const read = readAnswers(questions, { "a/b~c": "x" });
    expect(read).toMatchObject({ ok: false, errors: [{ in: "body", name: "/answers/a~1b~0c" }] });
  });
});
