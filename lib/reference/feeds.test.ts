import { describe, expect, test } from "vitest";
import type { Milestone } from "@/lib/data/types";
import { matrix, reference } from "@/lib/site/data";
import { formatCalendar, splitDates } from "./calendar";
import { formatAtom } from "./feed";

const site = new URL("https://mesh.example/");
const base: Milestone = {
  id: "x",
  date: "2027-02",
  kind: "support-end",
  title: "A; B, C",
  text: "Über die Grenze ".repeat(8).trim(),
  variants: [],
  capabilities: ["release-support"],
  source: { url: "https://istio.io/", title: "Istio" },
};

/** Unfolds and reads an iCalendar back, as a calendar would. */
function readEvents(text: string): Record<string, string>[] {
  const lines = text.replaceAll("\r\n ", "").split("\r\n");
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    if (line === "BEGIN:VEVENT") events.push({});
    const colon = line.indexOf(":");
    const event = events.at(-1);
    if (event && colon > 0) event[line.slice(0, colon)] = line.slice(colon + 1);
  }
  return events;
}

describe("the calendar", () => {
  test("has an event for each date, with its own id for ever", () => {
    const events = readEvents(formatCalendar(reference.milestones, matrix.release, site));
    expect(events).toHaveLength(reference.milestones.length);
    expect(new Set(events.map(({ UID }) => UID)).size).toBe(events.length);
    for (const event of events) {
      expect(event.DTSTAMP).toMatch(/^\d{8}T000000Z$/);
      const [from, to] = [event["DTSTART;VALUE=DATE"] ?? "", event["DTEND;VALUE=DATE"] ?? ""];
      expect(Number(from)).toBeLessThan(Number(to));
      expect(event.URL).toMatch(/^https:\/\/mesh\.example\/matrix\//);
    }
  });

  test("ends a day the next day, and a month with the month", () => {
    const day = { ...base, date: "2026-12-31" };
    const events = readEvents(formatCalendar([base, day], matrix.release, site));
    expect(events[0]).toMatchObject({
      "DTSTART;VALUE=DATE": "20270201",
      "DTEND;VALUE=DATE": "20270301",
    });
    expect(events[0]?.SUMMARY).toBe("A\\; B\\, C (about this month)");
    expect(events[1]).toMatchObject({
      "DTSTART;VALUE=DATE": "20261231",
      "DTEND;VALUE=DATE": "20270101",
      SUMMARY: "A\\; B\\, C",
    });
  });

  test("folds at 75 octets without cutting a character", () => {
    const text = formatCalendar([base], matrix.release, site);
    for (const line of text.split("\r\n"))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(text).not.toContain("\uFFFD");
    expect(readEvents(text)[0]?.DESCRIPTION).toContain(base.text);
  });

  test("the day of the data divides what is ahead from what is past", () => {
    const { ahead, past } = splitDates(
      [
        { ...base, id: "month-now", date: "2026-11" },
        { ...base, id: "yesterday", date: "2026-11-23" },
        { ...base, id: "today", date: "2026-11-24" },
        { ...base, id: "month-gone", date: "2026-10" },
      ],
      "2026-11-24",
    );
    expect(ahead.map(({ id }) => id)).toEqual(["month-now", "today"]);
    expect(past.map(({ id }) => id)).toEqual(["yesterday", "month-gone"]);
  });
});

describe("the feed", () => {
  const release = reference.releases[0];
  if (!release) throw new Error("no release");

  test("names itself, its page and each release", () => {
    const xml = formatAtom(reference.releases, site);
    expect(xml).toContain(
      'rel="self" type="application/atom+xml" href="https://mesh.example/feed.xml"',
    );
    expect(xml).toContain(`<id>https://mesh.example/changes#${release.release}</id>`);
    expect(xml.match(/<entry>/g)).toHaveLength(reference.releases.length);
    expect(xml).toContain(`<updated>${release.date}T00:00:00Z</updated>`);
  });

  test("is escaped once as XML and once as HTML", () => {
    const xml = formatAtom([{ ...release, title: "a < b & c", summary: "x <i> y" }], site);
    expect(xml).toContain("a &lt; b &amp; c");
    expect(xml).toContain("&lt;p&gt;x &amp;lt;i&amp;gt; y&lt;/p&gt;");
    expect(xml).not.toMatch(/<i>/);
  });

  test("depends on the data alone", () => {
    expect(formatAtom(reference.releases, site)).toBe(formatAtom(reference.releases, site));
    expect(reference.releases[0]?.release).toBe(matrix.release.id);
  });
});
