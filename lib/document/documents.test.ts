import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

const imported = /(?:^|\n)(?:import|export)\s[^;]*?from\s+"([^"]+)"|(?:^|\n)import\s+"([^"]+)"/g;

/** The file of this project that an import names; undefined of a package. */
function fileOf(from: string, name: string): string | undefined {
  const path = name.startsWith("@/") ? name.slice(2) : join(dirname(from), name);
  if (!name.startsWith("@/") && !name.startsWith(".")) return undefined;
  return [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`]
    .map(normalize)
    .find((each) => /\.tsx?$/.test(each) && existsSync(each));
}

/** Everything that is imported from here on, each with the way to it. */
function reachableFrom(start: string): Map<string, readonly string[]> {
  const ways = new Map<string, readonly string[]>([[start, [start]]]);
  for (const [file, way] of ways)
    for (const [, from, bare] of readFileSync(file, "utf8").matchAll(imported)) {
      const next = fileOf(file, from ?? bare ?? "");
      if (next && !ways.has(next)) ways.set(next, [...way, next]);
    }
  return ways;
}

const documents = globSync("app/**/route.{ts,tsx}").filter((file) =>
  readFileSync(file, "utf8").includes("createDocument"),
);

test("nothing a document is made of is for the browser", () => {
  expect(documents.length).toBeGreaterThan(10);
  for (const document of documents)
    for (const [file, way] of reachableFrom(document)) {
      const text = readFileSync(file, "utf8");
      const path = way.join(" → ");
      expect(/^["']use client["']/.test(text), `a client component: ${path}`).toBe(false);
      expect(text.includes('from "next/link"'), `soft navigation: ${path}`).toBe(false);
    }
});
