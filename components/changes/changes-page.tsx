import { MilestoneDate } from "@/components/matrix/milestone-date";
import { Day } from "@/components/ui/day";
import { Section } from "@/components/ui/section";
import type { Matrix, Milestone, Reference } from "@/lib/data/types";
import { splitDates } from "@/lib/reference/calendar";
import { capitalised, counted } from "@/lib/text/words";

interface ChangesPageProps {
  matrix: Pick<Matrix, "release" | "capabilities" | "variants">;
  reference: Pick<Reference, "releases" | "milestones">;
}

/** What changed in the data, release by release, and the dates to come. */
export function ChangesPage({ matrix, reference }: ChangesPageProps) {
  const { ahead, past } = splitDates(reference.milestones, matrix.release.asOf);
  return (
    <>
      <header className="reference-head edge">
        <p className="reference-path">
          <a href="/matrix">Matrix</a>
        </p>
        <h1>What changed, and what will</h1>
        <p className="reference-lead">
          Each release of the data is frozen: a link made with it goes on saying what it said. Here
          is what each one changed, why, and which dates are coming.
        </p>
        <p className="note">
          <a href="/feed.xml">Feed of changes (Atom)</a>
          <a href="/dates.ics">Calendar of dates (iCalendar)</a>
        </p>
      </header>
      <div className="reference-body edge">
        <Section
          id="dates"
          number={1}
          topic="Ends soon"
          finding={
            ahead.length === 0
              ? "No date in the matrix is still to come"
              : capitalised(`${counted(ahead.length, "date is", "dates are")} still to come`)
          }
          notes={[
            <span key="as-of">
              Seen from <Day iso={matrix.release.asOf} />, the day of the data. A month without a
              day means: about then.
            </span>,
          ]}
        >
          <DateList matrix={matrix} milestones={ahead} />
          {past.length > 0 ? (
            <>
              <h3 className="date-list-head">Already past</h3>
              <DateList matrix={matrix} milestones={past} />
            </>
          ) : null}
        </Section>
        {reference.releases.map((release, index) => (
          <Section
            key={release.release}
            id={release.release}
            number={index + 2}
            topic={`Release ${release.release}`}
            finding={`${release.title}: ${release.summary}`}
            notes={[<Day key="date" iso={release.date} />]}
          >
            <ul className="change-list">
              {release.changes.map((change) => (
                <li key={change.what}>
                  <p>
                    <b>{capitalised(change.kind)}.</b> {change.what}
                  </p>
                  <p>
                    {change.why}{" "}
                    {change.sources.map(({ url, title }) => (
                      <a key={url} href={url} rel="noopener">
                        {title}
                      </a>
                    ))}
                  </p>
                  <CapabilityLinks matrix={matrix} ids={change.capabilities} />
                </li>
              ))}
            </ul>
          </Section>
        ))}
      </div>
    </>
  );
}

interface DateListProps {
  matrix: ChangesPageProps["matrix"];
  milestones: readonly Milestone[];
}

function DateList({ matrix, milestones }: DateListProps) {
  return (
    <ul className="date-list">
      {milestones.map((milestone) => (
        <li key={milestone.id} id={milestone.id}>
          <b>
            <MilestoneDate date={milestone.date} />
          </b>
          <div>
            <p>
              {milestone.title}. {milestone.text}{" "}
              <a href={milestone.source.url} rel="noopener">
                {milestone.source.title}
              </a>
            </p>
            <CapabilityLinks matrix={matrix} ids={milestone.capabilities} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function CapabilityLinks({
  matrix,
  ids,
}: {
  matrix: ChangesPageProps["matrix"];
  ids: readonly string[];
}) {
  if (ids.length === 0) return null;
  return (
    <p className="note">
      In the matrix:{" "}
      {ids.map((id, index) => (
        <span key={id}>
          {index > 0 ? ", " : ""}
          <a href={`/matrix/${id}`}>
            {matrix.capabilities.find((each) => each.id === id)?.label ?? id}
          </a>
        </span>
      ))}
    </p>
  );
}
