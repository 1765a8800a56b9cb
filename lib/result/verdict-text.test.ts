import { describe, expect, test } from "vitest";
import {
  type CertaintyFacts,
  certaintyText,
  closeText,
  contrastText,
  fitExplanation,
  type HeadingFacts,
  headingText,
  type MustHaves,
  mustHavesText,
  needlessText,
  progressText,
  wordLabelOf,
} from "./verdict-text";

const istio = { label: "Istio", name: "Istio", share: "60" };
const linkerd = { label: "Linkerd", name: "Linkerd", share: "34" };
const none = { label: "No mesh", name: "“no mesh”", share: "under 1" };

describe("headingText", () => {
  const base: HeadingFacts = {
    word: "clear",
    soFar: false,
    first: "Istio, ambient mode",
    named: [istio],
    onlyMustHavesFail: true,
  };
  test.each<[Partial<HeadingFacts>, string]>([
    [{}, "Istio, ambient mode"],
    [{ word: "leaning" }, "Istio, ambient mode"],
    [{ word: "leaning", soFar: true }, "Istio, ambient mode, so far"],
    [{ word: "nearest" }, "Nothing meets every must-have in full; nearest is Istio, ambient mode"],
    [
      { word: "nearest", soFar: true },
      "Nothing meets every must-have in full; nearest is Istio, ambient mode, so far",
    ],
    [{ word: "close" }, "Istio ahead, but too close to call"],
    [
      { word: "close", named: [linkerd, none, istio] },
      "Linkerd, no mesh or Istio: too close to call",
    ],
    [{ word: "close", named: [none, istio] }, "No mesh or Istio: too close to call"],
    [{ word: "close", soFar: true }, "Istio, ambient mode, so far"],
    [{ word: "close", soFar: true, named: [linkerd, istio] }, "Linkerd or Istio, so far"],
    [{ word: "unstated", soFar: true }, "Say what is needed first"],
    [{ word: "impossible", named: [] }, "Nothing meets every must-have"],
    [{ word: "impossible", onlyMustHavesFail: false }, "Nothing meets all conditions"],
  ])("%j", (facts, heading) => {
    expect(headingText({ ...base, ...facts })).toBe(heading);
  });
});

describe("certaintyText", () => {
  const base: CertaintyFacts = {
    word: "leaning",
    soFar: false,
    open: false,
    answered: 3,
    total: 26,
    named: [istio, linkerd, none],
    alone: false,
    variants: 8,
  };
  test.each<[Partial<CertaintyFacts>, string]>([
    [{}, "first in 60 of 100 ways to weigh the answers."],
    [{ open: true }, "3 of 26 answered; first in 60 of 100 if the rest is answered as others did."],
    [
      { word: "close" },
      "Istio is first in 60 of 100 ways to weigh the answers, Linkerd in 34 and “no mesh” in under 1.",
    ],
    [
      { word: "close", open: true },
      "3 of 26 answered; Istio is first in 60 of 100 if the rest is answered as others did, Linkerd in 34 and “no mesh” in under 1.",
    ],
    [{ alone: true }, "it is the only option still possible."],
    [{ alone: true, open: true }, "it is the only option still possible."],
    [
      { alone: true, open: true, soFar: true },
      "3 of 26 answered; it is the only option still possible.",
    ],
    [
      { word: "impossible", named: [] },
      "each of the eight variants fails at least one must-have or limit.",
    ],
  ])("%j", (facts, text) => {
    expect(certaintyText({ ...base, ...facts })).toBe(text);
  });

  test("the count of answers", () => {
    expect(progressText({ answered: 8, total: 26, open: true })).toBe("8 of 26 answered");
    expect(progressText({ answered: 26, total: 26, open: false })).toBe("all 26 answered");
    expect(progressText({ answered: 26, total: 26, open: true })).toBe(
      "all 26 answered, some in part",
    );
  });
});

test("a word says “so far” while questions are open, and never where it has no say", () => {
  expect(wordLabelOf("leaning", true)).toBe("Leaning so far");
  expect(wordLabelOf("close", true)).toBe("Too early to call");
  expect(wordLabelOf("close")).toBe("Too close to call");
  expect(wordLabelOf("clear")).toBe("Clear");
  expect(wordLabelOf("nearest")).toBe("Nearest");
  expect(wordLabelOf("unstated", true)).toBe("No needs named yet");
  expect(wordLabelOf("impossible", true)).toBe("Nothing is possible");
});

