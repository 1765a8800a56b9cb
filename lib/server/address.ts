import type { IncomingMessage } from "node:http";

/** Of a request, all that an endpoint may look at beside its body. */
const forwarded =
  /^(?:accept|content-type|origin|mcp-.+|access-control-request-(?:method|headers))$/;

/** The address of a request. A proxy’s form of it, with scheme and host, is read too, as HTTP wants. */
export function readAddress({ url = "/", headers }: IncomingMessage) {
  let address = url;
  let host = headers.host;
  if (!url.startsWith("/") && URL.canParse(url)) {
    const whole = new URL(url);
    address = `${whole.pathname}${whole.search}`;
    host = whole.host;
  }
  const [beforeHash = ""] = address.split("#", 1);
  const at = beforeHash.indexOf("?");
  return {
    path: at < 0 ? beforeHash : beforeHash.slice(0, at),
    search: at < 0 ? "" : beforeHash.slice(at),
    host,
  };
}

/** What is asked of Next: where the site is published, and of a request that is more than reading, what an endpoint may look at. */
export function headersFor(origin: string, request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  const { host, protocol } = new URL(origin);
  headers.host = host;
  headers["x-forwarded-proto"] = protocol.slice(0, -1);
  const reads = request.method === "GET" || request.method === "HEAD";
  if (!reads)
    for (const [name, value] of Object.entries(request.headers))
      if (forwarded.test(name) && typeof value === "string") headers[name] = value;
  return headers;
}
