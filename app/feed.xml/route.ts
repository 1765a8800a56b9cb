import { createEndpoint } from "@/lib/api/endpoint";
import { respondCacheable } from "@/lib/api/respond";
import { formatAtom } from "@/lib/reference/feed";
import { reference } from "@/lib/site/data";
import { publicOrigin } from "@/lib/site/origin";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createEndpoint<unknown>({
  GET: (request) =>
    respondCacheable(request, {
      body: formatAtom(reference.releases, new URL(publicOrigin(request.headers))),
      type: "application/atom+xml; charset=utf-8",
    }),
});
