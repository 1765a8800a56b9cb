import { createEndpoint } from "@/lib/api/endpoint";
import { writeLlms } from "@/lib/api/llms";
import { publicOrigin } from "@/lib/api/origin";
import { respondCacheable } from "@/lib/api/respond";
import { matrix } from "@/lib/matrix/load";
import { operations, overlay } from "../api/document";

/** What the site is and how to ask it, for assistants: llmstxt.org. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createEndpoint<unknown>({
  GET: (request) =>
    respondCacheable(request, {
      body: writeLlms(matrix, operations, publicOrigin(request.headers), overlay),
      type: "text/plain; charset=utf-8",
    }),
});
