import "server-only";
import { wordedHref } from "@/lib/result/links";
import type { Summary } from "@/lib/result/summary";
import { cardHref, oembedHref } from "./addresses";
import { cardSize } from "./card-size";
import { providerOf } from "./edition";
import type { EmbedOptions } from "./parameters";

/** What a document tells whoever shows a preview of it. */
export interface Preview {
  readonly type: string;
  readonly siteName: string;
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly image: {
    readonly url: string;
    readonly width: number;
    readonly height: number;
    readonly type: string;
    readonly alt: string;
  };
  /** Where wikis and chats learn how to embed it. */
  readonly oembed: readonly {
    readonly type: string;
    readonly href: string;
    readonly title: string;
  }[];
}

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
