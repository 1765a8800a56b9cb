import { writeFitCsv } from "@/lib/export/fit-csv";
import { createExportEndpoint } from "@/lib/service/export-endpoint";

/** Its fit grid, for spreadsheets. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createExportEndpoint(
  "csv",
  "text/csv; charset=utf-8; header=present",
  writeFitCsv,
);
