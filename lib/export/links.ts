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
}

function withWords(href: string, { title, note }: Words): string {
  const query = new URLSearchParams();
  if (title) query.set("title", title);
  if (note) query.set("note", note);
  return query.size === 0 ? href : `${href}?${query}`;
}

/** Where a result can be had as a file. */
export function exportHref(code: string, kind: ExportKind, words: Words = {}): string {
  return withWords(`${resultHref(code)}/${exportFiles[kind]}`, words);
}

/** The result itself, with those words. */
export function permalinkHref(code: string, words: Words = {}): string {
  return withWords(resultHref(code), words);
}
