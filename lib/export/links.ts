import { resultHref } from "@/lib/result/links";

/** The files a result can be had as, by what stands after its address. */
export const exportFiles = {
  adr: "adr.md",
  markdown: "result.md",
  json: "result.json",
  csv: "fit.csv",
  calendar: "revisit.ics",
} as const;

export type ExportKind = keyof typeof exportFiles;

/** What somebody wrote about a result: every link to it and to its files carries it. */
export interface Words {
  readonly title?: string | undefined;
  readonly note?: string | undefined;
  /** The option somebody asked about, “why not …?”: it is answered first. */
  readonly whyNot?: string | undefined;
}

function withWords(href: string, { title, note, whyNot }: Words): string {
  const query = new URLSearchParams();
  if (title) query.set("title", title);
  if (note) query.set("note", note);
  if (whyNot) query.set("why-not", whyNot);
  return query.size === 0 ? href : `${href}?${query}`;
}

/** Where a result can be had as a file. */
export function exportHref(code: string, kind: ExportKind, words: Words = {}): string {
  return withWords(`${resultHref(code)}/${exportFiles[kind]}`, words);
}

/** What a meeting needs of a result, on one page. */
export function onePageHref(code: string, words: Words = {}): string {
  return withWords(`${resultHref(code)}/one-page`, words);
}

/** The result itself, with those words. */
export function permalinkHref(code: string, words: Words = {}): string {
  return withWords(resultHref(code), words);
}
