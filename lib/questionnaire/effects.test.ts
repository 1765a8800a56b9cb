import { describe, expect, test } from "vitest";
import { evaluate } from "@/lib/engine/evaluate";
import type { Answers } from "@/lib/engine/types";
import { matrix, table } from "@/lib/site/data";
import { withAnswer } from "./answering";
import { clauseOf, hardLines } from "./effect-text";
import { exclusionsOf, rulesFiredBy } from "./effects";
import { wordingOf } from "./wording";

const wording = wordingOf(matrix);

function asked(id: string) {
  const question = wording.questions.find((each) => each.id === id);
  if (!question) throw new Error(`no question ${id}`);
  return question;
}

function possible(answers: Answers): string[] {
  return evaluate(table, answers)
    .variants.filter(({ exclusions }) => exclusions.length === 0)
    .map(({ variant }) => variant);
}

function saidOf(id: string, answers: Answers): string | undefined {
  const answer = answers[id];
  if (answer === undefined) throw new Error(`${id} is not answered`);
  const { rules } = evaluate(table, answers);
  const question = asked(id);
  return clauseOf(wording, question, answer, exclusionsOf(table, question, answers), rules)?.text;
}

describe("what an answer rules out", () => {
  test.each(matrix.presets.map(({ id, answers }) => [id, answers] as const))(
    "is what evaluating it gives, beside leaving the question open: %s",
    (_, answers) => {
      for (const question of wording.questions) {
        if (question.kind !== "choice" && question.kind !== "importance") continue;
        const before = possible(withAnswer([], answers, question));
        const found = exclusionsOf(table, question, answers)[""] ?? {};
        const values =
          question.kind === "choice"
            ? question.parts.map(({ id }) => id)
            : ["no", "nice", "important", "must"];
        for (const value of values) {
          const after = possible(withAnswer([], answers, question, value));
          const gone = before.filter((variant) => !after.includes(variant)).sort();
          expect([...(found[value]?.variants ?? [])].sort(), `${question.id}=${value}`).toEqual(
            gone,
          );
        }
      }
    },
  );

  test("a row is compared with that row open and the others as they are", () => {
    const answers: Answers = { policy: { l7: "must", deny: "must" } };
    const found = exclusionsOf(table, asked("policy"), answers);
    const without = possible({ policy: { deny: "must" } });
    const gone = without.filter((variant) => !possible(answers).includes(variant));
    expect(gone.length).toBeGreaterThan(0);
    expect([...(found.l7?.must?.variants ?? [])].sort()).toEqual(gone.sort());
    expect(found.l7?.nice).toBeUndefined();
  });
});

describe("in words", () => {
  test("an option is named once when all of it goes, and its variants when some stay", () => {
    const found = exclusionsOf(table, asked("platform"), {});
    const nomad = hardLines(wording, asked("platform"), found).find(({ answers }) =>
      answers.includes("Nomad"),
    );
    expect(nomad?.text).toMatch(/^rules out Istio, Linkerd/);
    expect(nomad?.text).not.toContain("sidecar");
  });

  test("“no mesh” stands in quotation marks, or “rules out no mesh” would read as ruling out nothing", () => {
    for (const { answers } of matrix.presets) {
      for (const question of wording.questions) {
        const found = exclusionsOf(table, question, answers);
        for (const { text } of hardLines(wording, question, found))
          expect(text).not.toMatch(/(?<!“)\bno mesh\b(?! \()/i);
      }
    }
  });

  test("says so when nothing would be left", () => {
    const bank = matrix.presets.find(({ id }) => id === "regulated-bank")?.answers ?? {};
    const answers: Answers = { ...bank, licence: "foundation", platform: "ecs" };
    expect(saidOf("platform", answers)).toContain("Rules out all that is left.");
  });

  test("before an answer nothing is said; after it one clause, from the rule it fires and what it rules out", () => {
    expect(saidOf("platform", { platform: "nomad" })).toMatch(
      /^The services run on Nomad .+\. Rules out Istio, Linkerd/,
    );
    expect(saidOf("mtls", { mtls: "must" })).toContain("Rules out");
    expect(saidOf("languages", { languages: "few" })).toBeUndefined();
    const answers: Answers = { policy: { l7: "must", deny: "no" } };
    const gone = possible({ policy: { deny: "no" } }).length - possible(answers).length;
    expect(gone).toBeGreaterThan(0);
    expect(saidOf("policy", answers)).toContain("Rules out");
  });

  test("what is ruled out comes with the reason of a rule that rules it out", () => {
    let told = 0;
    for (const question of wording.questions.filter(({ kind }) => kind === "choice"))
      for (const { id: value } of question.parts) {
        const base: Answers = question.id === "platform" ? {} : { platform: "kubernetes" };
        const answers = withAnswer([], base, question, value);
        const before = possible(base);
        const { rules, variants } = evaluate(table, answers);
        const against = variants
          .filter(({ variant }) => before.includes(variant))
          .flatMap(({ exclusions }) => exclusions.flatMap(({ rule }) => rule ?? []));
        const reasons = rulesFiredBy(wording.rules, rules, question).filter((rule) =>
          against.includes(rule),
        );
        if (reasons.length === 0) continue;
        told++;
        const found = exclusionsOf(table, question, answers);
        const text = clauseOf(wording, question, value, found, rules)?.text ?? "";
        const says = reasons.map((rule) => wording.rules[rule]?.says ?? "?");
        expect(
          says.some((each) => text.startsWith(each)),
          `${value}: ${text}`,
        ).toBe(true);
      }
    expect(told).toBeGreaterThan(5);
  });

  test("finds the rules an answer has a part in", () => {
    const { rules } = evaluate(table, { team: "two", clusters: "many" });
    expect(rulesFiredBy(wording.rules, rules, asked("team"))).toEqual(["team-of-two"]);
    expect(rulesFiredBy(wording.rules, rules, asked("licence"))).toEqual([]);
  });
});
