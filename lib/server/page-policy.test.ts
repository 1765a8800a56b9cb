import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { contentSecurityPolicy } from "@/lib/security/content-security-policy";
import { replaceNonce } from "./page-policy";

const nonce = "aB+/c12345678901234567==";
const policy = contentSecurityPolicy({ nonce });
const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

test("what carries the nonce is allowed by its hash, and the nonce is gone", () => {
  const page = [
    `<script nonce="${nonce}">start()</script>`,
    `<script id="a" nonce="${nonce}">push("nonce:${nonce}")</script>`,
    `<style nonce="${nonce}">p{}</style>`,
    `<script src="/a.js" nonce="${nonce}" async=""></script>`,
    `<link rel="preload" nonce="${nonce}" href="/a.js"/>`,
  ].join("");
  const { html, policy: hashed } = replaceNonce(page, policy);
  expect(html).toBe(
    '<script>start()</script><script id="a">push("nonce:")</script><style>p{}</style><script src="/a.js" async=""></script><link rel="preload" href="/a.js"/>',
  );
  expect(hashed).toBe(
    contentSecurityPolicy({})
      .replace(
        "script-src 'self'",
        `script-src 'self' ${hashOf("start()")} ${hashOf('push("nonce:")')}`,
      )
      .replace("style-src 'self'", `style-src 'self' ${hashOf("p{}")}`),
  );
});

test("an element without the nonce is not allowed", () => {
  const injected = `<p><script>steal()</script><script nonce="guessed">steal(2)</script></p>`;
  const { html, policy: hashed } = replaceNonce(
    `${injected}<script nonce="${nonce}">start()</script>`,
    policy,
  );
  expect(html).toContain(injected);
  expect(hashed).toContain(hashOf("start()"));
  expect(hashed).not.toContain(hashOf("steal()"));
  expect(hashed).not.toContain(hashOf("steal(2)"));
});

test("a page without a nonce is left as it is", () => {
  const plain = contentSecurityPolicy({});
  expect(replaceNonce("<script>a()</script>", plain)).toEqual({
    html: "<script>a()</script>",
    policy: plain,
  });
});
