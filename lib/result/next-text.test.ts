import { describe, expect, test } from "vitest";
import { enoughText, nextText, tieText } from "./next-text";

describe("the finding about what to do next", () => {
  const settled = { open: 0, decides: false, possible: true, tie: false };
  test.each<[Partial<typeof settled>, string]>([
    [{}, "Everything is answered"],
    [{ open: 3 }, "No open answer is likely to change first place"],
    [{ tie: true }, "Try both: the answers do not set them apart"],
    [{ open: 3, tie: true }, "Try both: the answers do not set them apart"],
    [{ open: 3, decides: true }, "One answer tells most"],
    [{ open: 3, decides: true, tie: true }, "One answer tells most"],
    [{ possible: false }, "Take back a must-have or a condition"],
    [{ possible: false, open: 3, decides: true }, "Take back a must-have or a condition"],
  ])("%j", (facts, finding) => {
    expect(nextText.finding({ ...settled, ...facts })).toBe(finding);
  });
});

test("how many questions are open beside the one that tells most", () => {
  expect(nextText.note(1)).toBe("It is the only question still open.");
  expect(nextText.note(2)).toBe("Of two open questions this one tells most about first place.");
  expect(nextText.note(14)).toBe("Of 14 open questions this one tells most about first place.");
});

test("what “that is all I need” comes to", () => {
  expect(enoughText({ word: "leaning", name: "Linkerd", share: 60 })).toBe(
    "closes what is open: Linkerd, leaning, 60 of 100.",
  );
  expect(enoughText({ word: "nothing is possible", name: undefined, share: 0 })).toBe(
    "closes what is open; nothing is possible then.",
  );
});

test("how to break a tie", () => {
  const pair = ["Istio", "“no mesh”"];
  expect(tieText(pair, 0)).toBe(
    "No open question decides between Istio and “no mesh”: try both for two weeks, with the same exit criteria",
  );
  expect(tieText(pair, 1)).toBe(
    "One open question can decide between Istio and “no mesh”; if it does not, try both",
  );
  expect(tieText(pair, 3)).toBe(
    "Three open questions can decide between Istio and “no mesh”; if they do not, try both",
  );
});
