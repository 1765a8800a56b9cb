import type { Milestone, Release } from "@/lib/matrix/types";
import { addMonths } from "./review";

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll("\n", "\\n");
}

/** Lines end after 75 octets and go on after a space (RFC 5545, 3.1); a character is never cut. */
export function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = "";
  let room = 75;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (size > room) {
      folded += "\r\n ";
      room = 74;
    }
    folded += character;
    room -= size;
  }
  return folded;
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

const compact = (day: string) => day.replaceAll("-", "");

export interface CalendarEvent {
  readonly uid: string;
  /** The day the data is of, so that the same data makes the same file. */
  readonly stamp: string;
  readonly start: string;
  /** The day after the last; the day after the first where absent. */
  readonly end?: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  /** How it recurs. */
  readonly rule?: string;
}

/** The lines of an all-day event that keeps nobody busy. */
export function listEvent(event: CalendarEvent): string[] {
  const { uid, stamp, start, end = nextDay(start), summary, description, url, rule } = event;
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${compact(stamp)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(start)}`,
    `DTEND;VALUE=DATE:${compact(end)}`,
    ...(rule ? [`RRULE:${rule}`] : []),
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    `URL:${url}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function describeEvent(milestone: Milestone, asOf: string, site: URL): string[] {
  const { id, date, title, text, source, capabilities } = milestone;
  const isDay = date.length === 10;
  const start = isDay ? date : `${date}-01`;
  return listEvent({
    uid: `${id}@service-mesh-matrix`,
    stamp: asOf,
    start,
    end: isDay ? nextDay(start) : addMonths(start, 1),
    summary: isDay ? title : `${title} (about this month)`,
    description: `${text}\n${source.title}: ${source.url}`,
    url: new URL(`/matrix/${capabilities[0]}`, site).href,
  });
}

/** The dates of the matrix as an iCalendar (RFC 5545): all-day events; a month that is only about right spans it. */
export function formatCalendar(
  milestones: readonly Milestone[],
  { asOf }: Release,
  site: URL,
): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Choose a service mesh//Matrix//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "X-WR-CALNAME:Service mesh dates",
    "REFRESH-INTERVAL;VALUE=DURATION:P7D",
    ...milestones.flatMap((milestone) => describeEvent(milestone, asOf, site)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
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
