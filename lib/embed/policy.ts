import { createHash } from "node:crypto";
import { resizeScript } from "./resize";
import { stylesheet } from "./stylesheet";

function hashOf(content: string): string {
  return `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
}

const styleHash = hashOf(stylesheet);
const scriptHash = hashOf(resizeScript);

const source = /^(?:\*|'self'|'none'|(?:https?:\/\/)?(?:\*\.)?[\w.-]+(?::(?:\d+|\*))?)$/;

/**
 * Who may frame an embed: the value of EMBED_ANCESTORS as a list of sources, anybody when it is not set. What is not a
 * source would change the meaning of the policy, so it is refused.
 */
export function readAncestors(value: string | undefined): string {
  const sources = (value ?? "").split(/[\s,]+/).filter(Boolean);
  if (sources.length === 0) return "*";
  const wrong = sources.find((each) => !source.test(each));
  if (wrong !== undefined) {
    throw new Error(
      `EMBED_ANCESTORS holds "${wrong}". It is a list of origins such as https://wiki.example.org, separated by spaces.`,
    );
  }
  return sources.join(" ");
}

/** The policy of an embedded document: its own styles, no script but the one that tells its height, nothing from outside. */
export function embedPolicy(ancestors: string, resizes: boolean): string {
  return [
    "default-src 'none'",
    `style-src ${styleHash}`,
    ...(resizes ? [`script-src ${scriptHash}`] : []),
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors}`,
  ].join("; ");
}

/** The policy of a picture that is opened by itself: only the style element it holds. */
export function picturePolicy(style: string): string {
  return `default-src 'none'; style-src ${hashOf(style)}; frame-ancestors 'none'`;
}
