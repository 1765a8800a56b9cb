import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (pattern: string) =>
  globSync(pattern, { exclude: ["**/node_modules/**", "**/*.test.*"] }).map(
    (file) => [file, readFileSync(file, "utf8")] as const,
  );

/** Classes that are put together: one for each option of the data. */
const composed = /^o-[a-z]+$/;

test("every class that a style sheet names is given to something", () => {
  const literals = read("{app,components,lib}/**/*.{ts,tsx}").flatMap(([, code]) =>
    [...code.matchAll(/"[^"\n]*"|`[^`]*`/g)].flatMap(([text]) => text.match(/[\w-]+/g) ?? []),
  );
  const given = new Set(literals);
  const dead = read("{app,components}/**/*.css").flatMap(([file, css]) =>
    [...css.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(/([^{};]+)\{/g)]
      .filter(([, selector = ""]) => !selector.trim().startsWith("@"))
      .flatMap(([, selector = ""]) => [...selector.matchAll(/\.([a-z][\w-]*)/g)])
      .filter(([, name = ""]) => !given.has(name) && !composed.test(name))
      .map(([, name]) => `${file}: .${name}`),
  );
  expect(dead).toEqual([]);
});
