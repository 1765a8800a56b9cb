import { expect, test } from "vitest";
import { encodeAnswers } from "@/lib/answers/code";
import { slots } from "@/lib/site/slots";
import { hasUnreadableDraft } from "./draft-problem";

const code = encodeAnswers(slots, { platform: "nomad" }, 0);

test.each([
  ["/questions", code, false],
  ["/questions/traffic", "nonsense", true],
  ["/questions", `${code}x`, true],
  ["/import", "nonsense", true],
  ["/import", code, false],
  ["/questions", "", false],
  ["/questions", null, false],
  ["/questionsandmore", "nonsense", false],
  ["/r/nonsense", "nonsense", false],
])("%s with the draft %j: %s", (path, draft, isUnreadable) => {
  expect(hasUnreadableDraft(slots, 1, path, draft)).toBe(isUnreadable);
});

test("a draft of a release to come cannot be read yet", () => {
  const later = encodeAnswers(slots, { platform: "nomad" }, 1);
  expect(hasUnreadableDraft(slots, 1, "/questions", later)).toBe(true);
});
