/**
 * Where this site is reached, for links in answers that caches may hold: as configured, else as the Host header says.
 * X-Forwarded-Host is not looked at: no cache tells answers apart by it, so a stranger could have one filled with links
 * to a site of theirs.
 */
export function publicOrigin(headers: Headers, siteUrl = process.env.SITE_URL): string {
  if (siteUrl) return new URL(siteUrl).origin;
  const host = headers.get("host") ?? "";
  const protocol = headers.get("x-forwarded-proto")?.split(",")[0] === "https" ? "https" : "http";
  return /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i.test(host) ? `${protocol}://${host}` : "";
}
