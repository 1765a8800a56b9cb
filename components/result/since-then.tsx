import { Mark } from "@/components/ui/mark";
import { changesStatement, restOfChanges, type SinceThenView } from "@/lib/result/since-then";
import { EvidenceLink } from "./evidence-link";

/** Above an older result: what today's data says to the same answers, and what changed it. */
export function SinceThen({ since }: { since: SinceThenView }) {
  const { then, now, today, changes, href } = since;
  return (
    <section className="since-then" aria-labelledby="since-then-finding">
      <p className="note">
        This link was made with data release {then.id}, checked up to {then.asOf}, and shows the
        verdict at that time. The data has moved on to release {now.id}, checked up to {now.asOf}.
      </p>
      <h2 id="since-then-finding">
        {today.option ? <Mark option={today.option.id} mark={today.option.mark} /> : null}{" "}
        {since.finding}
      </h2>
      <p>{changesStatement(since)}</p>
      {changes.length > 0 ? (
        <ul>
          {changes.map(({ id, text, effect, evidence }) => (
            <li key={id}>
              {text} {effect}{" "}
              {evidence ? (
                <EvidenceLink evidence={evidence} label={`Evidence: ${text}`}>
                  Evidence
                </EvidenceLink>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        {restOfChanges(since)} <a href={href}>Open the result with today’s data</a>
      </p>
    </section>
  );
}
