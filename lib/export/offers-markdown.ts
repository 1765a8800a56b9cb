import { escapeMarkdown, link, list } from "@/lib/text/markdown";
import { capitalised } from "@/lib/text/words";
import { absolute, type ExportSource } from "./source";

/** What the reader’s cloud offers, the finding before it; nothing where it offers nothing to the point. */
export function offerBlocks(source: ExportSource): string[] {
  const { offers } = source;
  if (!offers) return [];
  const lines = offers.rows.map(({ label, is, say, mtlsText, stateText, href, source: read }) => {
    const text = escapeMarkdown(`${capitalised(is)}. ${say} ${mtlsText} ${stateText}`);
    const where = read ? ` ${link("Source", read.url)}` : "";
    return `${link(label, absolute(source, href))}: ${text}${where}`;
  });
  return [`${escapeMarkdown(offers.finding)}. Cloud offers are not ranked.`, list(lines)];
}
