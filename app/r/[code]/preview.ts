import "server-only";
import type { Preview } from "@/components/document/document";
import { cardHref, oembedHref } from "@/lib/embed/addresses";
import { cardSize } from "@/lib/embed/card-size";
import { providerOf } from "@/lib/embed/edition";
import type { EmbedOptions } from "@/lib/embed/parameters";
import { wordedHref } from "@/lib/result/links";
import type { Summary } from "@/lib/result/summary";

/**
 * What chats, networks and wikis show of a result, and where they learn how to embed it. Their readers are elsewhere, so
 * every address is whole.
 */
export function describePreview(
  origin: string,
  code: string,
  words: Pick<EmbedOptions, "title" | "note">,
  summary: Summary,
  edition?: string,
): Preview {
  const title = words.title ? `${words.title}: ${summary.title}` : summary.title;
  const description = words.note ? `${words.note} – ${summary.description}` : summary.description;
  const url = `${origin}${wordedHref(code, words)}`;
  const learnt = (format: "json" | "xml", type: string) => ({
    type,
    href: `${origin}${oembedHref(format, url)}`,
    title,
  });
  return {
    type: "article",
    siteName: providerOf(edition ? { edition } : {}),
    title,
    description,
    url,
    image: {
      url: `${origin}${cardHref(code, "png", words)}`,
      width: 2 * cardSize.width,
      height: 2 * cardSize.height,
      type: "image/png",
      alt: summary.title,
    },
    oembed: [learnt("json", "application/json+oembed"), learnt("xml", "text/xml+oembed")],
  };
}
