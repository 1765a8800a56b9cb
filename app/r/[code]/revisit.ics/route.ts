import { writeRevisitCalendar } from "@/lib/export/revisit-calendar";
import { createExportEndpoint } from "@/lib/service/export-endpoint";

/** When to look at the decision again, as a calendar. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createExportEndpoint(
  "calendar",
  "text/calendar; charset=utf-8",
  writeRevisitCalendar,
);
