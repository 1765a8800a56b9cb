import "server-only";
import { etagOf, isFresh } from "@/lib/api/respond";
import { revalidated } from "@/lib/security/headers";

export const noStore = { "cache-control": "no-store" } as const;

/** Answers with the body, or that it has not changed. */
export function forCaches(
  request: Request,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Response {
  const etag = etagOf(body);
  const all = { ...headers, "cache-control": revalidated, etag };
  if (isFresh(request, etag)) return new Response(null, { status: 304, headers: all });
  return new Response(body, { headers: all });
}
