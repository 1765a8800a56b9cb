import type { MetadataRoute } from "next";
import { matrix } from "@/lib/matrix/load";
import { pairSlug, pairsOf } from "@/lib/reference/pairs";
import { checkedOn } from "@/lib/reference/review";
import { siteUrl } from "./site-url";

/** Every page worth finding. A capability is as new as the newest check of its cells. */
export default function sitemap(): MetadataRoute.Sitemap {
  const { asOf } = matrix.release;
  const page = (path: string, lastModified = asOf) => ({
    url: new URL(path, siteUrl).href,
    lastModified,
  });
  return [
    ...["/", "/questions", "/matrix", "/options", "/glossary", "/evidence", "/changes"].map(
      (path) => page(path),
    ),
    ...matrix.capabilities.map(({ id, cells }) =>
      page(`/matrix/${id}`, Object.values(cells).map(checkedOn).sort().at(-1)),
    ),
    ...matrix.options.map(({ id }) => page(`/options/${id}`)),
    ...pairsOf(matrix.options).map(([a, b]) => page(`/options/${pairSlug(a, b)}`)),
  ];
}
