import fc from "fast-check";
import { expect, test } from "vitest";
import { wordedHref } from "@/lib/result/links";
import {
  type EmbedOptions,
  readEmbedOptions,
  readHost,
  themes,
  views,
  writeEmbedOptions,
} from "./parameters";

const read = (query: string) => readEmbedOptions(new URLSearchParams(query));

const anyText = (longest: number) =>
  fc.array(fc.nat(0x10ffff), { maxLength: longest }).map((codes) => String.fromCodePoint(...codes));

test("the names and values that pages of others hold stay as they are", () => {
  expect(read("view=full&theme=dark&title=Payments&note=For+the+board")).toEqual({
    view: "full",
    theme: "dark",
    title: "Payments",
    note: "For the board",
  });
  expect(read("view=compact&theme=light")).toEqual({ view: "compact", theme: "light" });
  expect(read("theme=auto")).toEqual({ view: "compact", theme: "auto" });
});

test("what is not known becomes the default", () => {
  expect(read("view=FULL&theme=%22%3E&size=x&title=&note=%E2%80%AE")).toEqual({
    view: "compact",
    theme: "auto",
  });
});

test("what is written is read again", () => {
  const word = fc.option(anyText(300), { nil: undefined });
  const options = fc.record({
    view: fc.constantFrom(...views),
    theme: fc.constantFrom(...themes),
    title: word,
    note: word,
  });
  fc.assert(
    fc.property(options, ({ view, theme, title, note }) => {
      const first = read(
        new URLSearchParams({ view, theme, title: title ?? "", note: note ?? "" }).toString(),
      );
      const written = writeEmbedOptions(first);
      expect(written).toMatch(/^$|^\?[\w.*+%=&-]+$/);
      expect(read(written)).toEqual(first satisfies EmbedOptions);
      expect(wordedHref("x", first)).not.toMatch(/[?&](view|theme)=/);
    }),
    { numRuns: 50 },
  );
});

test("only an origin can ask for the height", () => {
  const host = (value: string) => readHost(new URLSearchParams({ resize: value }));
  expect(host("https://wiki.example.org")).toBe("https://wiki.example.org");
  expect(host("http://localhost:3000")).toBe("http://localhost:3000");
  for (const wrong of [
    "null",
    "*",
    "",
    "https://a.example/",
    "javascript:alert(1)",
    "data:,x",
    'https://"><script>',
    `https://${"a".repeat(400)}.example`,
  ])
    expect(host(wrong)).toBeUndefined();
  expect(readHost(new URLSearchParams())).toBeUndefined();
});
