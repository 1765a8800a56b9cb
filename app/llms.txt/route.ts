import { createEndpoint } from "@/lib/api/endpoint";
import { writeLlms } from "@/lib/api/llms";
import { respondCacheable } from "@/lib/api/respond";
import { operations, overlay } from "@/lib/service/api-document";
import { matrix } from "@/lib/site/data";
import { publicOrigin } from "@/lib/site/origin";

/** What the site is and how to ask it, for assistants: llmstxt.org. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createEndpoint<unknown>({
  GET: (request) =>
    respondCacheable(request, {
      body: writeLlms(matrix, operations, publicOrigin(request.headers), overlay),
      type: "text/plain; charset=utf-8",
    }),
});
