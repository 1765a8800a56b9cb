import { describe, expect, test } from "vitest";
import { alternativesTo } from "./alternatives";
import type { Question } from "./types";

const changes = (question: Question, answers: Parameters<typeof alternativesTo>[1]) =>
  alternativesTo(question, answers).map(({ part, from, to }) => [part, from, to]);

describe("single changes to an answer", () => {
  test("a choice can take every other value", () => {
    const question: Question = { id: "q", kind: "choice", values: ["a", "b", "c"] };
    expect(changes(question, { q: "b" })).toEqual([
      [undefined, "b", "a"],
      [undefined, "b", "c"],
    ]);
    expect(changes(question, {})).toHaveLength(3);
  });

  test("an importance can take every other", () => {
    const question: Question = { id: "q", kind: "importance", demands: [] };
    expect(changes(question, { q: "nice" }).map(([, , to]) => to)).toEqual([
      "no",
      "important",
      "must",
    ]);
  });

  test("each row can take every other importance, the others staying", () => {
    const question: Question = {
      id: "q",
      kind: "needs",
      rows: [
        { id: "x", demands: [] },
        { id: "y", demands: [] },
      ],
    };
    const all = alternativesTo(question, { q: { x: "must" } });
    expect(all.map(({ part, to }) => `${part} ${to}`)).toEqual([
      "x no",
      "x nice",
      "x important",
      "y no",
      "y nice",
      "y important",
      "y must",
    ]);
    expect(all.map(({ answers }) => answers.q)).toEqual([
      { x: "no" },
      { x: "nice" },
      { x: "important" },
      { x: "must", y: "no" },
      { x: "must", y: "nice" },
      { x: "must", y: "important" },
      { x: "must", y: "must" },
    ]);
  });

  test("what is retired is no longer offered, and can be left", () => {
    const choice: Question = { id: "q", kind: "choice", values: ["a", "b"], retired: ["b"] };
    expect(changes(choice, {})).toEqual([[undefined, undefined, "a"]]);
    expect(changes(choice, { q: "b" })).toEqual([[undefined, "b", "a"]]);
    const flags: Question = { id: "q", kind: "flags", flags: ["x", "y"], retired: ["y"] };
    expect(changes(flags, { q: [] })).toEqual([["x", "no", "yes"]]);
    expect(changes(flags, { q: ["y"] })).toEqual([
      ["x", "no", "yes"],
      ["y", "yes", "no"],
    ]);
  });

  test("each flag can be set or taken away", () => {
    const question: Question = { id: "q", kind: "flags", flags: ["red", "green"] };
    const all = alternativesTo(question, { q: ["green"] });
    expect(all.map(({ part, to, answers }) => [part, to, answers.q])).toEqual([
      ["red", "yes", ["red", "green"]],
      ["green", "no", []],
    ]);
  });
});
