import { type ProblemKind, problemKinds } from "@/lib/api/problem";
import type { Frame } from "@/lib/document/frame";
import { markup } from "@/lib/text/markup";

/** A page for a reader whose request cannot be answered: what is wrong, in the look of the site, made without the application. */
export function writeProblemPage(frame: Frame, kind: ProblemKind, detail: string): string {
  const { title } = problemKinds[kind];
  const styles = frame.links
    .filter(({ rel }) => rel === "stylesheet")
    .map(({ href }) => markup`<link rel="stylesheet" href="${href}">`);
  return markup`<!DOCTYPE html><html lang="en" class="${frame.className}" data-theme="auto"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – Choose a service mesh</title><meta name="robots" content="noindex">${styles}</head><body><main id="content"><div class="site-message"><h1>${title}</h1><p>${detail}</p><p class="site-message-actions"><a href="/">Go to Home</a></p></div></main></body></html>`
    .text;
}
