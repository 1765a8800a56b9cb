import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeAnswers } from "@/lib/answers/code";
import { answersArbitrary, questions } from "@/lib/engine/laws.fixtures";
import type { Answers } from "@/lib/engine/types";
import { assess } from "@/lib/result/result";
import { matrix, table } from "@/lib/site/data";
import { currentRelease, releases } from "@/lib/site/releases";
import { effectText, viewCompare } from "./compare";
import { mergeAnswers } from "./merge";
import { readCodes } from "./read-codes";

const codeOf = (answers: Answers) => encodeAnswers(matrix.slots, answers, currentRelease);
const assessmentOf = (answers: Answers) => assess(matrix, table, codeOf(answers), answers);
const preset = (id: string): Answers =>
  matrix.presets.find((each) => each.id === id)?.answers ?? {};

describe("merging answers", () => {
  test("gives each need the greatest importance, unites flags, and doubts what differs", () => {
    expect(
      mergeAnswers(questions, [
        { "q-choice": "one", "q-needs": { b: "nice", e: "must" }, "q-flags": ["red"] },
        {
          "q-choice": "two",
          "q-needs": { b: "must" },
          "q-flags": ["green"],
          "q-importance": "unsure",
        },
      ]),
    ).toEqual({
      "q-choice": "unsure",
      "q-needs": { b: "must", e: "must" },
      "q-flags": ["red", "green"],
      "q-importance": "unsure",
    });
  });

  test("of equal answers gives those answers, and order does not matter", () => {
    fc.assert(
      fc.property(answersArbitrary, answersArbitrary, (one, other) => {
        expect(mergeAnswers(questions, [one, one])).toEqual(one);
        expect(mergeAnswers(questions, [one, other])).toEqual(
          mergeAnswers(questions, [other, one]),
        );
      }),
    );
  });
});

describe("comparing", () => {
  test("names each difference once and tries it in the first result", () => {
    const a = preset("latency-critical-grpc");
    const b = { ...a, team: "org", licence: "any" };
    const view = viewCompare([assessmentOf(a), assessmentOf(b)]);
    expect(view.differences.map(({ question }) => question).sort()).toEqual(["licence", "team"]);
    for (const { effects, answers } of view.differences) {
      expect(answers.map(({ letter }) => letter)).toEqual(["A", "B"]);
      expect(effects).toHaveLength(1);
    }
    expect(view.results.map(({ letter }) => letter)).toEqual(["A", "B"]);
  });

  test("says when all agree, and when one leaves nothing possible", () => {
    const a = preset("nomad-estate");
    expect(viewCompare([assessmentOf(a), assessmentOf({ ...a, team: "ten" })]).finding).toBe(
      "Both put Consul first",
    );
    const impossible: Answers = {
      platform: "nomad",
      stack: [],
      also: { windows: "must" },
      cryptography: { everything: "must" },
    };
    const { finding, results } = viewCompare([assessmentOf(a), assessmentOf(impossible)]);
    expect(results[1]?.verdict.leader).toBeUndefined();
    expect(finding).toBe("A has Consul first and B has nothing possible");
  });

  test("puts decisive differences first", () => {
    const a = preset("zero-trust-layer-4");
    const b = { ...a, platform: "nomad", telemetry: { golden: "important" } } as Answers;
    const { differences } = viewCompare([assessmentOf(a), assessmentOf(b)]);
    expect(differences[0]?.question).toBe("platform");
    expect(differences[0]?.decisive).toBe(true);
  });
});

describe("reading codes", () => {
  const code = codeOf(preset("nomad-estate"));

  test("takes codes and addresses, each once", () => {
    const other = codeOf(preset("edge-clusters"));
    const { codes, problems } = readCodes(matrix.slots, releases.length, [
      code,
      `https://mesh.example/r/${other}?title=x`,
      ` ${code} `,
      "",
    ]);
    expect(codes.map((each) => each.code)).toEqual([code, other]);
    expect(problems).toEqual([{ typed: code, why: "this result is there already" }]);
  });

  test("keeps the names that addresses carry", () => {
    const titled = (text: string) =>
      readCodes(matrix.slots, releases.length, [text]).codes.map(({ title }) => title);
    expect(titled(`https://mesh.example/r/${code}?title=Pay%20%26%20ship&note=x`)).toEqual([
      "Pay & ship",
    ]);
    expect(titled(`/r/${code}?note=x#fit`)).toEqual([undefined]);
    expect(titled(code)).toEqual([undefined]);
  });

  test("says what is wrong with the others, and never more than six", () => {
    expect(readCodes(matrix.slots, releases.length, ["nonsense!"]).problems[0]?.why).toContain(
      "not a link to one of our results",
    );
    expect(
      readCodes(matrix.slots, releases.length, [`${code.slice(0, -1)}~`]).problems,
    ).toHaveLength(1);
    const many = matrix.presets.map(({ answers }) => codeOf(answers));
    const { codes, problems } = readCodes(matrix.slots, releases.length, many);
    expect(codes).toHaveLength(6);
    expect(problems).toHaveLength(many.length - 6);
  });
});

test("a result compared goes by its name, in its link too", () => {
  const a = preset("latency-critical-grpc");
  const b: Answers = { ...a, team: "org" };
  const { results, differences } = viewCompare(
    [assessmentOf(a), assessmentOf(b)],
    [undefined, "Ledger"],
  );
  expect(results.map(({ title }) => title)).toEqual([undefined, "Ledger"]);
  expect(results.map(({ href }) => href)).toEqual([
    `/r/${codeOf(a)}`,
    `/r/${codeOf(b)}?title=Ledger`,
  ]);
  expect(differences[0]?.answers.map(({ title }) => title)).toEqual([undefined, "Ledger"]);
});

describe("what another’s answer would do", () => {
  test.each([
    [{ leader: "Istio", first: "Linkerd", from: 60, to: 20 }, "Linkerd would be first"],
    [
      { leader: "Istio", first: "Istio", from: 60, to: 72 },
      "Istio would be first in 72 of 100, not 60",
    ],
    [{ leader: "Istio", first: "Istio", from: 60, to: 64 }, "next to nothing would change"],
    [{ leader: "Istio", first: undefined, from: 60, to: 0 }, "nothing would be possible"],
    [{ leader: undefined, first: undefined, from: 0, to: 0 }, "nothing would be possible either"],
    [{ leader: undefined, first: "Istio", from: 0, to: 0 }, "Istio would be first"],
  ])("%j", (facts, text) => {
    expect(effectText({ letter: "B", ...facts })).toBe(`With B’s answer, ${text}.`);
  });
});
