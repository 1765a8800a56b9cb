import { describe, expect, test } from "vitest";
import { z } from "zod";
import { parseReference } from "@/lib/data/parse";
import { readJsonFiles } from "@/lib/data/read";
import { parseRecognition } from "@/lib/data/recognition";
import { realClusters } from "./clusters.fixtures";
import independent from "./independent.json";
import { recogniseAll } from "./recognise";

const files = readJsonFiles();
const recognition = parseRecognition(files, parseReference(files));

const values = z.record(z.string(), z.string());
const answers = z.record(
  z.string(),
  z.strictObject({
    sure: values,
    likely: values,
    missed: z.array(z.string()).default([]),
    fair: values.default({}),
    nodes: z.int().optional(),
    kubernetes: z.string().optional(),
    mesh: values.default({}),
    mode: z.enum(["ambient"]).optional(),
  }),
);
const clusters = answers.parse(independent.clusters);

test("a second reader has read every output", () => {
  expect(Object.keys(clusters).sort()).toEqual(realClusters.map(({ id }) => id).sort());
});

describe.each(realClusters)("$id, by a second reader", ({ id, text }) => {
  const reader = clusters[id];
  if (!reader) throw new Error(`${id}: nobody has read it`);
  const result = recogniseAll(recognition, [{ cluster: "", text }], "2026-11-29");
  const proposed = result.proposals.map(({ question, value, row, flag, certainty }) => ({
    key: [question, row ?? flag].filter(Boolean).join("."),
    answer: value ?? "yes",
    certainty,
  }));
  const seen = { ...reader.sure, ...reader.likely };

  test("what is stated as sure is what the reader may be sure of", () => {
    const sure = proposed.filter(({ certainty }) => certainty === "sure");
    expect(sure.filter(({ key, answer }) => reader.sure[key] !== answer)).toEqual([]);
  });

  test("what is stated as likely is what the reader saw or granted", () => {
    const granted = { ...reader.fair, ...seen };
    const likely = proposed.filter(({ certainty }) => certainty === "likely");
    expect(likely.filter(({ key, answer }) => granted[key] !== answer)).toEqual([]);
  });

  test("what the reader saw is proposed, or stands among what is missed", () => {
    const keys = new Set(proposed.map(({ key }) => key));
    expect(
      Object.keys(seen)
        .filter((key) => !keys.has(key))
        .sort(),
    ).toEqual([...reader.missed].sort());
  });

  test("versions, nodes and mode", () => {
    const [facts] = result.clusters;
    if (reader.nodes !== undefined) expect(facts?.counts.nodes).toBe(reader.nodes);
    if (reader.kubernetes !== undefined) expect(facts?.kubernetes).toBe(reader.kubernetes);
    const found = new Map(facts?.facts.map(({ id: thing, versions }) => [thing, versions]));
    for (const [mesh, version] of Object.entries(reader.mesh))
      expect(found.get(mesh)?.map((each) => each.replace(/^[a-z]+-/, ""))).toContain(version);
    expect(found.has("istio-ambient")).toBe(reader.mode === "ambient");
  });
});
