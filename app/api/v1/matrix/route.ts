import { createFixedEndpoint } from "@/lib/api/fixed-endpoint";
import { listMatrix } from "@/lib/api/matrix-schema";
import { overlay } from "@/lib/service/api-document";
import { matrix } from "@/lib/site/data";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createFixedEndpoint(
  "application/json",
  () => JSON.stringify(listMatrix(matrix, overlay)),
);
