import { writeReport } from "@/lib/export/report";
import { createExportEndpoint } from "@/lib/service/export-endpoint";

/** The result as a page for a wiki. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createExportEndpoint(
  "markdown",
  "text/markdown; charset=utf-8",
  writeReport,
);
