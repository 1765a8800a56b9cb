import { listQuestions } from "@/lib/api/questions-schema";
import { matrix } from "@/lib/site/data";
import { codeOf, overlay } from "../../document";
import { createFixedEndpoint } from "../../fixed-endpoint";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createFixedEndpoint(
  "application/json",
  () => JSON.stringify(listQuestions(matrix, codeOf, overlay)),
);
