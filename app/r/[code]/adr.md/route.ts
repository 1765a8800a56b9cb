import { writeAdr } from "@/lib/export/adr";
import { createExportEndpoint } from "@/lib/service/export-endpoint";

/** The result as a decision record. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createExportEndpoint(
  "adr",
  "text/markdown; charset=utf-8",
  writeAdr,
);
