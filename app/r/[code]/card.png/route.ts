import type { NextRequest } from "next/server";
import { forCaches } from "@/app/embed/caching";
import { noPicture } from "@/app/embed/picture";
import { readView } from "@/app/embed/read-view";
import { drawCard } from "@/lib/embed/card";
import { paintCard } from "@/lib/embed/paint";
import { readEmbedOptions } from "@/lib/embed/parameters";

/** The card for places that take no SVG: previews in chats and networks. Light unless asked for dark. */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<"/r/[code]/card.png">,
): Promise<Response> {
  const read = readView((await params).code);
  if (!read.ok) return noPicture();
  const { theme, title } = readEmbedOptions(request.nextUrl.searchParams);
  const card = drawCard(read.view, { theme: theme === "dark" ? "dark" : "light", title });
  return forCaches(request, await paintCard(card), {
    "content-type": "image/png",
    "access-control-allow-origin": "*",
  });
}
