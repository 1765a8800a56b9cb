import type { SinceLinkView } from "@/lib/compare/since-link";

/** Above a result that somebody came to by an answer given on another: what the answers changed, and which did it. */
export function SinceLink({ since }: { since: SinceLinkView }) {
  return (
    <section className="since-then" aria-labelledby="since-link-finding">
      <p className="note">
        Since <a href={since.href}>the result you came from</a>
      </p>
      <h2 id="since-link-finding">{since.finding}</h2>
      <ul>
        {since.changes.map(({ question, label, from, to, effect }) => (
          <li key={question}>
            {label} Before: {from}. Now: {to}. {effect}
          </li>
        ))}
      </ul>
    </section>
  );
}
