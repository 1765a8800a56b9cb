import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeMarkup, markup, verbatim } from "./markup";

const anyText = (longest: number) =>
  fc.array(fc.nat(0x10ffff), { maxLength: longest }).map((codes) => String.fromCodePoint(...codes));

test("whatever is put into a template is escaped, and markup is not escaped twice", () => {
  const inner = markup`<b>${"<i> & \"x\" 'y'"}</b>`;
  expect(`${markup`<p title="${'a"b'}">${[inner, 3, undefined, ["<"]]}</p>`}`).toBe(
    '<p title="a&quot;b"><b>&lt;i&gt; &amp; &quot;x&quot; &#39;y&#39;</b>3&lt;</p>',
  );
  expect(markup`<style>${verbatim("a>b{}")}</style>`.text).toBe("<style>a>b{}</style>");
});

test("escaped text can end neither an element nor a quoted attribute, and holds nothing XML forbids", () => {
  fc.assert(
    fc.property(anyText(40), (text) => {
      const escaped = escapeMarkup(text);
      expect(escaped).not.toMatch(/[<>"']/);
      expect(escaped).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must be gone.
      expect(escaped).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u);
    }),
  );
});

test.each([
  ["plain – “text”", "plain – “text”"],
  ["&amp;", "&amp;amp;"],
  ["</script><script>alert(1)</script>", "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;"],
  ['" onload="x', "&quot; onload=&quot;x"],
  ["' onload='x", "&#39; onload=&#39;x"],
  ["]]>", "]]&gt;"],
  ["a\u0000b\u001fc\uffff", "a\ufffdb\ufffdc\ufffd"],
  ["\ud800", "\ufffd"],
  ["😀\tx\n", "😀\tx\n"],
])("%j stands in markup as %j", (text, written) => expect(escapeMarkup(text)).toBe(written));
