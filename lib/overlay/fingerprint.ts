import { createHash } from "node:crypto";

/** Names a text by its content. */
export function fingerprint(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
