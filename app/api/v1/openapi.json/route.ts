import { openApi } from "../../document";
import { createFixedEndpoint } from "../../fixed-endpoint";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createFixedEndpoint(
  "application/json",
  () => JSON.stringify(openApi),
);
