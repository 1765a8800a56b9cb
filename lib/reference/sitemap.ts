import { escapeMarkup } from "@/lib/text/markup";

export interface SitemapEntry {
  readonly path: string;
  /** The day, as 2026-11-29. */
  readonly changed: string;
}

/** The pages worth finding, for search engines (sitemaps.org). */
export function formatSitemap(entries: readonly SitemapEntry[], site: URL): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries.map(
      ({ path, changed }) =>
        `<url><loc>${escapeMarkup(new URL(path, site).href)}</loc><lastmod>${changed}</lastmod></url>`,
    ),
    "</urlset>",
    "",
  ].join("\n");
}
