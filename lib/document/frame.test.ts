import { expect, test } from "vitest";
import { readFrame } from "./frame";

const page = `<!DOCTYPE html><html lang="en" class="a_variable" data-theme="auto"><head>
<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>
<link rel="preload" href="/_next/static/media/font.woff2" as="font" crossorigin="" type="font/woff2"/>
<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>
<link rel="canonical" href="/document"/>
<link rel="icon" href="/icon.svg?a=1&amp;b" sizes="any" type="image/svg+xml"/></head><body></body></html>`;

test("a document takes over style sheets, fonts and icon, and nothing that starts Next", () => {
  expect(readFrame(page)).toEqual({
    className: "a_variable",
    links: [
      { rel: "stylesheet", href: "/_next/static/chunks/a.css" },
      {
        rel: "preload",
        href: "/_next/static/media/font.woff2",
        as: "font",
        crossorigin: "",
        type: "font/woff2",
      },
      { rel: "icon", href: "/icon.svg?a=1&b", sizes: "any", type: "image/svg+xml" },
    ],
  });
});

test("a page without styles is not taken for the frame", () => {
  expect(() => readFrame("<html><head></head></html>")).toThrow("app/document/page.tsx");
});
