import type { Milestone, ReleaseChanges } from "@/lib/data/types";
import { changesOf } from "@/lib/reference/history";
import { MilestoneDate } from "./milestone-date";

interface CapabilityHistoryProps {
  capability: string;
  releases: readonly ReleaseChanges[];
  milestones: readonly Milestone[];
}

/** What changed in a row, release by release, and the dates in it that a decision may hang on. */
export function CapabilityHistory({ capability, releases, milestones }: CapabilityHistoryProps) {
  const dates = milestones.filter(({ capabilities }) => capabilities.includes(capability));
  return (
    <div className="uses">
      {dates.length > 0 ? (
        <div>
          <h3>Dates</h3>
          <ul>
            {dates.map((milestone) => (
              <li key={milestone.id}>
                <MilestoneDate date={milestone.date} />: {milestone.title}
                <span>
                  {milestone.text}{" "}
                  <a href={milestone.source.url} rel="noopener">
                    {milestone.source.title}
                  </a>
                </span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <div>
        <h3>Changes</h3>
        <ul>
          {releases.map((release) => {
            const changes = changesOf(release, capability);
            return (
              <li key={release.release}>
                <a href={`/changes#${release.release}`}>Release {release.release}</a>
                {changes.length === 0 ? (
                  <span>
                    {release === releases.at(-1) ? "First judged." : "No change in this row."}
                  </span>
                ) : (
                  changes.map(({ what, why }) => (
                    <span key={what}>
                      {what} {why}
                    </span>
                  ))
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
