import { createHash } from "node:crypto";
import type { InlineHashes } from "../security/content-security-policy.ts";

const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;
const inlineStyle = /<style[^>]*>([\s\S]*?)<\/style>/g;

export function hashInlineElements(html: string): InlineHashes {
  return { scripts: hashMatches(html, inlineScript), styles: hashMatches(html, inlineStyle) };
}

function hashMatches(html: string, element: RegExp): string[] {
  const hashes = new Set<string>();
  for (const [, content = ""] of html.matchAll(element)) {
    hashes.add(`sha256-${createHash("sha256").update(content).digest("base64")}`);
  }
  return [...hashes];
}
