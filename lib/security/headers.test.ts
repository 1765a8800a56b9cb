import { expect, test } from "vitest";
import { anyOrigin, revalidated, securityHeaders } from "./headers";

const always = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy":
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=()",
  "cross-origin-opener-policy": "same-origin",
};

test.each([
  "/",
  "/questions/start",
  "/matrix",
  "/r/4abc",
  "/r/4abc/plan",
  "/r/4abc/",
  "/r/4abc/plan/adr.md",
  "/oembed/",
  "/mcp/x",
  "/schemas",
  "/embedding",
  "/embed.json",
  "/matrix.json/x",
  "/matrixxcsv",
  "/x/feed.xml",
  "/feed.xmlx",
  "/datesxics",
  "/x/api/",
])("%s is for our own pages only, and never in a frame", (path) => {
  expect(securityHeaders(path, undefined)).toEqual({
    ...always,
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
  });
});

test.each([
  "/embed.js",
  "/r/4abc/adr.md",
  "/r/4abc/card.png",
  "/r/4abc/some-file.json",
  "/api/v1/matrix",
  "/mcp",
  "/oembed",
  "/schemas/result.schema.json",
  "/matrix.json",
  "/matrix.csv",
  "/feed.xml",
  "/dates.ics",
  "/llms.txt",
  "/search-index.json",
])("%s may be read by pages of others, not framed", (path) => {
  expect(securityHeaders(path, undefined)).toEqual({
    ...always,
    "cross-origin-resource-policy": "cross-origin",
    "x-frame-options": "DENY",
  });
});

test("what is embedded may be framed, as its own policy says", () => {
  expect(securityHeaders("/embed/4abc", undefined)).toEqual({
    ...always,
    "cross-origin-resource-policy": "cross-origin",
  });
});

test("a host that is only reached over HTTPS says so", () => {
  expect(securityHeaders("/", "max-age=63072000")["strict-transport-security"]).toBe(
    "max-age=63072000",
  );
});

test("what follows from the address and the release is kept, and asked for again", () => {
  expect(revalidated).toBe("public, max-age=300, s-maxage=86400, stale-while-revalidate=604800");
  expect(anyOrigin).toEqual({ "access-control-allow-origin": "*" });
});
