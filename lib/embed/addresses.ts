import { resultHref } from "@/lib/result/links";
import { type EmbedOptions, writeEmbedOptions } from "./parameters";

/** Where the forms of a result live, on this site; with an origin before it, anywhere. */
export function embedHref(code: string, options: Partial<EmbedOptions> = {}): string {
  return `/embed/${code}${writeEmbedOptions(options)}`;
}

export function shareHref(code: string, options: Partial<EmbedOptions> = {}): string {
  return `/share/${code}${writeEmbedOptions(options)}`;
}

/** The picture. It shows the title but no note, and is the same in every view. */
export function cardHref(
  code: string,
  kind: "svg" | "png",
  { theme, title }: Partial<EmbedOptions> = {},
): string {
  const options = { ...(theme ? { theme } : {}), ...(title ? { title } : {}) };
  return `${resultHref(code)}/card.${kind}${writeEmbedOptions(options)}`;
}

export function badgeHref(code: string): string {
  return `${resultHref(code)}/badge.svg`;
}

/** Where consumers of oEmbed learn how to show the page at this address. */
export function oembedHref(format: "json" | "xml", url: string): string {
  return `/oembed?${new URLSearchParams({ format, url })}`;
}
