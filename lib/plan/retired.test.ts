import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { decodeCode } from "@/lib/answers/code";
import { readNames } from "@/lib/kit/names";
import { viewKit } from "@/lib/kit/view";
import { findOlder } from "@/lib/matrix/frozen";
import { matrix } from "@/lib/matrix/load";
import { releases } from "@/lib/matrix/releases";
import { judgeAsThen } from "@/lib/release/judge-as-then";
import { findGround } from "@/lib/result/result";
import { planData } from "./load";
import { findVariant, plannedVariant, viewPlan, viewPlanSummary } from "./plan";

/** Results of an older release, by the variant that leads each, one for each variant. */
function olderResults() {
  const corpus: { code: string }[] = JSON.parse(
    readFileSync("data/releases/2026.11.2/corpus.json", "utf8"),
  );
  const found = new Map<string, ReturnType<typeof findGround>>();
  for (const { code } of corpus.slice(0, 120)) {
    const decoded = decodeCode(matrix.slots, code, releases.length);
    const then = decoded.ok ? findOlder(decoded.release) : undefined;
    if (!decoded.ok || !then) continue;
    const judged = judgeAsThen(then, decoded.answers);
    if (found.has(judged.verdict.variant)) continue;
    found.set(
      judged.verdict.variant,
      findGround(matrix, then.table, code, decoded.answers, judged),
    );
  }
  return found;
}

test("results of an older release have a plan and a kit, also where a variant was retired", () => {
  const results = olderResults();
  for (const { id, becomes } of matrix.retired) {
    const ground = results.get(id);
    if (!ground) throw new Error(`the corpus has no result that ${id} leads`);
    expect(plannedVariant(ground)).toBe(becomes[0]);
    for (const heir of becomes) expect(findVariant(ground, heir)).toBe(heir);
    expect(findVariant(ground, id)).toBeUndefined();
  }
  for (const ground of results.values()) {
    const variant = plannedVariant(ground);
    expect(viewPlanSummary(ground, planData).layers.variant.id).toBe(variant);
    const plan = viewPlan(ground, planData, variant);
    expect(plan.choices.filter(({ current }) => current)).toHaveLength(1);
    const question = { variant, typed: {}, file: undefined, ...readNames({}) };
    const kit = viewKit(ground, question);
    expect(kit?.variant.id).toBe(variant);
    expect(kit?.choices.filter(({ current }) => current)).toHaveLength(1);
    // What came later was not judged then, and no address makes up a result for it.
    const known = plan.choices.map((choice) => choice.variant.id);
    for (const { id } of matrix.variants) {
      expect(findVariant(ground, id)).toBe(known.includes(id) ? id : undefined);
    }
  }
  expect(results.size).toBeGreaterThan(3);
});
