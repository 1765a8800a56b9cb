import { createRandom } from "../engine/random";

/** One request as bytes on a socket, and what the client does to it. */
export interface Hostile {
  /** What it is an example of, for counting. */
  readonly kind: string;
  readonly method: string;
  readonly path: string;
  readonly bytes: Buffer;
  /** The client closes its side after so many bytes; undefined: it sends all and reads. */
  readonly cutAt?: number;
  /** After what was sent the client only ends its own side, and reads on. */
  readonly isHalfOpen?: boolean;
}

const paths = [
  "/",
  "/questions",
  "/questions/platform",
  "/questions/all",
  "/questions/review",
  "/matrix",
  "/matrix/retries",
  "/matrix.json",
  "/matrix.csv",
  "/method",
  "/glossary",
  "/options",
  "/options/cloud",
  "/evidence",
  "/changes",
  "/corrections",
  "/costs",
  "/import",
  "/search",
  "/compare",
  "/r",
  "/r/bad-link",
  "/answer",
  "/oembed",
  "/mcp",
  "/api",
  "/api/v1/recommend",
  "/api/v1/compare",
  "/api/v1/questions",
  "/api/v1/matrix",
  "/api/v1/matrix/retries",
  "/api/v1/openapi.json",
  "/feed.xml",
  "/dates.ics",
  "/llms.txt",
  "/robots.txt",
  "/sitemap.xml",
  "/search-index.json",
  "/healthz",
  "/readyz",
  "/embed.js",
  "/embed/v1.js",
  "/icon.svg",
  "/schemas/result.schema.json",
  "/.well-known/security.txt",
  "/_next/image",
  "/_next/static/x.js",
  "/_next/data/x/y.json",
  "/document",
  "/_global-error",
  "/_not-found",
  "/500",
  "/share",
  "/none",
];
const ends = [
  "",
  "/plan",
  "/kit",
  "/kit.zip",
  "/card.svg",
  "/card.png",
  "/badge.svg",
  "/result.json",
  "/result.md",
  "/adr.md",
  "/fit.csv",
  "/revisit.ics",
];
const keys = [
  "a",
  "q",
  "title",
  "note",
  "r",
  "rps",
  "services",
  "platform",
  "mtls",
  "url",
  "format",
  "view",
  "theme",
  "problem",
  "release",
  "option",
  "category",
  "need",
  "level",
  "maxwidth",
  "_rsc",
  "__nextLocale",
  "__nextDefaultLocale",
  "nxtPcode",
  "nxtPslug",
  "code",
  "slug",
  "__proto__",
  "constructor",
  "toString",
  "a[]",
  "a[b]",
  "utm_source",
  "",
];
const values = [
  "",
  "0",
  "-1",
  "1e999",
  "NaN",
  "null",
  "true",
  "[]",
  "{}",
  "must",
  "kubernetes",
  "../../etc/passwd",
  "<script>alert(1)</script>",
  "%",
  "%zz",
  "%00",
  "%0d%0aSet-Cookie:%20a=b",
  "%C0%80",
  "%ED%A0%80",
  "%F0%9F%98%80",
  "%E2%80%AE",
  "%EF%BF%BF",
  "https://evil.example/r/abc",
  "//evil.example",
  "javascript:alert(1)",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "1;2",
  "a,b",
  "+",
  "%2B",
  "'\"`",
  "{{7*7}}",
];
const texts = [
  ...values,
  "\u0000",
  "\u0001",
  "\t",
  "\r",
  "\u00ff\u00fe",
  "\ud83d\ude00",
  "*",
  "*/*",
  "0",
  "-",
  ";q=",
  "q=0",
  ",,,,",
  "a=b; c=d",
  '"',
  'W/"x"',
  "bytes=0-",
  "bytes=-1",
  "bytes=5-1",
  "bytes=0-0,2-3,9-",
  `bytes=${"0-1,".repeat(900)}`,
  "items=0-1",
  "bytes=9999999999999999999999-",
  "chunked",
  "gzip, chunked",
  "identity",
  "chunked, chunked",
  "xchunked",
  "100-continue",
  "200-ok",
  "websocket",
  "h2c",
  "upgrade, http2-settings",
  "close",
  "keep-alive",
  "keep-alive, upgrade",
  "text/html",
  "application/json",
  "text/event-stream",
  "multipart/form-data",
  "multipart/form-data; boundary=x",
  "application/x-www-form-urlencoded",
  "text/x-component",
  "Thu, 01 Jan 1970 00:00:00 GMT",
  "evil.example",
  "evil.example:99999",
  "[::1]",
  "[",
  "a b",
  "a@b",
  "a/b",
  "https",
  "ftp",
  "javascript",
  "::1, 127.0.0.1",
  "en-GB,de;q=0.1",
  "xx".repeat(3000),
  "%5B%22%22%5D",
  '["",{"children":["__PAGE__",{}]}]',
  "1",
];
const names = [
  "host",
  "range",
  "if-range",
  "if-match",
  "if-none-match",
  "if-modified-since",
  "if-unmodified-since",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-for",
  "x-forwarded-port",
  "x-forwarded-prefix",
  "forwarded",
  "x-real-ip",
  "x-original-url",
  "x-rewrite-url",
  "x-http-method-override",
  "expect",
  "upgrade",
  "connection",
  "transfer-encoding",
  "te",
  "trailer",
  "content-length",
  "content-type",
  "content-encoding",
  "accept",
  "accept-encoding",
  "accept-language",
  "accept-charset",
  "rsc",
  "next-router-state-tree",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "next-url",
  "next-action",
  "next-hmr-refresh",
  "x-nextjs-data",
  "x-nextjs-request-id",
  "x-middleware-prefetch",
  "x-middleware-subrequest",
  "x-middleware-invoke",
  "x-middleware-rewrite",
  "x-matched-path",
  "x-invoke-path",
  "x-invoke-status",
  "x-invoke-error",
  "x-invoke-query",
  "x-now-route-matches",
  "x-prerender-revalidate",
  "x-prerender-bypass",
  "x-vercel-id",
  "purpose",
  "sec-fetch-mode",
  "sec-fetch-dest",
  "origin",
  "referer",
  "cookie",
  "authorization",
  "user-agent",
  "cache-control",
  "pragma",
  "content-security-policy",
  "x-nonce",
  "date",
  "via",
  "max-forwards",
  "access-control-request-method",
  "access-control-request-headers",
  "mcp-session-id",
  "mcp-protocol-version",
  "mcp-method",
  "mcp-name",
  "last-event-id",
  "http2-settings",
];
const methods = [
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
  "TRACE",
  "CONNECT",
  "PROPFIND",
  "get",
  "QUERY",
  "PURGE",
  "M-SEARCH",
  "X".repeat(300),
  "G\u00cbT",
];
const jsons: readonly unknown[] = [
  { answers: { platform: "kubernetes", mtls: "must" } },
  { answers: {} },
  { code: "abc" },
  { codes: ["a", "b"] },
  { options: ["istio-ambient", "linkerd-oss"] },
  { jsonrpc: "2.0", id: 1, method: "tools/list" },
  {
    jsonrpc: "2.0",
    id: 1,
    method: "tools/call",
    params: { name: "recommend", arguments: { answers: { platform: "kubernetes" } } },
  },
  {
    jsonrpc: "2.0",
    id: 1,
    method: "initialize",
    params: {
      protocolVersion: "2025-06-18",
      capabilities: {},
      clientInfo: { name: "a", version: "1" },
    },
  },
  [],
  null,
  0,
  "text",
  true,
];
const scraps: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  1e-9,
  "",
  "must",
  "\ud800",
  "\u0000",
  "x".repeat(5000),
  [],
  {},
  [[]],
  { a: {} },
  [null],
  { toString: 1 },
  { $ref: "#" },
];

