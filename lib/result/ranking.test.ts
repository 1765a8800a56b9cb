import { expect, test } from "vitest";
import { matrix, table } from "@/lib/site/data";
import { viewRanking } from "./ranking";
import { assess } from "./result";
import { viewVerdict } from "./verdict";

test("a lead is measured against the best that is still possible, never against what is ruled out", () => {
  let compared = 0;
  for (const { id, answers } of matrix.presets) {
    const assessment = assess(matrix, table, "code", answers);
    const { rows, finding } = viewRanking(assessment);
    const possible = rows.filter(({ ruledOut }) => !ruledOut);
    const out = rows.filter(({ ruledOut }) => ruledOut);
    const [first, second] = possible;
    const said = /scores (\d+\.\d) points more than (.*?)(?:[:,]|$)/.exec(finding);
    if (!said || !first || !second || out.length === 0) continue;
    compared++;
    const name = (said[2] ?? "").replace(/[“”]/g, "").toLowerCase();
    expect(name, id).toBe(second.variant.option.name.toLowerCase());
    const lead = Number(first.score.toFixed(1)) - Number(second.score.toFixed(1));
    expect(Number(said[1]), id).toBeCloseTo(lead, 5);
    for (const { variant } of out) {
      expect(finding, id).not.toContain(variant.option.name);
      expect(viewVerdict(assessment).explanation, id).not.toContain(`(${variant.short})`);
    }
  }
  expect(compared).toBeGreaterThan(0);
});

test("the last one possible leads nobody: who is ruled out is no rival", () => {
  const answers = { platform: "nomad", stack: [], mtls: "must" };
  const assessment = assess(matrix, table, "code", answers);
  const { rows, finding } = viewRanking(assessment);
  const possible = rows.filter(({ ruledOut }) => !ruledOut);
  expect(possible).toHaveLength(1);
  expect(rows.length).toBeGreaterThan(1);
  expect(finding).toMatch(/is alone in the ranking, with \d+\.\d of 100 points$/);
  expect(viewVerdict(assessment).explanation).not.toMatch(/Compared with/);
});
