import { createFixedEndpoint } from "@/lib/api/fixed-endpoint";
import { listQuestions } from "@/lib/api/questions-schema";
import { codeOf, overlay } from "@/lib/service/api-document";
import { matrix } from "@/lib/site/data";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createFixedEndpoint(
  "application/json",
  () => JSON.stringify(listQuestions(matrix, codeOf, overlay)),
);
