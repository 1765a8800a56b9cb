import { sureText } from "@/components/result/share-row";
import { Shares } from "@/components/ui/bar";
import { Day } from "@/components/ui/day";
import { Facts } from "@/components/ui/facts";
import { Mark } from "@/components/ui/mark";
import type { PlanSummaryView } from "@/lib/plan/plan";
import type { ResultView } from "@/lib/result/result";

interface OnePageProps {
  result: ResultView;
  plan: Pick<PlanSummaryView, "duties">;
  cost: string;
  permalink: string;
  title?: string;
  note?: string;
}

/** No more of anything than fits on a sheet. */
const mostLines = 3;

/** A decision on a page: what a meeting needs of a result, on one sheet of A4. */
export function OnePage({ result, plan, cost, permalink, title, note }: OnePageProps) {
  const { verdict, facts, whyNot, changes, stillOpen, release } = result;
  const rivals = whyNot.rows.filter(({ ruledOut }) => !ruledOut).slice(0, 2);
  const triggers = changes.triggers.slice(0, mostLines);
  const warnings = stillOpen.warnings.slice(0, mostLines);
  return (
    <article className="one-page edge">
      <p className="one-page-top">
        <b>{title ? <bdi>{title}</bdi> : "Which service mesh, or none?"}</b>
        <span>
          Decision on a page, data of <Day iso={release.asOf} />
        </span>
        <span className="one-page-ways screen-only">
          <button type="button" className="button" data-variant="secondary" data-print hidden>
            Print this page
          </button>{" "}
          <a href={permalink}>The whole result</a>
        </span>
      </p>
      <h1>
        {verdict.options.map((option) => (
          <Mark key={option.id} option={option.id} mark={option.mark} />
        ))}{" "}
        {verdict.heading}
      </h1>
      <p className="one-page-sure">{sureText(verdict)}</p>
      <p>{verdict.explanation}</p>
      <p>{cost}</p>
      {note ? (
        <p>
          <bdi>{note}</bdi>
        </p>
      ) : null}
      {verdict.bars.map(({ id, label, shares }) => (
        <figure key={id}>
          <figcaption>{label}</figcaption>
          <Shares named shares={shares.map(({ option, of100 }) => ({ option, count: of100 }))} />
        </figure>
      ))}
      {facts.length > 0 ? (
        <section aria-labelledby="one-page-asked">
          <h2 id="one-page-asked">Asked for</h2>
          <Facts facts={facts} />
        </section>
      ) : null}
      <div className="one-page-columns">
        {rivals.length > 0 ? (
          <Part id="rivals" title="Strongest rivals">
            {rivals.map(({ id, variant, loses }) => (
              <li key={id}>
                <b>{variant.label}.</b> {loses}
              </li>
            ))}
          </Part>
        ) : null}
        {triggers.length > 0 ? (
          <Part id="revisit" title="Look at it again">
            {triggers.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </Part>
        ) : null}
        {warnings.length > 0 ? (
          <Part id="watch" title="What to watch for">
            {warnings.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </Part>
        ) : null}
        <Part id="duties" title="First duties, whatever you choose">
          {plan.duties.slice(0, mostLines).map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </Part>
        <Part id="open" title="Still open">
          <li>{stillOpen.finding}.</li>
        </Part>
      </div>
      <p className="one-page-link">{permalink}</p>
    </article>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: React.ReactNode }) {
  return (
    <section aria-labelledby={`one-page-${id}`}>
      <h2 id={`one-page-${id}`}>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}
