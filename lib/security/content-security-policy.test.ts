import { describe, expect, test } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

describe("contentSecurityPolicy", () => {
  test("allows only own files when nothing is inline", () => {
    const policy = contentSecurityPolicy({});
    expect(directive(policy, "script-src")).toBe("script-src 'self'");
    expect(directive(policy, "style-src")).toBe("style-src 'self'");
    expect(directive(policy, "frame-ancestors")).toBe("frame-ancestors 'none'");
  });

  test("names the nonce for scripts and styles", () => {
    const policy = contentSecurityPolicy({ nonce: "abc" });
    expect(directive(policy, "script-src")).toBe("script-src 'self' 'nonce-abc'");
    expect(directive(policy, "style-src")).toBe("style-src 'self' 'nonce-abc'");
  });

  test("never allows inline or evaluated scripts outside development", () => {
    expect(directive(contentSecurityPolicy({ nonce: "abc" }), "script-src")).not.toContain(
      "unsafe",
    );
    expect(directive(contentSecurityPolicy({ development: true }), "script-src")).toContain(
      "'unsafe-eval'",
    );
  });
});

function directive(policy: string, name: string): string | undefined {
  return policy.split("; ").find((part) => part.startsWith(`${name} `));
}
