/** Structured data for crawlers. A less-than sign is escaped, so that no text can end the element. */
export function JsonLd({ data }: { data: Readonly<Record<string, unknown>> }) {
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every less-than sign escaped.
    <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
  );
}
