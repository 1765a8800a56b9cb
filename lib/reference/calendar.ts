import type { Milestone, Release } from "@/lib/data/types";
import { type CalendarEvent, nextDay, writeCalendar } from "@/lib/text/calendar";
import { addMonths } from "./review";

function describeEvent(milestone: Milestone, asOf: string, site: URL): CalendarEvent {
  const { id, date, title, text, source, capabilities } = milestone;
  const isDay = date.length === 10;
  const start = isDay ? date : `${date}-01`;
  return {
    uid: `${id}@service-mesh-matrix`,
    stamp: asOf,
    start,
    end: isDay ? nextDay(start) : addMonths(start, 1),
    summary: isDay ? title : `${title} (about this month)`,
    description: `${text}\n${source.title}: ${source.url}`,
    url: new URL(`/matrix/${capabilities[0]}`, site).href,
  };
}

/** The dates of the matrix as an iCalendar (RFC 5545): all-day events; a month that is only about right spans it. */
export function formatCalendar(
  milestones: readonly Milestone[],
  { asOf }: Release,
  site: URL,
): string {
  return writeCalendar(
    "Matrix",
    milestones.map((milestone) => describeEvent(milestone, asOf, site)),
    ["X-WR-CALNAME:Service mesh dates", "REFRESH-INTERVAL;VALUE=DURATION:P7D"],
  );
}

/** Dates from the day of the data on, the nearest first, and those before it, the latest first. A month counts until it ends. */
export function splitDates(
  milestones: readonly Milestone[],
  asOf: string,
): { readonly ahead: readonly Milestone[]; readonly past: readonly Milestone[] } {
  const isAhead = ({ date }: Milestone) =>
    date.length === 10 ? date >= asOf : date >= asOf.slice(0, 7);
  const sorted = [...milestones].sort((a, b) => (a.date < b.date ? -1 : 1));
  return {
    ahead: sorted.filter(isAhead),
    past: sorted.filter((each) => !isAhead(each)).reverse(),
  };
}
