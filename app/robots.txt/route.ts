import { createEndpoint } from "@/lib/api/endpoint";
import { respondCacheable } from "@/lib/api/respond";
import { publicOrigin } from "@/lib/site/origin";

/**
 * What a result leads to is a way into the whole space of answers, each to be computed. The result itself may be fetched, for
 * previews where its link is pasted; it says that it is not to be listed, nor its links followed.
 */
const closed = ["/r?", "/r/*/", "/answer", "/compare?", "/share/", "/search", "/corrections"];

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createEndpoint<unknown>({
  GET: (request) =>
    respondCacheable(request, {
      body: [
        "User-agent: *",
        "Allow: /",
        "Allow: /r/*/card.png$",
        ...closed.map((path) => `Disallow: ${path}`),
        "",
        `Sitemap: ${publicOrigin(request.headers)}/sitemap.xml`,
        "",
      ].join("\n"),
      type: "text/plain; charset=utf-8",
    }),
});
