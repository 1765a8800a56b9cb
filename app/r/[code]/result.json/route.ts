import { writeResultJson } from "@/lib/export/json";
import { createExportEndpoint } from "@/lib/service/export-endpoint";

/** The result as data: what /api/v1/recommend answers. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createExportEndpoint(
  "json",
  "application/json",
  (source) => JSON.stringify(writeResultJson(source)),
);
