import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "@/lib/engine/evaluate";
import { answersArbitrary, tableArbitrary } from "@/lib/engine/laws.fixtures";
import type { Answers, ScoringTable } from "@/lib/engine/types";
import { matrix, table } from "@/lib/matrix/load";
import { effectTexts, rowTexts, weightText } from "./effect-text";
import { consequencesOf, rulesFiredBy } from "./effects";
import { wordingOf } from "./wording";

const wording = wordingOf(matrix);

function questionOf(id: string) {
  const question = table.questions.find((each) => each.id === id);
  if (!question) throw new Error(`no question ${id}`);
  return question;
}

function possible(of: ScoringTable, answers: Answers): string[] {
  return evaluate(of, answers)
    .variants.filter(({ exclusions }) => exclusions.length === 0)
    .map(({ variant }) => variant)
    .sort();
}

describe("what a stop does", () => {
  test("is what evaluating it gives: nothing said to be ruled out stays possible, nothing else goes", () => {
    fc.assert(
      fc.property(tableArbitrary, answersArbitrary, (of, answers) => {
        for (const question of of.questions) {
          if (question.kind !== "choice" && question.kind !== "importance") continue;
          const { [question.id]: _, ...open } = answers;
          const before = possible(of, open);
          for (const [stop, found] of Object.entries(
            consequencesOf(of, question, answers)[""] ?? {},
          )) {
            const after = possible(of, { ...open, [question.id]: stop });
            const expected = [
              ...before.filter((variant) => !found.ruledOut.includes(variant)),
              ...found.letIn,
            ].sort();
            expect(after).toEqual(expected);
            expect(found.possible).toBe(after.length);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test("covers every stop of every question, whatever is answered", () => {
    for (const { answers } of matrix.presets) {
      for (const question of table.questions) {
        const found = consequencesOf(table, question, answers);
        if (question.kind === "choice")
          expect(Object.keys(found[""] ?? {}).sort()).toEqual(
            [...question.values, "unsure"].sort(),
          );
        if (question.kind === "importance")
          expect(Object.keys(found[""] ?? {})).toEqual([
            "no",
            "nice",
            "important",
            "must",
            "unsure",
          ]);
        if (question.kind === "flags")
          expect(Object.values(found).map((stops) => Object.keys(stops))).toEqual(
            question.flags.map(() => ["yes"]),
          );
        if (question.kind === "needs")
          for (const row of question.rows)
            expect(Object.keys(found[row.id] ?? {})).toEqual(["nice", "important", "must"]);
      }
    }
  });

  test("the chosen stop is compared with leaving the question open, not with itself", () => {
    const found = consequencesOf(table, questionOf("mtls"), {
      platform: "kubernetes",
      mtls: "must",
    });
    expect(found[""]?.must?.weight[1]).toBeGreaterThan(0);
    expect(found[""]?.must?.ruledOut).toContain("none-app");
  });

  test("speaks of first place only once there is one", () => {
    const early = consequencesOf(table, questionOf("platform"), { mtls: "must" });
    expect(Object.values(early[""] ?? {}).every(({ first }) => first === undefined)).toBe(true);
    const answers: Answers = { mtls: "must", services: "many", languages: "many" };
    const later = consequencesOf(table, questionOf("platform"), answers);
    expect(later[""]?.nomad?.first).toBe("consul");
  });
});

describe("what a stop does, in words", () => {
  test("names an option once when all of it goes, and its variants when some stay", () => {
    const stops = consequencesOf(table, questionOf("platform"), {})[""] ?? {};
    const nomad = stops.nomad ? effectTexts(wording, stops.nomad).join("; ") : "";
    expect(nomad).toContain("rules out Istio, Linkerd and no mesh (CNI encryption)");
    expect(nomad).not.toContain("sidecar");
  });

  test("never says “rules out no mesh” without quotation marks, which would read as ruling out nothing", () => {
    for (const { answers } of matrix.presets) {
      for (const question of table.questions) {
        for (const stops of Object.values(consequencesOf(table, question, answers))) {
          for (const consequence of Object.values(stops)) {
            for (const text of effectTexts(wording, consequence))
              expect(text).not.toMatch(/(?<!“)\bno mesh\b(?! \()/i);
          }
        }
      }
    }
  });

  test("says so when nothing would be left", () => {
    const bank = matrix.presets.find(({ id }) => id === "regulated-bank")?.answers ?? {};
    const stops = consequencesOf(table, questionOf("platform"), { ...bank, licence: "foundation" });
    const text = stops[""]?.ecs ? effectTexts(wording, stops[""].ecs)[0] : "";
    expect(text).toBe("rules out all that is left");
  });

  test("gives the weight of an importance, as a range where one is not sure", () => {
    const stops = consequencesOf(table, questionOf("mtls"), {})[""] ?? {};
    const said = Object.entries(stops).map(([stop, found]) => weightText(stop, found));
    const { nice, important, must, unsure } = table.importance;
    expect(said).toEqual([
      "left out",
      `counts ${nice[1]}`,
      `counts ${important[1]}`,
      `counts ${must[1]}`,
      `counts ${unsure[0]} to ${unsure[2]}`,
    ]);
  });

  test("says each thing once, with all stops that do it", () => {
    const lines = (of: Answers, row: string) =>
      rowTexts(wording, consequencesOf(table, questionOf("overhead"), of)[row] ?? {});
    expect(lines({}, "latency")).toEqual([
      { stops: "Nice to have", text: "weighs more: added latency" },
      {
        stops: "Important or must have",
        text: "weighs more: added latency, in the path of calls",
      },
    ]);
    const plain = { ruledOut: [], optionsOut: [], letIn: [], warned: [], effects: [] };
    const first = { ...plain, possible: 8, weight: [0, 0, 0], first: "consul" } as const;
    const out = { ...first, ruledOut: ["none-app"] };
    expect(rowTexts(wording, { nice: first, important: first, must: out })).toEqual([
      { stops: "Needed at all", text: "puts Consul first" },
      { stops: "Must have", text: "rules out no mesh (building blocks)" },
    ]);
  });

  test("finds the rules an answer has a part in", () => {
    const rules = evaluate(table, { team: "two", clusters: "many" }).rules;
    expect(rulesFiredBy(wording.rules, rules, "team")).toEqual(["team-of-two"]);
    expect(rulesFiredBy(wording.rules, rules, "licence")).toEqual([]);
  });
});
