import { expect, test } from "vitest";
import { answersText } from "./answers";
import { type ReasonsFacts, reasonsText } from "./reasons";

const rules: ReasonsFacts = { rules: 6, excluding: 0, out: [], asksFor: [], acting: 6 };

test.each<[Partial<ReasonsFacts>, string]>([
  [{ rules: 0, acting: 0 }, "No rule applies: the answers count as they stand"],
  [{ excluding: 1, out: ["A"] }, "six rules apply to the answers, and one of them rules out A"],
  [
    { excluding: 2, out: ["A", "B", "C"], asksFor: ["“X”"] },
    "six rules apply to the answers, and two of them rule out A, B and one more",
  ],
  [
    { rules: 1, acting: 1, excluding: 1, out: ["A", "B"] },
    "One rule applies to the answers, and it rules out A and B",
  ],
  [{ asksFor: ["“X”", "“Y”"] }, "six rules apply to the answers, and ask for “X” and “Y”"],
  [{ rules: 1, acting: 1, asksFor: ["“X”"] }, "one rule applies to the answers, and asks for “X”"],
  [{}, "six rules apply to the answers, and none rules anything out"],
  [{ rules: 1, acting: 1 }, "one rule applies to the answers, and it rules nothing out"],
  [
    { acting: 0 },
    "six rules apply to the answers, only to add a few notes: nothing is weighed otherwise",
  ],
])("the finding on the rules names what they do: %j", (facts, text) => {
  expect(reasonsText({ ...rules, ...facts })).toBe(text);
});

test.each([
  [0, 31, [], "None of the 31 questions is answered yet"],
  [5, 31, [], "5 of 31 questions are answered, without a must-have"],
  [1, 31, ["“A”"], "1 of 31 questions is answered, with “A” as a must-have"],
  [31, 31, ["“A”", "“B”"], "All 31 questions are answered, with “A” and “B” as must-haves"],
  [
    5,
    31,
    ["“A”", "“B”", "“C”", "“D”"],
    "5 of 31 questions are answered, with “A”, “B” and two more as must-haves",
  ],
])(
  "the finding on the answers names the must-haves: %i of %i, %j",
  (answered, total, musts, text) => {
    expect(answersText(answered, total, musts)).toBe(text);
  },
);
