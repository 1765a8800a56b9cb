import { matrix, reference } from "@/lib/matrix/load";
import { formatCalendar } from "@/lib/reference/calendar";
import { siteUrl } from "../site-url";

export const dynamic = "force-static";

export function GET() {
  return new Response(formatCalendar(reference.milestones, matrix.release, siteUrl), {
    headers: { "Content-Type": "text/calendar; charset=utf-8" },
  });
}
