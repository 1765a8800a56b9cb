import { expect, test } from "vitest";
import { cutText, shorten } from "./cut-text";

test("a character is never cut in two", () => {
  const text = `${"a".repeat(79)}😀b`;
  expect(cutText(text, 80)).toBe(`${"a".repeat(79)}😀`);
  expect(cutText(text, 79)).toBe("a".repeat(79));
  for (let most = 0; most < 82; most++)
    expect(() => encodeURIComponent(cutText(text, most))).not.toThrow();
});

test("half a character that was sent is replaced", () => {
  expect(cutText("a\ud800", 10)).toBe("a\ufffd");
});

test("what was left out is marked, and only then", () => {
  expect(shorten("abc", 3)).toBe("abc");
  expect(shorten("abcd", 3)).toBe("abc…");
  expect(shorten("😀😀", 2)).toBe("😀😀");
});
