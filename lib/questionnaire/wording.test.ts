import { describe, expect, test } from "vitest";
import type { Answers } from "@/lib/engine/types";
import { matrix } from "@/lib/site/data";
import { answerPartText, answerText } from "./answer-text";
import { findContradictions } from "./contradictions";
import { listVariants } from "./names";
import { addressOf, addressTo, findPage, listPages, neighboursOf } from "./pages";
import { countAnswered, firstUnanswered } from "./progress";
import { wordingOf } from "./wording";

const wording = wordingOf(matrix);

function asked(id: string) {
  const question = wording.questions.find((each) => each.id === id);
  if (!question) throw new Error(`no question ${id}`);
  return question;
}

describe("pages", () => {
  test("every question is on exactly one section page", () => {
    const [, ...sections] = listPages(wording, {});
    const onPages = sections.flatMap(({ questions }) => questions.map(({ id }) => id));
    const all = findPage(wording, {}, "all")?.questions.map(({ id }) => id);
    expect(onPages).toEqual(all);
    expect(new Set(onPages).size).toBe(onPages.length);
    expect(findPage(wording, {}, "no-such-page")).toBeUndefined();
  });

  test("the quick path is eight questions", () => {
    expect(findPage(wording, {}, "quick")?.questions).toHaveLength(8);
  });

  test("the way leads through every question of every page to the review, and back", () => {
    const pages = listPages(wording, {});
    const way = pages.flatMap((page) =>
      page.questions.map(({ id }) => ({ page, path: page.path, at: id })),
    );
    way.forEach(({ page, at }, index) => {
      const { previous, next } = neighboursOf(pages, page, at);
      const place = (step: (typeof way)[number] | undefined) => step && [step.path, step.at];
      expect(place(previous as never)).toEqual(place(way[index - 1]));
      if (index < way.length - 1) expect([next.path, next.at]).toEqual(place(way[index + 1]));
      else expect(next.path).toBe("/questions/review");
    });
  });

  test("a question has one address, and the name given to a result stays in it", () => {
    const { id, section } = asked("licence");
    expect(addressOf({ id, section }, { code: "0abc" })).toBe(
      "/questions/people?a=0abc&at=licence",
    );
    expect(addressTo("/questions", { code: "", title: "Pay & ship" }, "mtls")).toBe(
      "/questions?at=mtls&title=Pay+%26+ship",
    );
    expect(addressTo("/questions", { code: "" })).toBe("/questions");
  });

  test("what is asked only after some answer is on its page only then", () => {
    const more = { ...asked("team"), id: "more", askedIf: { question: "team", is: ["two"] } };
    const grown = { ...wording, questions: [...wording.questions, more] };
    const people = (answers: Answers) =>
      findPage(grown, answers, "people")?.questions.some(({ id }) => id === "more");
    expect(people({})).toBe(false);
    expect(people({ team: "two" })).toBe(true);
  });
});

describe("two choices in one step", () => {
  const choice = matrix.questions.find(({ id }) => id === "platform");
  test("the values of the detail stand in place of the value they say more of", () => {
    if (choice?.kind !== "choice") throw new Error("platform is not a choice");
    const detail = {
      ...choice,
      id: "kind",
      askedIf: { question: "platform", is: ["vm"] },
      values: [{ id: "metal", label: "Bare metal" }],
    };
    const questions = [...matrix.questions.filter(({ id }) => id !== "kubernetes"), detail];
    const made = wordingOf({ ...matrix, questions });
    const platform = made.questions.find(({ id }) => id === "platform");
    expect(platform?.detail).toEqual({ id: "kind", of: "vm" });
    const ids = platform?.parts.map(({ id }) => id) ?? [];
    expect(ids.slice(ids.indexOf("vm.metal"))).toEqual(
      expect.arrayContaining(["vm.metal", "vm", "nomad"]),
    );
    expect(made.questions.some(({ id }) => id === "kind")).toBe(false);
  });
});

describe("progress", () => {
  test("“not sure” is no answer, but it is not asked again", () => {
    const answers: Answers = { services: "unsure", platform: "nomad" };
    expect(countAnswered(wording.questions, answers)).toBe(1);
    expect(firstUnanswered([asked("services"), asked("team")], answers)?.id).toBe("team");
    expect(firstUnanswered([asked("services")], answers)).toBeUndefined();
  });
});

describe("answers in words", () => {
  test.each([
    ["platform", "ecs", "Amazon ECS, on EC2 or Fargate"],
    ["mtls", "must", "Must have"],
    ["mtls", "unsure", "Not sure"],
    ["stack", [], "None of these"],
    ["stack", ["vault", "otel"], "Vault; OpenTelemetry in most services"],
    ["routing", {}, "Not sure"],
    ["also", { vm: "no" }, `Not needed. ${asked("also").parts.length - 1} left open`],
    [
      "overhead",
      { memory: "nice", latency: "must" },
      "Must have: Every added millisecond matters. Nice to have: Memory and CPU per pod matter. 1 left open",
    ],
  ] as const)("%s: %j", (id, answer, text) => {
    expect(answerText(asked(id), answer)).toBe(text);
  });

  test("of many rows only those are named that a condition looks at", () => {
    const answer = { retries: "important", timeouts: "must" } as const;
    const condition = { question: "resilience", row: "retries", atLeast: "nice" } as const;
    const text = answerPartText(asked("resilience"), answer, condition);
    expect(text).toBe("Retry failed calls, per route and condition: important");
  });
});

describe("contradictions", () => {
  test("name both answers and stand at the later question", () => {
    const [found, ...others] = findContradictions(wording, {
      "retries-today": "library",
      resilience: { retries: "must", timeouts: "nice" },
    });
    expect(others).toEqual([]);
    expect(found?.at).toBe("retries-today");
    expect(found?.answers.map(({ question, text }) => [question.id, text])).toEqual([
      ["resilience", "Retry failed calls, per route and condition: must have"],
      ["retries-today", "In one shared library that a team owns"],
    ]);
  });

  test("are gone once one of the answers is", () => {
    expect(findContradictions(wording, { "retries-today": "library", resilience: {} })).toEqual([]);
  });
});

describe("lists of variants", () => {
  test("name an option once when every variant is meant", () => {
    expect(listVariants(wording, ["consul-enterprise", "consul-ce", "none-cilium"])).toEqual([
      "Consul",
      "no mesh (Cilium at layer 4)",
    ]);
    expect(listVariants(wording, ["none-app"], ["none"])).toEqual(["“no mesh”"]);
  });
});
