import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { PlanSummary } from "@/components/plan/plan-summary";
import { viewPlanSummary } from "@/lib/plan/plan";
import { assessmentOf } from "@/lib/plan/plan.fixtures";
import { matrix, table } from "@/lib/site/data";
import { planData } from "@/lib/site/plan";

const cases = [
  { id: "nothing answered", answers: {} },
  ...matrix.presets.map(({ id, answers }) => ({ id, answers })),
];

describe("the plan in short", () => {
  test.each(cases)("draws every layer and leads to the whole of it: $id", ({ answers }) => {
    const summary = viewPlanSummary(assessmentOf(matrix, table, answers), planData);
    const html = renderToStaticMarkup(<PlanSummary summary={summary} />);
    expect(html.match(/class="layer-wall"/g)).toHaveLength(planData.layers.length);
    for (const layer of summary.layers.layers) {
      expect(html).toContain(`data-coverage="${layer.coverage}"`);
      expect(html.split(`href="/r/code/plan#layer-${layer.id}"`)).toHaveLength(3);
    }
    for (const part of ["trust", "zero-trust", "adoption", "migration"])
      expect(html).toContain(`href="/r/code/plan#${part}"`);
    expect(html).toContain('href="/r/code/kit"');
    expect(html).not.toMatch(/undefined|NaN|\[object/);
  });
});