/** A stream of hostile requests, the same for the same seed. */
export function createMutator(codes: readonly string[], seed: number): () => Hostile {
  const random = createRandom(seed);
  const chance = (share: number) => random() < share;
  const below = (end: number) => Math.floor(random() * end);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const times = (most: number, act: () => string) => Array.from({ length: below(most + 1) }, act);

  const damage = (text: string): string => {
    const at = below(text.length + 1);
    return pick([
      () => text.slice(0, at),
      () => text.slice(0, at) + pick(values) + text.slice(at),
      () => text.slice(0, at) + String.fromCharCode(below(0x250)) + text.slice(at + 1),
      () => text.toUpperCase(),
      () => text + text,
      () => `${text}/`,
      () => `/${text}`,
      () => text.replaceAll("/", pick(["//", "\\", "%2f", "/./", "/../", "/%2e%2e/", ";/"])),
      () => text + "/a".repeat(below(600)),
      () => text + pick(["0", "a", "%61", "\u00e9", "%F0%9F%98%80"]).repeat(below(900)),
      () =>
        `${text}${pick([".rsc", ".json", ".txt", ".html", ".br", ".map", ".segments/_tree.segment.rsc", "%3fa=b", "#x", "::$DATA", "~"])}`,
    ])();
  };

  const writePath = (): string => {
    const code = () => (chance(0.3) ? damage(pick(codes)) : pick(codes));
    let path = chance(0.25)
      ? `${pick(["/r/", "/r/", "/embed/", "/share/"])}${code()}${pick(ends)}`
      : pick(paths);
    if (chance(0.25)) path = damage(path);
    if (chance(0.5)) {
      const value = () =>
        chance(0.1) ? pick(codes) : chance(0.1) ? damage(pick(values)) : pick(values);
      const parts = times(5, () => `${pick(keys)}${pick(["=", "=", "=", ""])}${value()}`);
      path += `?${parts.join(pick(["&", "&", "&", ";", "&&"]))}`;
    }
    if (chance(0.02))
      path =
        pick(["http://evil.example", "https://127.0.0.1:1", "ftp://a", "*", "a:b", "//"]) + path;
    return path.replace(/[ \r\n]/g, "");
  };

  const distort = (value: unknown, depth = 0): unknown => {
    if (chance(0.15) || depth > 4) return pick(scraps);
    if (Array.isArray(value))
      return chance(0.1)
        ? [...value, ...value, pick(scraps)]
        : value.map((each) => distort(each, depth + 1));
    if (value === null || typeof value !== "object") return chance(0.2) ? pick(scraps) : value;
    const entries = Object.entries(value).map(([key, each]) => [
      chance(0.1) ? damage(key) : key,
      distort(each, depth + 1),
    ]);
    if (chance(0.1)) entries.push([pick(keys), pick(scraps)]);
    return Object.fromEntries(entries);
  };

  const writeBody = (): { type: string; body: string } => {
    const json = JSON.stringify(distort(pick(jsons))) ?? "";
    return pick([
      () => ({ type: "application/json", body: json }),
      () => ({ type: "application/json", body: json }),
      () => ({ type: "application/json", body: damage(json) }),
      () => ({ type: "application/json", body: "[".repeat(below(16_000)) }),
      () => ({ type: "application/json", body: `{"answers":${'{"a":'.repeat(below(3000))}` }),
      () => ({
        type: "application/x-www-form-urlencoded",
        body: times(9, () => `${pick(keys)}=${pick(values)}`).join("&"),
      }),
      () => ({
        type: "multipart/form-data; boundary=x",
        body: `--x\r\ncontent-disposition: form-data; name="${pick(keys)}"\r\n\r\n${pick(texts)}\r\n--x${pick(["--", "", "\r\n"])}`,
      }),
      () => ({ type: pick(texts), body: pick(texts).repeat(1 + below(20)) }),
      () => ({ type: "text/plain", body: "x".repeat(below(60_000)) }),
      () => ({ type: "application/json", body: "" }),
    ])();
  };

  const writeHeaders = (share: number): string[] =>
    chance(share) ? times(6, () => `${pick(names)}: ${pick(texts)}`) : [];

  const write = (): Hostile => {
    const path = writePath();
    const method = chance(0.6) ? "GET" : chance(0.6) ? "POST" : pick(methods);
    const lines = [`${method} ${path} HTTP/1.1`, "host: 127.0.0.1"];
    lines.push(...writeHeaders(0.7), "connection: close");
    if (method !== "POST" && !chance(0.1))
      return { kind: "read", method, path, bytes: join(lines, "") };
    const { type, body } = writeBody();
    lines.push(`content-type: ${type}`);
    const size = Buffer.byteLength(body);
    const [kind, framing, sent] = pick([
      () => ["body", `content-length: ${size}`, body],
      () => ["body", `content-length: ${size}`, body],
      () => [
        "chunked",
        "transfer-encoding: chunked",
        `${size.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
      ],
      () => [
        "bad chunks",
        "transfer-encoding: chunked",
        `${pick(["zz", "-1", "ffffffffffffffff", ""])}\r\n${body}\r\n0\r\n\r\n`,
      ],
      () => ["length too small", `content-length: ${below(size + 1)}`, body],
      () => ["two lengths", `content-length: ${size}\r\ncontent-length: ${size + 1}`, body],
      () => [
        "length and chunks",
        `content-length: ${size}\r\ntransfer-encoding: chunked`,
        `0\r\n\r\n${body}`,
      ],
      () => [
        "length absurd",
        `content-length: ${pick(["-1", "1e9", "99999999999999999999", "0x10", " "])}`,
        body,
      ],
      () => ["no length", "x-none: 1", body],
    ])() as [string, string, string];
    return { kind, method, path, bytes: join([...lines, framing], sent) };
  };

  const garbage = (): Hostile => {
    const bytes = pick([
      () => Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
      () => Buffer.from("160301020001000001fc0303", "hex"),
      () => Buffer.from(Array.from({ length: below(3000) }, () => below(256))),
      () => Buffer.from(`GET / HTTP/${pick(["0.9", "1.0", "2.0", "9.9", "x"])}\r\nhost: a\r\n\r\n`),
      () => Buffer.from("GET /\r\n\r\n"),
      () => Buffer.from(`GET / HTTP/1.1\nhost: a\n\n`),
      () => Buffer.from(`GET / HTTP/1.1\r\n${"a: b\r\n".repeat(below(4000))}\r\n`),
      () => Buffer.from(`GET / HTTP/1.1\r\nhost: a\r\n folded: b\r\n\r\n`),
    ])();
    return { kind: "garbage", method: "?", path: "", bytes, isHalfOpen: true };
  };

  return () => {
    if (chance(0.03)) return garbage();
    const one = write();
    if (chance(0.05)) {
      const more = [one, write(), write()].slice(0, 2 + below(2));
      const bytes = more.map(({ bytes }) =>
        bytes.toString("latin1").replace("connection: close\r\n", ""),
      );
      return {
        ...one,
        kind: "pipelined",
        bytes: Buffer.from(bytes.join(""), "latin1"),
        isHalfOpen: true,
      };
    }
    if (chance(0.05)) return { ...one, kind: "left", cutAt: below(one.bytes.length) };
    if (chance(0.05))
      return {
        ...one,
        kind: "half-open",
        bytes: one.bytes.subarray(0, below(one.bytes.length)),
        isHalfOpen: true,
      };
    return one;
  };
}

function join(lines: readonly string[], body: string): Buffer {
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${body}`);
}
