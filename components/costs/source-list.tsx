import { Disclosure } from "@/components/ui/disclosure";
import { affiliations, affiliationTitles, roleNames } from "@/lib/costs/affiliations";
import type { Measurement } from "@/lib/costs/types";

/** Every publication that was read: who paid, what was run on what, what it supports and what it cannot. */
export function SourceList({ measurements }: { measurements: readonly Measurement[] }) {
  return (
    <div className="cost-sources">
      {affiliations.map((affiliation) => {
        const own = measurements.filter((each) => each.stake === affiliation);
        if (own.length === 0) return null;
        return (
          <Disclosure
            key={affiliation}
            summary={`${affiliationTitles[affiliation]} (${own.length})`}
          >
            <ul>
              {own.map((measurement) => (
                <Source key={measurement.id} measurement={measurement} />
              ))}
            </ul>
          </Disclosure>
        );
      })}
    </div>
  );
}

function Source({ measurement }: { measurement: Measurement }) {
  const { id, title, url, date, publisher, payer, access, versions, role, results } = measurement;
  return (
    <li id={`source-${id}`}>
      <p className="cost-source-title">
        <a href={url} rel="noopener">
          {title}
        </a>
        <span>
          {publisher}, {date}
        </span>
      </p>
      <p>
        <b>Who paid.</b> {payer}
      </p>
      <p>
        <b>Versions.</b> {versions}
      </p>
      <p>
        <b>Use here.</b> {roleNames[role]}. {access}
      </p>
      <details className="cost-source-more">
        <summary>{results.length > 0 ? "Set-up and figures" : "Set-up"}</summary>
        <p>
          <b>Environment.</b> {measurement.environment}. <b>Load.</b> {measurement.load}.{" "}
          <b>Method.</b> {measurement.quality}.
        </p>
        {results.length > 0 ? (
          <ul className="cost-source-results">
            {results.map(({ what, value, note }) => (
              <li key={`${what} ${value}`}>
                {what}: <b>{value}</b>
                {note ? ` (${note})` : ""}
              </li>
            ))}
          </ul>
        ) : null}
        <p>
          <b>Supports.</b> {measurement.supports}
        </p>
        <p>
          <b>Cannot support.</b> {measurement.cannotSupport}
        </p>
      </details>
    </li>
  );
}
