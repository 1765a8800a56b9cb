import type { NextRequest } from "next/server";
import { forCaches } from "@/app/embed/caching";
import { noPicture, svgHeaders } from "@/app/embed/picture";
import { readView } from "@/app/embed/read-view";
import { cardStyle, drawCard } from "@/lib/embed/card";
import { readEmbedOptions } from "@/lib/embed/parameters";

/** The result as a picture that stays sharp and follows the reader’s light or dark setting. */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<"/r/[code]/card.svg">,
): Promise<Response> {
  const read = readView((await params).code);
  if (!read.ok) return noPicture();
  const { theme, title } = readEmbedOptions(request.nextUrl.searchParams);
  const card = drawCard(read.view, { theme, title });
  return forCaches(request, card, svgHeaders(cardStyle(theme)));
}
