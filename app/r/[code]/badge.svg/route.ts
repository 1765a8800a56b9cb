import { forCaches } from "@/app/embed/caching";
import { noPicture, svgHeaders } from "@/app/embed/picture";
import { readView } from "@/app/embed/read-view";
import { createEndpoint } from "@/lib/api/endpoint";
import { badgeStyle, drawBadge } from "@/lib/embed/badge";

/** The verdict as a badge for the head of a README. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createEndpoint<
  RouteContext<"/r/[code]/badge.svg">
>({
  GET: async (request, { params }) => {
    const read = readView((await params).code);
    return read.ok ? forCaches(request, drawBadge(read.view), svgHeaders(badgeStyle)) : noPicture();
  },
});
