import { expect, test } from "vitest";
import { encodeAnswers } from "@/lib/answers/code";
import type { Answers } from "@/lib/engine/types";
import { assess } from "@/lib/result/result";
import { matrix, table } from "@/lib/site/data";
import { currentRelease } from "@/lib/site/releases";
import { aloneText, sinceLinkText, viewSinceLink } from "./since-link";

const assessmentOf = (answers: Answers) =>
  assess(matrix, table, encodeAnswers(matrix.slots, answers, currentRelease), answers);

test.each([
  [
    { first: "Linkerd", word: "leaning", share: 70 },
    { first: "Istio", word: "clear", share: 90 },
    "Istio is first, clear, in place of Linkerd, leaning",
  ],
  [
    { first: "“no mesh”", word: "leaning", share: 70 },
    { first: "“no mesh”", word: "clear", share: 90 },
    "“No mesh” is still first: clear, not leaning",
  ],
  [
    { first: "Istio", word: "leaning", share: 70 },
    { first: "Istio", word: "leaning", share: 76 },
    "Istio is still first, in 76 of 100, not 70",
  ],
  [
    { first: "Istio", word: "leaning", share: 70 },
    { first: "Istio", word: "leaning", share: 70 },
    "Istio is still first, as surely as before",
  ],
  [
    { word: "nothing is possible", share: 0 },
    { first: "Istio", word: "clear", share: 99 },
    "Istio is first, clear; nothing was possible",
  ],
  [
    { first: "Istio", word: "clear", share: 99 },
    { word: "nothing is possible", share: 0 },
    "Nothing is possible now; it was Istio, clear",
  ],
  [
    { word: "nothing is possible", share: 0 },
    { word: "nothing is possible", share: 0 },
    "Still nothing is possible",
  ],
])("since the link one came from: %j, %j", (before, now, text) => {
  expect(sinceLinkText(before, now)).toBe(text);
});

test.each([
  [{ before: "Istio", after: "Linkerd", from: 60, to: 20 }, "By itself it puts Linkerd first."],
  [
    { before: "Istio", after: "Istio", from: 60, to: 72 },
    "By itself it moves Istio from 60 to 72 of 100.",
  ],
  [{ before: "Istio", after: "Istio", from: 60, to: 63 }, "By itself it changes next to nothing."],
  [{ before: "Istio", after: undefined, from: 60, to: 0 }, "By itself it leaves nothing possible."],
  [{ before: undefined, after: undefined, from: 0, to: 0 }, "By itself it makes nothing possible."],
  [{ before: undefined, after: "Istio", from: 0, to: 0 }, "By itself it puts Istio first."],
])("what one answer does by itself: %j", (facts, text) => {
  expect(aloneText(facts)).toBe(text);
});

test("each answer that differs is told once, with both texts, and nothing where none does", () => {
  const before: Answers = { platform: "kubernetes", mtls: "must", team: "two" };
  const now: Answers = { platform: "nomad", mtls: "must", licence: "osi" };
  const view = viewSinceLink(assessmentOf(now), assessmentOf(before));
  expect(view?.changes.map(({ question }) => question).sort()).toEqual([
    "licence",
    "platform",
    "team",
  ]);
  const platform = view?.changes.find(({ question }) => question === "platform");
  expect(platform).toMatchObject({ from: "Kubernetes", to: "HashiCorp Nomad" });
  expect(platform?.effect).toBe("By itself it puts Consul first.");
  expect(view?.changes.find(({ question }) => question === "team")?.to).toBe("Not answered");
  expect(viewSinceLink(assessmentOf(now), assessmentOf({ ...now }))).toBeUndefined();
});
