import { wordedHref } from "@/lib/result/links";

/** The page that compares, with this result in its first field, under the name given to it. */
export function compareHref(code: string, words: { readonly title?: string } = {}): string {
  const { title } = words;
  return `/compare?${new URLSearchParams({ r: title ? wordedHref(code, { title }) : code })}`;
}
