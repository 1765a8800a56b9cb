import { describe, expect, test } from "vitest";
import { viewCosts } from "@/lib/costs/cost-view";
import { readInputs } from "@/lib/costs/inputs";
import { evaluate } from "@/lib/engine/evaluate";
import type { Answers } from "@/lib/engine/types";
import { matrix, table } from "@/lib/site/data";
import { overheads } from "@/lib/site/overheads";

function view(answers: Answers, first?: string) {
  return viewCosts({
    overheads,
    options: matrix.options,
    variants: matrix.variants,
    table,
    answers,
    evaluation: evaluate(table, answers),
    ...(first ? { first } : {}),
    code: "0abcd",
  });
}

test("the plan is for the first place, also where that is not the best score", () => {
  const answers: Answers = { platform: "kubernetes", mtls: "must" };
  const { options } = evaluate(table, answers);
  const second = options.filter(({ ruledOut }) => !ruledOut)[1]?.variant ?? "";
  const { finding, rows } = view(answers, second);
  expect(rows[0]?.size.profile.variants).toContain(second);
  expect(finding.toLowerCase()).toContain(rows[0]?.size.profile.name.toLowerCase());
});

describe("every preset", () => {
  for (const { id, answers } of matrix.presets) {
    test(`${id}: the plan is for the leader, and nothing ruled out is beside it`, () => {
      const { finding, notes, rows, sentences, ruledOut } = view(answers);
      const leader = evaluate(table, answers).options[0];
      expect(leader?.ruledOut).toBe(false);
      expect(rows[0]?.size.profile.variants).toContain(leader?.variant);
      expect(finding.toLowerCase()).toContain(rows[0]?.size.profile.name.toLowerCase());
      expect(rows.every(({ row }) => !row.ruledOut)).toBe(true);
      expect(rows.length + ruledOut).toBe(overheads.profiles.length);
      for (const text of [finding, ...notes, ...sentences]) {
        expect(text).not.toMatch(/NaN|undefined|Infinity/);
      }
    });
  }
});

test("the link opens the calculator with the same inputs", () => {
  const { href, hops } = view({ services: "many", clusters: "many" });
  const query = new URLSearchParams(href.slice(href.indexOf("?")));
  expect(query.get("r")).toBe("0abcd");
  const defaults = { pods: 1, nodes: 1, clusters: 1, rps: 0, calls: 0, hops: 1, l7: 0 } as const;
  const read = readInputs(Object.fromEntries(query), { ...defaults, conns: "kept" });
  expect(read.problems).toEqual([]);
  expect(read.inputs).toMatchObject({ pods: 360, nodes: 36, clusters: 12, hops });
});

test("with everything ruled out all variants are shown, and no plan is made", () => {
  const { finding, rows } = view({
    platform: "nomad",
    mtls: "must",
    licence: "foundation",
    also: { windows: "must" },
    overhead: { latency: "must" },
  });
  expect(finding).toMatch(
    /^Every variant is ruled out; for comparison, the proxies of a mesh take/,
  );
  expect(rows).toHaveLength(overheads.profiles.length);
  expect(rows.every(({ row }) => row.ruledOut)).toBe(true);
});

test("nothing answered gives the reference load and a plan for whatever leads", () => {
  const { notes, finding } = view({});
  expect(notes[1]).toContain("200 pods on 10 nodes, 5,000 calls a second");
  expect(finding.length).toBeGreaterThan(20);
});

test("a platform that was not measured is said to be one", () => {
  expect(view({ platform: "vm" }).notes.join(" ")).toContain("No mesh was measured on machines");
});
