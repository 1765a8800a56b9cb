import { expect, test } from "vitest";
import { publicOrigin } from "./origin";

const headers = (entries: Record<string, string>) => new Headers(entries);

test("the configured address wins over every header", () => {
  const asked = headers({ host: "evil.example", "x-forwarded-proto": "http" });
  expect(publicOrigin(asked, "https://mesh.example/path")).toBe("https://mesh.example");
});

test("without one, the Host header decides and X-Forwarded-Host never", () => {
  const asked = headers({ host: "mesh.example:8080", "x-forwarded-host": "evil.example" });
  expect(publicOrigin(asked, "")).toBe("http://mesh.example:8080");
  const secure = headers({ host: "mesh.example", "x-forwarded-proto": "https,http" });
  expect(publicOrigin(secure, "")).toBe("https://mesh.example");
  expect(publicOrigin(headers({ host: "[::1]:3000" }), "")).toBe("http://[::1]:3000");
});

test("a host that is none leads to relative links", () => {
  for (const host of ["a b", "a/b", "a@b", "a?b", "a#b", "<x>", "a:b"])
    expect(publicOrigin(headers({ host }), "")).toBe("");
});
