import { createEndpoint } from "@/lib/api/endpoint";
import { forCaches } from "@/lib/embed/caching";
import { cardStyle, drawCard } from "@/lib/embed/card";
import { readEmbedOptions } from "@/lib/embed/parameters";
import { noPicture, svgHeaders } from "@/lib/embed/picture";
import { readView } from "@/lib/service/embed-view";

/** The result as a picture that stays sharp and follows the reader’s light or dark setting. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createEndpoint<
  RouteContext<"/r/[code]/card.svg">
>({
  GET: async (request, { params }) => {
    const read = readView((await params).code);
    if (!read.ok) return noPicture();
    const { theme, title } = readEmbedOptions(new URL(request.url).searchParams);
    const card = drawCard(read.view, { theme, title });
    return forCaches(request, card, svgHeaders(cardStyle(theme)));
  },
});
