import { createEndpoint } from "@/lib/api/endpoint";
import { respondProblem } from "@/lib/api/respond";
import { publicOrigin } from "@/lib/site/origin";

function refuse(request: Request): Response {
  return respondProblem(
    publicOrigin(request.headers),
    "not-found",
    "There is nothing at this address. /api/v1/openapi.json lists what there is; the page /api explains it.",
  );
}

/** Every other address under /api. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = {
  ...createEndpoint<unknown>({ GET: refuse, POST: refuse }),
  PUT: refuse,
  PATCH: refuse,
  DELETE: refuse,
};
