import { expect, test } from "vitest";
import { matrix, table } from "@/lib/site/data";
import { sourceFor } from "./export.fixtures";
import { reviewDay, writeRevisitCalendar } from "./revisit-calendar";

/** The content lines, folds undone. */
function linesOf(calendar: string): string[] {
  return calendar.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);
}

const source =
  matrix.presets
    .map(({ answers }) => sourceFor({ matrix, table }, answers, "Payments, phase 2"))
    .find(({ result }) => result.changes.triggers.length > 0) ??
  sourceFor({ matrix, table }, {}, "Payments, phase 2");

test("the review falls half a year after the data", () => {
  expect(reviewDay("2026-11-24")).toBe("2027-05-24");
});

test("the reminder is one all-day event that says what to watch for and where the result is", () => {
  const calendar = writeRevisitCalendar(source);
  for (const line of calendar.split("\r\n"))
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  const lines = linesOf(calendar);
  expect(lines.at(0)).toBe("BEGIN:VCALENDAR");
  expect(lines.at(-1)).toBe("END:VCALENDAR");
  const start = reviewDay(matrix.release.asOf).replaceAll("-", "");
  expect(lines).toContain(`DTSTART;VALUE=DATE:${start}`);
  expect(lines).toContain("RRULE:FREQ=MONTHLY;INTERVAL=6;COUNT=4");
  expect(lines).toContain("SUMMARY:Revisit the decision: Payments\\, phase 2: service mesh");
  const description = lines.find((line) => line.startsWith("DESCRIPTION:")) ?? "";
  const { triggers } = source.result.changes;
  expect(triggers.length).toBeGreaterThan(0);
  for (const { sentence } of triggers)
    expect(description).toContain(sentence.replace(/[\\;,]/g, "\\$&"));
  expect(description).toContain(`/r/${source.result.code}`);
  expect(writeRevisitCalendar(source)).toBe(calendar);
});
