import { createEndpoint } from "@/lib/api/endpoint";
import { findMatrixRow } from "@/lib/api/matrix-schema";
import { respondCacheable, respondProblem } from "@/lib/api/respond";
import { overlay } from "@/lib/service/api-document";
import { matrix } from "@/lib/site/data";
import { publicOrigin } from "@/lib/site/origin";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createEndpoint<{
  params: Promise<{ capability: string }>;
}>({
  GET: async (request, { params }) => {
    const { capability } = await params;
    const row = findMatrixRow(matrix, capability, overlay);
    if (row)
      return respondCacheable(request, { body: JSON.stringify(row), type: "application/json" });
    return respondProblem(
      publicOrigin(request.headers),
      "not-found",
      "No capability has this id. /api/v1/matrix lists them all.",
      [{ in: "path", name: "capability", detail: "Use the id of a capability, as in retries." }],
    );
  },
});
