import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseAst } from "vitest/node";
import { findMisuse, usages } from "./usage";

const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  encoding: "utf8",
})
  .trim()
  .split("\n");
const sources = tracked.filter(
  (file) =>
    /^(app|components|lib)\/.*\.tsx?$/.test(file) &&
    !/\.test\.|^lib\/(bench|text\/usage)/.test(file),
);
const documents = tracked.filter((file) =>
  /^[^/]+\.md$|^docs\/.*\.md$|^data\/[^/]*\.md$/.test(file),
);

/** Attributes and calls whose strings no reader sees. */
const unseen = new Set(["className", "class", "d", "href", "id", "viewBox", "media"]);

interface Node {
  readonly type?: string;
  readonly [key: string]: unknown;
}

/** Every string of a source that may be read: literals, templates and the text between tags. */
function* textsIn(node: unknown): Generator<string> {
  if (Array.isArray(node)) for (const each of node) yield* textsIn(each);
  if (typeof node !== "object" || node === null || Array.isArray(node)) return;
  const { type, ...rest } = node as Node;
  if (type === "ImportDeclaration" || type === "ExportAllDeclaration") return;
  if (type === "JSXAttribute" && unseen.has((rest.name as { name: string }).name)) return;
  if (type === "Literal" && typeof rest.value === "string") yield rest.value;
  if (type === "JSXText") yield rest.value as string;
  if (type === "TemplateLiteral")
    yield (rest.quasis as { value: { cooked: string } }[])
      .map(({ value }) => value.cooked)
      .join("…");
  for (const [key, child] of Object.entries(rest)) if (key !== "quasis") yield* textsIn(child);
}

function misusesIn(texts: Iterable<string>): string[] {
  return [...texts].flatMap((text) => {
    // One word alone is an identifier, a key or a class.
    const misuse = /\s/.test(text.trim()) ? findMisuse(text, { computed: true }) : undefined;
    return misuse ? [`“${misuse.found}”: we say ${misuse.say}: ${text.trim().slice(0, 90)}`] : [];
  });
}

const strings = (file: string) =>
  textsIn(parseAst(readFileSync(file, "utf8"), { lang: file.endsWith("x") ? "tsx" : "ts" }));

const at = (file: string, lines: readonly string[]) => lines.map((line) => `${file}: ${line}`);

/** A document without code, words in quotes, and the table of CONTRIBUTING that lists the words. */
function proseOf(file: string): string[] {
  return readFileSync(file, "utf8")
    .replace(/^## Words$[\s\S]*?(?=^## )/m, "")
    .replace(/^```[\s\S]*?^```/gm, "")
    .replace(/`[^`\n]*`|"[^"\n]*"|“[^”\n]*”/g, "")
    .split("\n");
}

describe("the words", () => {
  test("a literal, a template, an attribute and the text between tags are looked at, classes are not", () => {
    const source = `const a = "please mend it"; const b = \`\${a} the reckoned sum\`;
      const c = <p title="what bites first" className="easily mend">starts anew <b>here</b></p>;`;
    expect(
      misusesIn(textsIn(parseAst(source, { lang: "tsx" }))).map((line) => line.split(":")[0]),
    ).toEqual(["“mend”", "“reckoned”", "“bites”", "“anew”"]);
  });

  test("no string of app, components or lib says otherwise", () => {
    expect(sources.length).toBeGreaterThan(300);
    expect(sources.flatMap((file) => at(file, misusesIn(strings(file))))).toEqual([]);
  });

  test("their apostrophes are typographic", () => {
    const straight = (text: string) =>
      /[a-z]'(s|t|re|ll|ve|d)? /.test(text) && !/["$={}]|'\w+'|git|kubectl/.test(text);
    expect(sources.flatMap((file) => at(file, [...strings(file)].filter(straight)))).toEqual([]);
  });

  test("no document says otherwise", () => {
    expect(documents).toContain("README.md");
    expect(documents.flatMap((file) => at(file, misusesIn(proseOf(file))))).toEqual([]);
  });

  test("CONTRIBUTING lists all of them, and no others", () => {
    const [, section = ""] = readFileSync("CONTRIBUTING.md", "utf8").split(/^## Words$/m);
    const rows = section
      .split(/^## /m)[0]
      ?.match(/^\| .+ \|$/gm)
      ?.slice(2)
      .map((row) =>
        row
          .slice(1, -1)
          .split("|")
          .map((cell) => cell.trim()),
      );
    expect(rows).toEqual(usages.map(({ say, not }) => [say, not]));
  });
});
