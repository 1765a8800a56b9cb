import { escapeMarkdown, link } from "@/lib/text/markdown";
import { absolute, type ExportSource } from "./source";

/** For a code of an older release: what today’s data says to the same answers. */
export function sinceLines(source: ExportSource): string[] {
  const { since } = source;
  if (!since) return [];
  const finding = escapeMarkdown(`${since.finding} (release ${since.now.id}).`);
  return [`${finding} ${link("With today’s data", absolute(source, since.href))}`];
}
