import "server-only";

/** Where this site is reached: as configured, or as the request says. Only for links shown to the one who asked. */
export function originOf(headers: Headers): string {
  if (process.env.SITE_URL) return new URL(process.env.SITE_URL).origin;
  const host = headers.get("x-forwarded-host") ?? headers.get("host") ?? "localhost";
  const protocol = headers.get("x-forwarded-proto")?.split(",")[0] === "https" ? "https" : "http";
  return /^[\w.:[\]-]+$/.test(host) ? `${protocol}://${host}` : "";
}
