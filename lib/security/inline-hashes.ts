import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { InlineHashes } from "@/lib/security/content-security-policy";

type HashesByPath = Readonly<Record<string, InlineHashes>>;

let hashesByPath: HashesByPath | undefined;

/** Hashes of the inline elements of a prerendered page; undefined for pages rendered per request. */
export function findInlineHashes(path: string): InlineHashes | undefined {
  hashesByPath ??= readHashes();
  return Object.hasOwn(hashesByPath, path) ? hashesByPath[path] : undefined;
}

function readHashes(): HashesByPath {
  const file = join(/* turbopackIgnore: true */ process.cwd(), ".next", "inline-hashes.json");
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new Error(`${file} is missing or damaged. Build with: npm run build`, { cause });
  }
}
