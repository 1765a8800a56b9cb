import { createEndpoint } from "@/lib/api/endpoint";
import { badgeStyle, drawBadge } from "@/lib/embed/badge";
import { forCaches } from "@/lib/embed/caching";
import { noPicture, svgHeaders } from "@/lib/embed/picture";
import { readView } from "@/lib/service/embed-view";

/** The verdict as a badge for the head of a README. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createEndpoint<
  RouteContext<"/r/[code]/badge.svg">
>({
  GET: async (request, { params }) => {
    const read = readView((await params).code);
    return read.ok ? forCaches(request, drawBadge(read.view), svgHeaders(badgeStyle)) : noPicture();
  },
});
