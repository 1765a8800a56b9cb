import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { decodeCode } from "@/lib/answers/code";
import { viewKit } from "@/lib/kit/kit-view";
import { readNames } from "@/lib/kit/names";
import { judgeAsThen } from "@/lib/result/judge-as-then";
import { plannedVariant } from "@/lib/result/planned";
import { assess } from "@/lib/result/result";
import { matrix } from "@/lib/site/data";
import { findOlder } from "@/lib/site/frozen";
import { planData } from "@/lib/site/plan";
import { releases } from "@/lib/site/releases";
import { findVariant, viewPlan, viewPlanSummary } from "./plan";

/** Results of an older release, by the variant that leads each, one for each variant. */
function olderResults() {
  const corpus: { code: string }[] = JSON.parse(
    readFileSync("data/releases/2026.11.2/corpus.json", "utf8"),
  );
  const found = new Map<string, ReturnType<typeof assess>>();
  for (const { code } of corpus.slice(0, 120)) {
    const decoded = decodeCode(matrix.slots, code, releases.length);
    const then = decoded.ok ? findOlder(decoded.release) : undefined;
    if (!decoded.ok || !then) continue;
    const judged = judgeAsThen(then, decoded.answers);
    if (found.has(judged.verdict.variant)) continue;
    found.set(judged.verdict.variant, assess(matrix, then.table, code, decoded.answers, judged));
  }
  return found;
}

test("results of an older release have a plan and a kit, also where a variant was retired", () => {
  const results = olderResults();
  for (const { id, becomes } of matrix.retired) {
    const assessment = results.get(id);
    if (!assessment) throw new Error(`the corpus has no result that ${id} leads`);
    expect(plannedVariant(assessment)).toBe(becomes[0]);
    for (const heir of becomes) expect(findVariant(assessment, heir)).toBe(heir);
    expect(findVariant(assessment, id)).toBeUndefined();
  }
  for (const assessment of results.values()) {
    const variant = plannedVariant(assessment);
    expect(viewPlanSummary(assessment, planData).layers.variant.id).toBe(variant);
    const plan = viewPlan(assessment, planData, variant);
    expect(plan.choices.filter(({ current }) => current)).toHaveLength(1);
    const question = { variant, typed: {}, file: undefined, ...readNames({}) };
    const kit = viewKit(assessment, question);
    expect(kit?.variant.id).toBe(variant);
    expect(kit?.choices.filter(({ current }) => current)).toHaveLength(1);
    // What came later was not judged then, and no address makes up a result for it.
    const known = plan.choices.map((choice) => choice.variant.id);
    for (const { id } of matrix.variants) {
      expect(findVariant(assessment, id)).toBe(known.includes(id) ? id : undefined);
    }
  }
  expect(results.size).toBeGreaterThan(3);
});
