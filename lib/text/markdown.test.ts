import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeMarkdown, link, table } from "./markdown";

describe("escapeMarkdown", () => {
  test("leaves ordinary prose as it is", () => {
    const text =
      "Istio (ambient mode) is first in 92 of 100 ways, “clear”; 2,000 services - or 3.5!";
    expect(escapeMarkdown(text)).toBe(text);
  });

  test("starts no markup, whatever a stranger writes", () => {
    const active =
      /(?<!\\)[`*[\]]|(?<![\\\p{L}\p{N}])_|(?<!\\)_(?![\p{L}\p{N}])|[<>{}|~@$#]|&(?!#\d+;|lt;|gt;|amp;)|:\/\/|[\n\r]|^\s*[-+]|^\s*\d+[.)]/u;
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" })),
        (text) => {
          // A reference or an escaped backslash is a visible character: it stands for one, so that what follows it
          // does not look like the start of the line.
          const withoutReferences = escapeMarkdown(text)
            .replace(/\\\\/g, "·")
            .replace(/&(#\d+|lt|gt|amp);/g, "·");
          expect(withoutReferences).not.toMatch(active);
        },
      ),
      { numRuns: 500, examples: [["#+"], ["\\+"], ["&1."], ["+"], [" - x"], ["1) x"]] },
    );
  });

  test("keeps a script, a link, an expression and a mention harmless", () => {
    expect(escapeMarkdown("<script>")).toBe("&lt;script&gt;");
    expect(escapeMarkdown("[a](javascript:x)")).toBe("\\[a\\](javascript:x)");
    expect(escapeMarkdown("{process.env}")).toBe("&#123;process.env&#125;");
    expect(escapeMarkdown("@all https://evil.example")).toBe(
      "&#64;all https:&#47;&#47;evil.example",
    );
    expect(escapeMarkdown("1. one\n# two")).toBe("1\\. one &#35; two");
  });
});

test("a link cannot be left through its address", () => {
  expect(link("a]", "https://x.example/(b) [c]|")).toBe(
    "[a\\]](https://x.example/%28b%29%20%5Bc%5D%7C)",
  );
});

test("a table states which columns hold numbers", () => {
  expect(table(["a", "b"], [["1", "2"]], [1])).toBe("| a | b |\n| --- | ---: |\n| 1 | 2 |");
});
