import { describe, expect, test } from "vitest";
import { encodeAnswers } from "@/lib/answers/code";
import { matrix, table } from "@/lib/site/data";
import { currentRelease } from "@/lib/site/releases";
import { viewChanges } from "./changes";
import { assess } from "./result";
import { livingText, lossText, viewWhyNot } from "./why-not";

describe("the sentences", () => {
  const possible = { name: "Linkerd (open source)", fails: [], share: "29", chosen: "Istio" };
  test.each([
    [
      { ...possible, fails: ["“A”", "“B”"] },
      "Linkerd (open source) is ruled out: it fails “A” and “B”.",
    ],
    [
      { ...possible, behindOn: "Traffic management", aheadOn: "Ease of ownership" },
      "It comes first in 29 of 100. Against Istio it is weaker on traffic management, but easier to own.",
    ],
    [
      { ...possible, share: "under 1", behindOn: "Traffic management" },
      "It comes first in fewer than 1 of 100. Against Istio it is weaker on traffic management and gains next to nothing.",
    ],
    [
      { ...possible, aheadOn: "Ease of ownership" },
      "It comes first in 29 of 100. Against Istio it is easier to own; what it loses is spread thinly.",
    ],
    [
      possible,
      "It comes first in 29 of 100. Against Istio it is about level on everything that was asked for.",
    ],
  ])("what it loses: %j", (facts, text) => {
    expect(lossText(facts)).toBe(text);
  });

  test("living with it names what is missing and what weighs most", () => {
    expect(livingText({ missing: ["“A”"], burden: "the learning curve" })).toBe(
      "It leaves “A” to be built or done without; its heaviest burden is the learning curve.",
    );
    expect(livingText({ missing: [] })).toBe("It lacks nothing that was asked for.");
  });
});

describe("of the examples", () => {
  test.each(matrix.presets.map(({ id, answers }) => [id, answers] as const))("%s", (_, answers) => {
    const code = encodeAnswers(matrix.slots, answers, currentRelease);
    const assessment = assess(matrix, table, code, answers);
    const { finding, rows } = viewWhyNot(assessment, viewChanges(assessment));
    const { verdict, options, evaluation } = assessment.judgement;
    expect(rows.map(({ variant }) => variant.option.id)).toEqual(
      options.map(({ id }) => id).filter((id) => id !== verdict.leaders[0]),
    );
    const nearest = rows.find(({ ruledOut }) => !ruledOut);
    if (nearest) expect(finding).toContain(` ${nearest.loses.match(/first in ([^.]+)\./)?.[1]}`);
    else expect(finding).toMatch(/ruled out|fails something/);
    for (const row of rows) {
      const found = evaluation.variants.find(({ variant }) => variant === row.variant.id);
      expect(row.ruledOut).toBe(found?.exclusions.length !== 0);
      const lacks = found?.contributions.some(
        ({ support, weight }) => weight[1] > 0 && (support === "none" || support === "diy"),
      );
      expect(row.living.startsWith("It leaves")).toBe(lacks);
    }
  });
});
