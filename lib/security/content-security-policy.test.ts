import { describe, expect, test } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

/** The whole policy: a directive that is left out or widened is a change somebody has to mean. */
const whole = (scripts: string, styles: string, connections: string) =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connections}`,
    "frame-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

describe("contentSecurityPolicy", () => {
  test("allows only own files when nothing is inline", () => {
    expect(contentSecurityPolicy({})).toBe(whole("'self'", "'self'", "'self'"));
  });

  test("names the nonce for scripts and styles, and nothing inline or evaluated", () => {
    expect(contentSecurityPolicy({ nonce: "abc" })).toBe(
      whole("'self' 'nonce-abc'", "'self' 'nonce-abc'", "'self'"),
    );
  });

  test("allows in development what React and the bundler need, instead of the nonce", () => {
    expect(contentSecurityPolicy({ nonce: "abc", development: true })).toBe(
      whole("'self' 'unsafe-inline' 'unsafe-eval'", "'self' 'unsafe-inline'", "'self' ws:"),
    );
  });
});
