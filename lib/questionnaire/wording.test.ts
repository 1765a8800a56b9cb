import { describe, expect, test } from "vitest";
import type { Answers } from "@/lib/engine/types";
import { matrix } from "@/lib/matrix/load";
import { answerPartText, answerText } from "./answer-text";
import { findContradictions } from "./contradictions";
import { listVariants } from "./names";
import { addressOf, findPage, listPages, neighboursOf } from "./pages";
import { countAnswered, firstUnanswered } from "./progress";
import { wordingOf } from "./wording";

const wording = wordingOf(matrix);

function asked(id: string) {
  const question = wording.questions.find((each) => each.id === id);
  if (!question) throw new Error(`no question ${id}`);
  return question;
}

describe("pages", () => {
  test("every question is on exactly one section page, and numbers run through in that order", () => {
    const sections = listPages(wording).slice(1);
    const onPages = sections.flatMap(({ questions }) => questions.map(({ number }) => number));
    expect(onPages).toEqual(wording.questions.map((_, index) => index + 1));
    expect(findPage(wording, "all")?.questions).toHaveLength(wording.questions.length);
    expect(findPage(wording, "no-such-page")).toBeUndefined();
  });

  test("the way leads from the quick path through the sections to the review, and back", () => {
    const way = ["quick"];
    for (let at = neighboursOf(wording, "quick").next; at.id !== "review"; ) {
      expect(neighboursOf(wording, at.id).previous?.id).toBe(way.at(-1));
      way.push(at.id);
      at = neighboursOf(wording, at.id).next;
    }
    expect(way).toEqual(["quick", ...wording.sections.map(({ id }) => id)]);
    expect(neighboursOf(wording, "quick").previous).toBeUndefined();
    expect(neighboursOf(wording, "all").next.id).toBe("review");
  });

  test("a question has one address", () => {
    expect(addressOf(asked("licence"), "0abc")).toBe("/questions/people?a=0abc#q-licence");
  });
});

describe("progress", () => {
  test("counts “not sure” as an answer and finds the first gap", () => {
    const answers: Answers = { services: "unsure", platform: "nomad" };
    expect(countAnswered(wording.questions, answers)).toBe(2);
    expect(firstUnanswered(wording.questions, answers)?.id).toBe("also");
    expect(firstUnanswered([asked("services")], answers)).toBeUndefined();
  });
});

describe("answers in words", () => {
  test.each([
    ["platform", "ecs", "Amazon ECS, on EC2 or Fargate"],
    ["mtls", "must", "Must have"],
    ["mtls", "unsure", "Not sure"],
    ["stack", [], "None of these"],
    ["stack", ["cilium", "otel"], "Cilium or Calico as the CNI; OpenTelemetry in most services"],
    ["routing", {}, "None of these"],
    [
      "overhead",
      { memory: "nice", latency: "must" },
      "Must have: Every added millisecond matters. Nice to have: Memory and CPU per pod matter",
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
    expect(listVariants(wording, ["consul-enterprise", "consul-ce", "none-cni"])).toEqual([
      "Consul",
      "no mesh (CNI encryption)",
    ]);
    expect(listVariants(wording, ["none-app"], ["none"])).toEqual(["“no mesh”"]);
  });
});
