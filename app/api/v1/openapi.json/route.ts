import { createFixedEndpoint } from "@/lib/api/fixed-endpoint";
import { openApi } from "@/lib/service/api-document";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createFixedEndpoint(
  "application/json",
  () => JSON.stringify(openApi),
);
