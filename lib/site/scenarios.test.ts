import { describe, expect, test } from "vitest";
import { evaluate } from "@/lib/engine/evaluate";
import { judge } from "@/lib/engine/judge";
import { matrix, table } from "./data";

/** Published decisions and experts' rules: the engine must come to the same choice, for the same reasons. */
describe("scenarios", () => {
  for (const { id, title, answers, expect: expected, disagreement } of matrix.scenarios) {
    test(`${id}: ${title}`, () => {
      const { options, variants, needs } = evaluate(table, answers);
      const first = options[0];
      const agrees =
        first !== undefined &&
        !first.ruledOut &&
        expected.first.includes(first.option) &&
        (expected.variants?.includes(first.variant) ?? true);
      // A known disagreement must stay one, or its explanation has become untrue.
      expect(agrees, `first is ${first?.variant}`).toBe(disagreement === undefined);
      if (expected.words) expect(expected.words).toContain(judge(table, answers).verdict.word);
      for (const variant of expected.ruledOut ?? []) {
        const result = variants.find((each) => each.variant === variant);
        expect(result?.exclusions.length, `${variant} should be ruled out`).toBeGreaterThan(0);
      }
      for (const capability of expected.because ?? []) {
        const need = needs.find((each) => each.capability === capability);
        const cell = table.cells[capability]?.[first?.variant ?? ""];
        expect(need, `${capability} should be a need`).toBeDefined();
        expect(
          ["full", "partial", "addon"].includes(cell?.support ?? "none") ||
            first?.option === "none",
          capability,
        ).toBe(true);
      }
    });
  }
});
