import { addMonths } from "@/lib/reference/review";
import { writeCalendar } from "@/lib/text/calendar";
import { addressesOf } from "./addresses";
import type { ExportSource } from "./source";

/** Findings are good for about half a year: then the decision is worth a look, whatever happened. */
const monthsToReview = 6;

/** The day by which to look at a decision again. */
export function reviewDay(asOf: string): string {
  return addMonths(asOf, monthsToReview);
}

/**
 * A reminder to look at this decision again, as an iCalendar (RFC 5545): one day half a year after the data, every half
 * year for two years, with what would put another option first. The same link always gives the same file.
 */
export function writeRevisitCalendar(source: ExportSource): string {
  const { result, release, title } = source;
  const { triggers } = result.changes;
  const { html } = addressesOf(source);
  const what = title ? `${title}: service mesh` : "Service mesh";
  return writeCalendar("Decision", [
    {
      uid: `${result.code}@service-mesh-decision`,
      stamp: release.asOf,
      start: reviewDay(release.asOf),
      summary: `Revisit the decision: ${what}`,
      description: [
        `${result.verdict.heading}. ${result.verdict.certainty}`,
        ...triggers.map(({ sentence }) => sentence),
        `The result, and what today’s data says: ${html}`,
      ].join("\n"),
      url: html,
      rule: `FREQ=MONTHLY;INTERVAL=${monthsToReview};COUNT=4`,
    },
  ]);
}
