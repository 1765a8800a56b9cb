import { createEndpoint } from "@/lib/api/endpoint";
import { forCaches } from "@/lib/embed/caching";
import { drawCard } from "@/lib/embed/card";
import { paintCard } from "@/lib/embed/paint";
import { readEmbedOptions } from "@/lib/embed/parameters";
import { noPicture } from "@/lib/embed/picture";
import { readView } from "@/lib/service/embed-view";

/** The card for places that take no SVG: previews in chats and networks. Light unless asked for dark. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createEndpoint<
  RouteContext<"/r/[code]/card.png">
>({
  GET: async (request, { params }) => {
    const read = readView((await params).code);
    if (!read.ok) return noPicture();
    const { theme, title } = readEmbedOptions(new URL(request.url).searchParams);
    const card = drawCard(read.view, { theme: theme === "dark" ? "dark" : "light", title });
    return forCaches(request, await paintCard(card), {
      "content-type": "image/png",
      "access-control-allow-origin": "*",
    });
  },
});
