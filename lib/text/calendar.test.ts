import { expect, test } from "vitest";
import { nextDay, writeCalendar } from "./calendar";

const event = {
  uid: "a@b",
  stamp: "2026-11-29",
  start: "2026-12-31",
  summary: "s",
  description: "d",
  url: "https://x.example/",
};

/** The lines as a reader of the file has them: unfolded (RFC 5545, 3.1). */
const unfold = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

test("a calendar is these lines, each ended by CR LF", () => {
  expect(writeCalendar("About", [event], ["X-WR-CALNAME:Name"])).toBe(
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Choose a service mesh//About//EN",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "X-WR-CALNAME:Name",
      "BEGIN:VEVENT",
      "UID:a@b",
      "DTSTAMP:20261129T000000Z",
      "DTSTART;VALUE=DATE:20261231",
      "DTEND;VALUE=DATE:20270101",
      "SUMMARY:s",
      "DESCRIPTION:d",
      "URL:https://x.example/",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ].join("\r\n"),
  );
});

test("an event may end later and recur", () => {
  const lines = unfold(writeCalendar("A", [{ ...event, end: "2027-02-01", rule: "FREQ=YEARLY" }]));
  expect(lines).toContain("DTEND;VALUE=DATE:20270201");
  expect(lines).toContain("RRULE:FREQ=YEARLY");
});

test.each([
  ["a;b,c\\d", "a\\;b\\,c\\\\d"],
  ["one\ntwo", "one\\ntwo"],
  ["one\r\ntwo\rthree", "one\\ntwo\\nthree"],
  ["x\r\nEND:VCALENDAR\r\nBEGIN:VALARM", "x\\nEND:VCALENDAR\\nBEGIN:VALARM"],
  ["https://x.example/?a=b", "https://x.example/?a=b"],
])("%j stands in a value as %j", (text, written) => {
  const lines = unfold(writeCalendar("A", [{ ...event, summary: text, description: text }]));
  expect(lines).toContain(`SUMMARY:${written}`);
  expect(lines).toContain(`DESCRIPTION:${written}`);
});

test.each(["a", "é", "–", "😀"])(
  "no line is longer than 75 octets or cuts a character: %s",
  (sign) => {
    const text = sign.repeat(200);
    const written = writeCalendar("A", [{ ...event, summary: text }]);
    for (const line of written.split("\r\n"))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(unfold(written)).toContain(`SUMMARY:${text}`);
  },
);

test.each([
  ["2026-02-28", "2026-03-01"],
  ["2028-02-28", "2028-02-29"],
  ["2026-12-31", "2027-01-01"],
])("%s is followed by %s", (day, next) => expect(nextDay(day)).toBe(next));
