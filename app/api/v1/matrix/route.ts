import { listMatrix } from "@/lib/api/matrix-schema";
import { matrix } from "@/lib/site/data";
import { overlay } from "../../document";
import { createFixedEndpoint } from "../../fixed-endpoint";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createFixedEndpoint(
  "application/json",
  () => JSON.stringify(listMatrix(matrix, overlay)),
);
