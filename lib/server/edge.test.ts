import { expect, test } from "vitest";
import { meantQuery, refuse, takesLong } from "./edge";

const kindOf = (path: string, method = "GET", headers: Record<string, string> = {}) =>
  refuse({ method, headers }, path)?.kind;

test("an address that is not well-formed is refused as a mistake of the asker", () => {
  for (const path of ["/embed/%", "/questions/%zz", "/api/v1/matrix/%C0%80", "/%ED%A0%80", "/a%00"])
    expect(kindOf(path), path).toBe("bad-request");
  for (const path of ["/", "/embed/%3Cscript%3E", "/r/%E2%80%AE"])
    expect(kindOf(path), path).toBeUndefined();
});

test("pages and files are read, endpoints answer other methods themselves", () => {
  for (const path of [
    "/",
    "/questions",
    "/embed.js",
    "/embed/v1.js",
    "/schemas/result.schema.json",
  ])
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
      const refused = refuse({ method, headers: {} }, path);
      expect(refused?.kind, `${method} ${path}`).toBe("method-not-allowed");
      expect(refused?.headers?.allow).toBe("GET, HEAD");
    }
  for (const path of ["/api/v1/recommend", "/mcp", "/answer", "/embed/abc", "/r/abc/kit.zip"])
    expect(kindOf(path, "POST"), path).toBeUndefined();
  for (const method of ["TRACE", "CONNECT", "PROPFIND"])
    expect(kindOf("/api/v1/recommend", method), method).toBe("method-not-allowed");
});

test("nothing of the framework’s own can be asked for", () => {
  for (const path of [
    "/_next/image",
    "/_next/data/x/index.json",
    "/_global-error",
    "/_not-found",
    "/_error",
    "/500",
    "/document",
    "/%5Fglobal-error",
    "/../_global-error",
    "/r/%2E./_global-error",
    "/a/..%2f_global-error",
    "/\\_global-error",
    "/%5c_global-error",
    "/r/..",
    "/./document",
  ])
    expect(kindOf(path), path).toBe("not-found");
  for (const path of ["/.well-known/security.txt", "/r/abc/result.json", "/embed/v1.js", "/a..b"])
    expect(kindOf(path), path).toBeUndefined();
});

test("a body has 16 kB at most, and none where something is only read", () => {
  const length = (bytes: number) => ({ "content-length": String(bytes) });
  expect(kindOf("/mcp", "POST", length(16 * 1024))).toBeUndefined();
  expect(kindOf("/mcp", "POST", length(16 * 1024 + 1))).toBe("too-large");
  expect(kindOf("/", "GET", length(1))).toBe("bad-request");
  expect(kindOf("/", "GET", { "transfer-encoding": "chunked" })).toBe("bad-request");
  expect(kindOf("/", "GET", length(0))).toBeUndefined();
});

test("what only counts visits is not part of an address", () => {
  expect(meantQuery("")).toBe("");
  expect(meantQuery("?")).toBe("");
  expect(meantQuery("?utm_source=mail&utm_medium=x&gclid=1")).toBe("");
  expect(meantQuery("?title=A&utm_source=mail&note=B")).toBe("?title=A&note=B");
  expect(meantQuery("?r=b&r=a")).toBe("?r=b&r=a");
  expect(meantQuery("?title=utm_source")).toBe("?title=utm_source");
});

test("a result to be computed waits behind what is quickly done", () => {
  for (const path of [
    "/r/abc",
    "/r/abc/kit",
    "/embed/abc",
    "/mcp",
    "/compare",
    "/api/v1/recommend",
  ])
    expect(takesLong(path), path).toBe(true);
  for (const path of ["/", "/questions", "/readyz", "/api/v1/questions", "/r"])
    expect(takesLong(path), path).toBe(false);
});