describe("mustHavesText", () => {
  const base: MustHaves = {
    asked: 3,
    full: 3,
    addon: 0,
    unverified: 0,
    others: true,
    othersInFull: true,
  };
  test.each<[Partial<MustHaves>, string]>([
    [{}, "It meets all three must-haves in full."],
    [{ othersInFull: false }, "It is the only variant that meets all three must-haves in full."],
    // Nothing else is left: then it is no merit to be the only one.
    [{ others: false, othersInFull: false }, "It meets all three must-haves in full."],
    [{ asked: 2, full: 2 }, "It meets both must-haves in full."],
    [{ asked: 1, full: 1 }, "It meets the one must-have in full."],
    [{ full: 1 }, "It meets one of three must-haves in full and the other two only in part."],
    [{ full: 2 }, "It meets two of three must-haves in full and the other only in part."],
    [
      { full: 2, addon: 1 },
      "It meets two of three must-haves in full and the other with an add-on.",
    ],
    [
      { full: 1, addon: 1 },
      "It meets one of three must-haves in full and the other two in part or with an add-on.",
    ],
    [
      { full: 2, unverified: 1 },
      "It meets two of three must-haves in full and the other as far as is known.",
    ],
    [{ full: 0 }, "It meets all three must-haves only in part."],
    [{ asked: 1, full: 0, addon: 1 }, "It meets the one must-have with an add-on."],
    [
      { full: 2, othersInFull: false },
      "It meets two of three must-haves in full and the other only in part.",
    ],
  ])("%j", (facts, text) => {
    expect(mustHavesText({ ...base, ...facts })).toBe(text);
  });
});

test("a contrast names only what is worth telling", () => {
  const rival = "Linkerd (open source)";
  expect(contrastText({ rival, gain: "Traffic management", loss: "Ease of ownership" })).toBe(
    "Compared with Linkerd (open source) it is stronger on traffic management, but harder to own.",
  );
  expect(contrastText({ rival, gain: "Ease of ownership", loss: "DNS" })).toBe(
    "Compared with Linkerd (open source) it is easier to own, but weaker on DNS.",
  );
  expect(contrastText({ rival, gain: "Traffic management" })).toBe(
    "Compared with Linkerd (open source) it is stronger on traffic management and gives up next to nothing.",
  );
  expect(contrastText({ rival, loss: "Traffic management" })).toBe(
    "Compared with Linkerd (open source) it is weaker on traffic management and gains next to nothing.",
  );
  expect(contrastText({ rival })).toBe(
    "Compared with Linkerd (open source) it is about level on everything that was asked for.",
  );
});

test("a close call says what to decide by, without a figure", () => {
  const one = { name: "no mesh (CNI encryption)", ahead: "Ease of ownership" };
  const other = { name: "Istio (ambient mode)", ahead: "Observability" };
  expect(closeText({ open: false, one, other })).toBe(
    "No mesh (CNI encryption) is easier to own, Istio (ambient mode) is stronger on observability: choose by which of the two matters more. A slightly different weighing puts another first.",
  );
  expect(closeText({ open: true, one: { name: one.name }, other })).toBe(
    "Istio (ambient mode) is stronger on observability; no mesh (CNI encryption) has no clear lead in anything. The open questions can still tip it.",
  );
  expect(closeText({ open: true, one, other: { name: other.name } })).toBe(
    "No mesh (CNI encryption) is easier to own; Istio (ambient mode) has no clear lead in anything. The open questions can still tip it.",
  );
  expect(closeText({ open: false, one: { name: one.name }, other: { name: other.name } })).toBe(
    "Nothing that was asked for sets no mesh (CNI encryption) and Istio (ambient mode) clearly apart. A slightly different weighing puts another first.",
  );
});

test("fit and missing needs in plain words", () => {
  expect(fitExplanation(5, "alone")).toBe(
    "Of the five variants still possible it fits the needs best.",
  );
  expect(fitExplanation(5, "shared")).toBe(
    "None of the five variants still possible fits the needs better.",
  );
  expect(fitExplanation(2, "no")).toBe(
    "The other variant still possible fits the needs better, but is harder to own.",
  );
  expect(fitExplanation(3, "no")).toBe(
    "Of the three variants still possible some fit the needs better, but they are harder to own.",
  );
  expect(needlessText(0, 0)).toBe(
    "No question is answered yet, so this compares only what each option costs to own. Rely on it only once needs are named.",
  );
  expect(needlessText(3, 2)).toBe(
    "The answers do not say yet what is needed, so this compares little more than what each option costs to own. Rely on it only once needs are named.",
  );
});
