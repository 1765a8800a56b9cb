/**
 * What depends on nothing but the address and the release of the data. Browsers ask again after five minutes, shared caches
 * after a day, and both may go on with what they have while they ask.
 */
export const revalidated = "public, max-age=300, s-maxage=86400, stale-while-revalidate=604800";

/** Pages of any site may read it with a script. */
export const anyOrigin = { "access-control-allow-origin": "*" } as const;

/** What pages of others show or read: embeds and pictures, files of a result, the API and what goes with it. */
const forOthers =
  /^\/(?:embed(?:\.js$|\/)|r\/[^/]+\/[\w-]+\.\w+$|api\/|mcp$|oembed$|schemas\/|matrix\.(?:json|csv)$|feed\.xml$|dates\.ics$|llms\.txt$|search-index\.json$)/;

/** The headers that every answer carries, by its address. What may be framed says so itself, in its policy. */
export function securityHeaders(
  path: string,
  hsts: string | undefined,
): Readonly<Record<string, string>> {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy":
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": forOthers.test(path) ? "cross-origin" : "same-origin",
    ...(path.startsWith("/embed/") ? {} : { "x-frame-options": "DENY" }),
    ...(hsts === undefined ? {} : { "strict-transport-security": hsts }),
  };
}
