import { Day } from "@/components/ui/day";

const month = new Intl.DateTimeFormat("en-GB", {
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** A day, or a month that is only known to be about right. */
export function MilestoneDate({ date }: { date: string }) {
  return date.length === 10 ? (
    <Day iso={date} />
  ) : (
    <time dateTime={date}>about {month.format(new Date(`${date}-01`))}</time>
  );
}
