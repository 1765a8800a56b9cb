import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findWrongImports, importsOf, readImports, withPicture } from "./rooms";

const imports = readImports();

test("no import leads up, and no two rooms import each other", () => {
  expect(imports.length).toBeGreaterThan(1000);
  expect(findWrongImports(imports)).toEqual([]);
});

test("the picture in docs/ARCHITECTURE.md is that of the code: npm run architecture draws it", () => {
  const document = readFileSync("docs/ARCHITECTURE.md", "utf8");
  expect(document).toContain("```mermaid");
  expect(withPicture(document, imports)).toBe(document);
});

test("every file that docs/ARCHITECTURE.md names is there", () => {
  const document = readFileSync("docs/ARCHITECTURE.md", "utf8");
  const named = [...document.matchAll(/`((?:app|components|data|lib|docs|e2e)\/[^`\s…]+)`/g)];
  expect(named.length).toBeGreaterThan(20);
  for (const [, path = ""] of named) expect(existsSync(path), path).toBe(true);
});

test.each([
  ["a static import", 'import { a } from "@/lib/data/types";', "lib/data/types"],
  ["one of a neighbour", 'import type { A } from "./types";', "lib/engine/types"],
  ["one beside", 'export { a } from "../data/types";', "lib/data/types"],
  ["a late one", 'await import("@/lib/site/start");', "lib/site/start"],
  ["one for its effect", 'import "./load";', "lib/engine/load"],
])("%s is seen", (_, source, to) => {
  expect(importsOf("lib/engine/judge.ts", source)).toEqual([{ from: "lib/engine/judge.ts", to }]);
});

test.each([
  [{ from: "lib/data/x.ts", to: "lib/overlay/y" }, "which is on a floor above it"],
  [{ from: "lib/result/x.ts", to: "components/ui/y" }, "which is on a floor above it"],
  [{ from: "lib/cellar/x.ts", to: "lib/data/y" }, "no floor in lib/architecture/rooms.ts names"],
])("%j is refused", (wrong, why) => {
  expect(findWrongImports([wrong])).toEqual([expect.stringContaining(why)]);
});

test("two rooms of one floor that import each other are refused, one alone is not", () => {
  const one = { from: "lib/kit/x.ts", to: "lib/plan/y" };
  const back = { from: "lib/plan/x.ts", to: "lib/kit/y" };
  expect(findWrongImports([one])).toEqual([]);
  expect(findWrongImports([one, back])).toEqual([expect.stringContaining("move the shared part")]);
});
