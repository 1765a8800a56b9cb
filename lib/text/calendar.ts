/** iCalendar (RFC 5545): the text of calendar files. */

function escapeValue(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n?|\n/g, "\\n");
}

/** Lines end after 75 octets and continue after a space (RFC 5545, 3.1); a character is never cut. */
function fold(line: string): string {
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

/** The day after one: “2026-03-01” after “2026-02-28”. */
export function nextDay(day: string): string {
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
function listEvent(event: CalendarEvent): string[] {
  const { uid, stamp, start, end = nextDay(start), summary, description, url, rule } = event;
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${compact(stamp)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(start)}`,
    `DTEND;VALUE=DATE:${compact(end)}`,
    ...(rule ? [`RRULE:${rule}`] : []),
    `SUMMARY:${escapeValue(summary)}`,
    `DESCRIPTION:${escapeValue(description)}`,
    `URL:${url}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** A calendar of all-day events. `about` says what it holds; `properties` are lines of the calendar itself. */
export function writeCalendar(
  about: string,
  events: readonly CalendarEvent[],
  properties: readonly string[] = [],
): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//Choose a service mesh//${about}//EN`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...properties,
    ...events.flatMap(listEvent),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}
