import { describe, expect, test } from "vitest";
import { defaultInputs, referenceInputs } from "@/lib/costs/defaults";
import { readInputs, typeInputs } from "@/lib/costs/inputs";
import { evaluate } from "@/lib/engine/evaluate";
import type { Answers } from "@/lib/engine/types";
import { matrix, table } from "@/lib/site/data";
import { overheads } from "@/lib/site/overheads";

const rules = overheads.defaults;

function from(answers: Answers) {
  return defaultInputs(rules, { table, answers, evaluation: evaluate(table, answers) });
}

describe("defaults from presets", () => {
  for (const { id, answers } of matrix.presets) {
    test(`${id} gives inputs the form accepts, with reasons`, () => {
      const { inputs, assumptions } = from(answers);
      expect(readInputs(typeInputs(inputs), referenceInputs(rules).inputs)).toEqual({
        inputs,
        problems: [],
      });
      expect(assumptions.length).toBeGreaterThan(0);
    });
  }
});

test("every question and value the defaults speak of exists, and every value is spoken of", () => {
  const values = (question: string) => {
    const found = matrix.questions.find(({ id }) => id === question);
    return found?.kind === "choice" ? found.values.map(({ id }) => id) : [];
  };
  expect(rules.services.map(({ value }) => value)).toEqual(values(rules.question.services));
  expect(rules.clusters.map(({ value }) => value)).toEqual(values(rules.question.clusters));
  for (const { value } of rules.platforms) {
    expect(values(rules.question.platform)).toContain(value);
  }
});

test("more services mean more of everything", () => {
  const sizes = ["few", "some", "many", "very-many"].map((services) => from({ services }).inputs);
  for (const key of ["pods", "nodes", "rps", "hops"] as const) {
    const column = sizes.map((size) => size[key]);
    expect(column, key).toEqual([...new Set(column)].sort((a, b) => a - b));
  }
});

test("clusters bring at least three nodes each; edge sites are counted by site", () => {
  expect(from({ services: "few", clusters: "many" }).inputs).toMatchObject({
    clusters: 12,
    nodes: 36,
    pods: 25,
  });
  expect(from({ services: "some", clusters: "edge" }).inputs).toMatchObject({
    clusters: 50,
    nodes: 100,
    pods: 1000,
  });
});

test("the share of layer 7 follows the weightiest need that takes a waypoint", () => {
  expect(from({ mtls: "must" }).inputs.l7).toBe(0);
  expect(from({ mtls: "must", policy: { l7: "nice" } }).inputs.l7).toBe(25);
  expect(from({ routing: { headers: "important" } }).inputs.l7).toBe(50);
  expect(from({ policy: { l7: "must" }, routing: { headers: "nice" } }).inputs.l7).toBe(100);
});

test("no answers at all give the reference load", () => {
  const { inputs } = referenceInputs(rules);
  expect(from({}).inputs).toEqual(inputs);
  expect(inputs.rps * (1 + inputs.calls)).toBe(5000);
});
