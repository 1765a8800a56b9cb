import type { IncomingMessage } from "node:http";
import type { ProblemKind } from "@/lib/api/problem";
import { bodyLimit } from "@/lib/api/read-json";
import { listed } from "@/lib/text/words";

/** Why a request is turned away before anything of the application sees it. */
export interface Refusal {
  readonly kind: ProblemKind;
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Addresses that answer every method themselves. All others are pages and files, to be read. */
const endpoint =
  /^\/(?:answer$|api(?:\/|$)|mcp$|oembed$|embed\/(?!v\d+\.js$)|r(?:\/|$)|readyz$|matrix\.|feed\.|dates\.|llms\.|search-index\.)/;

/** Next’s own addresses, of which nothing is used here or nothing may be asked for from outside. */
const internal =
  /^\/(?:_next(?:\/|$)|_error$|_global-error$|_not-found$|404$|500$|document$|healthz\/|r\/bad-link$)/;

/** Steps to the folder above or to the same, in any spelling: they lead to an address past what is looked at here. */
const detour = /\\|%5c|(?:^|\/|%2f)(?:\.|%2e){1,2}(?=\/|%2f|;|$)/i;

/**
 * What is wrong with a request, told from its head alone; undefined if the application may see it. Here ends what the
 * framework would answer with an error of its own, or not at all.
 */
export function refuse(
  { method = "GET", headers }: Pick<IncomingMessage, "method" | "headers">,
  path: string,
): Refusal | undefined {
  if (!methods.includes(method)) return refuseMethod(method, methods);
  if (!isReadable(path))
    return {
      kind: "bad-request",
      detail:
        "The address cannot be read: a % in it is not followed by the digits of a UTF-8 character.",
    };
  if (detour.test(path) || internal.test(decodeURIComponent(path)))
    return { kind: "not-found", detail: "Nothing is published at this address." };
  const reads = method === "GET" || method === "HEAD";
  if (!reads && !endpoint.test(path)) return refuseMethod(method, ["GET", "HEAD"]);
  const length = Number(headers["content-length"] ?? 0);
  if (reads && (length > 0 || headers["transfer-encoding"] !== undefined))
    return { kind: "bad-request", detail: `A ${method} request has no body. Leave it out.` };
  return length > bodyLimit ? tooLarge : undefined;
}

export const tooLarge: Refusal = {
  kind: "too-large",
  detail: "The body has more than 16 kB. Send only the answers; all of them need about 2 kB.",
};

function refuseMethod(method: string, allowed: readonly string[]): Refusal {
  return {
    kind: "method-not-allowed",
    detail: `${method} does not work here. Use ${listed(allowed, "or")}.`,
    headers: { allow: allowed.join(", ") },
  };
}

/** Whether the percent signs of a path stand for text. */
export function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}

/** Parameters that whoever shares a link hangs on it to count visits. No page looks at them. */
const counting = /^(?:utm_\w+|gclid|fbclid|msclkid|mc_[ce]id)$/;

/** The query of an address as it counts here: without what nothing looks at. */
export function meantQuery(search: string): string {
  if (search.length < 2) return "";
  const parts = search.slice(1).split("&");
  const meant = parts.filter((part) => part !== "" && !counting.test(part.split("=", 1)[0] ?? ""));
  return meant.length > 0 ? `?${meant.join("&")}` : "";
}

/** Addresses behind which a result is computed. */
const result = /^\/(?:r\/|embed\/|share\/|compare$|mcp$|oembed$|api\/v1\/(?:recommend|compare)$)/;

/** Whether answering takes long, so that it goes behind what does not. */
export function takesLong(path: string): boolean {
  return result.test(path);
}
