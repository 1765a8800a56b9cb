import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { embedPolicy, readAncestors } from "./policy";
import { resizeScript } from "./resize";
import { stylesheet } from "./stylesheet";

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

test("no script is allowed, unless the height is asked for, and then only the one that tells it", () => {
  expect(embedPolicy("*", false)).toBe(
    `default-src 'none'; style-src ${hash(stylesheet)}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors *`,
  );
  expect(embedPolicy("*", true)).toContain(`; script-src ${hash(resizeScript)}; `);
});

test("anybody may frame an embed unless origins are configured", () => {
  expect(readAncestors(undefined)).toBe("*");
  expect(readAncestors("  ")).toBe("*");
  expect(readAncestors("https://wiki.example.org, *.example.com:8443\n'self'")).toBe(
    "https://wiki.example.org *.example.com:8443 'self'",
  );
});

test("a value that would change the rest of the policy is refused", () => {
  for (const value of ["https://a.example; script-src *", "'unsafe-inline'", "https://a.example/x"])
    expect(() => readAncestors(value)).toThrow(/EMBED_ANCESTORS holds/);
});

test("the styles depend on no height of the window, and load nothing", () => {
  expect(stylesheet).not.toMatch(/\d(?:d|s|l)?v(?:h|b|min|max)\b|url\(|@import|</);
  expect(resizeScript).not.toMatch(/<\/|innerHeight|scrollHeight|addEventListener/);
});
