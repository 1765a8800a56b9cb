import type { ReleaseChanges } from "@/lib/data/types";
import { escapeMarkup } from "@/lib/text/markup";

function contentOf({ summary, changes }: ReleaseChanges): string {
  const items = changes.map(({ what, why, sources }) => {
    const links = sources.map(
      ({ url, title }) => `<a href="${escapeMarkup(url)}">${escapeMarkup(title)}</a>`,
    );
    return `<li>${escapeMarkup(what)} ${escapeMarkup(why)} ${links.join(", ")}</li>`;
  });
  return `<p>${escapeMarkup(summary)}</p><ul>${items.join("")}</ul>`;
}

/** The releases of the data as an Atom feed (RFC 4287), newest first. Its text depends on the data alone, not on the clock. */
export function formatAtom(releases: readonly ReleaseChanges[], site: URL): string {
  const page = new URL("/changes", site).href;
  const at = (date: string) => `${date}T00:00:00Z`;
  const entries = releases.map((release) =>
    [
      "  <entry>",
      `    <title>${escapeMarkup(`${release.release}: ${release.title}`)}</title>`,
      `    <id>${escapeMarkup(`${page}#${release.release}`)}</id>`,
      `    <link href="${escapeMarkup(`${page}#${release.release}`)}"/>`,
      `    <updated>${at(release.date)}</updated>`,
      `    <summary>${escapeMarkup(release.summary)}</summary>`,
      `    <content type="html">${escapeMarkup(contentOf(release))}</content>`,
      "  </entry>",
    ].join("\n"),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    "  <title>Service mesh matrix: what changed</title>",
    `  <id>${escapeMarkup(page)}</id>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeMarkup(new URL("/feed.xml", site).href)}"/>`,
    `  <link href="${escapeMarkup(page)}"/>`,
    `  <updated>${at(releases[0]?.date ?? "1970-01-01")}</updated>`,
    "  <author><name>Choose a service mesh</name></author>",
    "  <rights>CC BY 4.0</rights>",
    ...entries,
    "</feed>",
    "",
  ].join("\n");
}
