import "server-only";
import type { Metadata } from "next";
import { cardHref, oembedHref, wordedHref } from "@/lib/embed/addresses";
import { cardSize } from "@/lib/embed/card-size";
import { providerOf } from "@/lib/embed/edition";
import type { EmbedOptions } from "@/lib/embed/parameters";
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
): Pick<Metadata, "openGraph" | "twitter"> & {
  oembed: Record<string, { url: string; title: string }[]>;
} {
  const title = words.title ? `${words.title}: ${summary.title}` : summary.title;
  const description = words.note ? `${words.note} – ${summary.description}` : summary.description;
  const url = `${origin}${wordedHref(code, words)}`;
  const image = {
    url: `${origin}${cardHref(code, "png", words)}`,
    width: 2 * cardSize.width,
    height: 2 * cardSize.height,
    type: "image/png",
    alt: summary.title,
  };
  const learnt = (format: "json" | "xml") => [
    { url: `${origin}${oembedHref(format, url)}`, title },
  ];
  return {
    openGraph: {
      type: "article",
      siteName: providerOf(edition ? { edition } : {}),
      locale: "en_GB",
      title,
      description,
      url,
      images: [image],
    },
    twitter: { card: "summary_large_image", title, description, images: [image] },
    oembed: { "application/json+oembed": learnt("json"), "text/xml+oembed": learnt("xml") },
  };
}
