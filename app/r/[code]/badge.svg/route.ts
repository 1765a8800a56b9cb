import type { NextRequest } from "next/server";
import { forCaches } from "@/app/embed/caching";
import { noPicture, svgHeaders } from "@/app/embed/picture";
import { readView } from "@/app/embed/read-view";
import { badgeStyle, drawBadge } from "@/lib/embed/badge";

/** The verdict as a badge for the head of a README. */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<"/r/[code]/badge.svg">,
): Promise<Response> {
  const read = readView((await params).code);
  return read.ok ? forCaches(request, drawBadge(read.view), svgHeaders(badgeStyle)) : noPicture();
}
