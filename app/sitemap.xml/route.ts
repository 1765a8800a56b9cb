import { createEndpoint } from "@/lib/api/endpoint";
import { respondCacheable } from "@/lib/api/respond";
import { pairSlug, pairsOf } from "@/lib/reference/pairs";
import { checkedOn } from "@/lib/reference/review";
import { formatSitemap, type SitemapEntry } from "@/lib/reference/sitemap";
import { matrix } from "@/lib/site/data";
import { publicOrigin } from "@/lib/site/origin";

/** Every page worth finding. A capability is as new as the newest check of its cells. */
function listPages(): SitemapEntry[] {
  const { asOf } = matrix.release;
  return [
    ...[
      "/",
      "/questions",
      "/import",
      "/matrix",
      "/options",
      "/options/cloud",
      "/glossary",
      "/evidence",
      "/changes",
      "/method",
    ].map((path) => ({ path, changed: asOf })),
    ...matrix.capabilities.map(({ id, cells }) => ({
      path: `/matrix/${id}`,
      changed: Object.values(cells).map(checkedOn).sort().at(-1) ?? asOf,
    })),
    ...matrix.options.map(({ id }) => ({ path: `/options/${id}`, changed: asOf })),
    ...pairsOf(matrix.options).map(([a, b]) => ({
      path: `/options/${pairSlug(a, b)}`,
      changed: asOf,
    })),
  ];
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createEndpoint<unknown>({
  GET: (request) =>
    respondCacheable(request, {
      body: formatSitemap(listPages(), new URL(publicOrigin(request.headers))),
      type: "application/xml; charset=utf-8",
    }),
});
