import { expect, test } from "vitest";
import { hashInlineElements } from "./hash-inline-elements";

// printf %s 'alert(1)' | openssl dgst -sha256 -binary | base64
const alertHash = "sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=";

test("hashes the exact content of inline scripts and styles, once each", () => {
  const html = `<script>alert(1)</script><script id="a">alert(1)</script><style>alert(1)</style>`;
  expect(hashInlineElements(html)).toEqual({ scripts: [alertHash], styles: [alertHash] });
});

test("leaves scripts from files alone", () => {
  const html = `<script src="/a.js" async=""></script><script async src="/b.js"></script>`;
  expect(hashInlineElements(html)).toEqual({ scripts: [], styles: [] });
});
