import { createHash } from "node:crypto";
import { revalidated } from "@/lib/security/headers";
import { describeProblem, type ProblemKind, type ProblemPart, problemKinds } from "./problem";

export { revalidated as cacheable };

/** Anyone may read, from any site: there are no cookies and nothing personal. */
export const readableAnywhere = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "etag, content-disposition",
} as const;

export interface Content {
  readonly body: string;
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Weak: the same text may travel compressed or not. */
export function etagOf(body: string | Uint8Array): string {
  return `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
}

/** Whether the asker has it already. */
export function isFresh(request: Request, etag: string): boolean {
  const known = request.headers.get("if-none-match");
  if (known === null) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, "");
  return known.trim() === "*" || known.split(",").some((tag) => opaque(tag) === opaque(etag));
}

/** Answers with content that caches may hold, or with 304 if the asker has it already. */
export function respondCacheable(
  request: Request,
  { body, type, headers }: Content,
  etag = etagOf(body),
): Response {
  const common = { ...readableAnywhere, "cache-control": revalidated, etag };
  if (isFresh(request, etag)) return new Response(null, { status: 304, headers: common });
  return new Response(body, { headers: { ...common, "content-type": type, ...headers } });
}

/** Answers with an error as problem details. */
export function respondProblem(
  origin: string,
  kind: ProblemKind,
  detail: string,
  errors: readonly ProblemPart[] = [],
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(describeProblem(origin, kind, detail, errors)), {
    status: problemKinds[kind].status,
    headers: {
      ...readableAnywhere,
      "cache-control": "no-store",
      "content-type": "application/problem+json",
      ...headers,
    },
  });
}
