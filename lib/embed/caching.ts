import "server-only";
import { createHash } from "node:crypto";
import { revalidated } from "@/lib/security/headers";

export const noStore = { "cache-control": "no-store" } as const;

/** Answers with the body, or that it has not changed. */
export function forCaches(
  request: Request,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Response {
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const all = { ...headers, "cache-control": revalidated, etag };
  const known = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? [];
  if (known.some((each) => each === "*" || `W/${each.replace(/^W\//, "")}` === etag)) {
    return new Response(null, { status: 304, headers: all });
  }
  return new Response(body, { headers: all });
}
