import { Mark } from "@/components/ui/mark";
import { kitHref } from "@/lib/kit/links";
import { readNames } from "@/lib/kit/names";
import { planHref } from "@/lib/plan/links";
import type { PlanSummaryView } from "@/lib/plan/plan";
import type { NextQuestion, NextView } from "@/lib/result/next";
import type { ResultView } from "@/lib/result/result";

interface NextStepsProps {
  result: ResultView;
  plan: Pick<PlanSummaryView, "duties">;
  /** Keeps the words that the address carries. */
  hrefWith: (href: string) => string;
}

/** What to do with the verdict: the answer that tells most, the first duties, and how to try it. */
export function NextSteps({ result, plan, hrefWith }: NextStepsProps) {
  const { next, verdict, code } = result;
  const pilots = next.tie?.pilots ?? (verdict.leader ? [verdict.leader] : []);
  return (
    <div className="next-steps edge" id="next">
      <section aria-labelledby="next-finding">
        <h2 id="next-finding">What next: {lowered(next.finding)}</h2>
        {next.question ? <Ask question={next.question} hrefWith={hrefWith} /> : null}
        <Tie tie={next.tie} asked={next.question?.href} />
        {next.enough ? (
          <p className="next-enough">
            <a
              className="button"
              data-variant={next.question ? "secondary" : undefined}
              data-swap=""
              href={hrefWith(next.enough.href)}
            >
              That is all I need
            </a>
            <span>{next.enough.effect}</span>
          </p>
        ) : null}
        <p className="note result-before" data-before="" hidden>
          Before, this browser showed <b />. <a href="/compare">What changed</a>
        </p>
      </section>
      {plan.duties.length > 0 ? (
        <section aria-labelledby="next-duties">
          <h2 id="next-duties">First duties</h2>
          <p className="note">In this order, whatever you choose.</p>
          <ol className="next-list">
            {plan.duties.map(({ id, text, href }) => (
              <li key={id}>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      {pilots.length > 0 ? (
        <section aria-labelledby="next-try">
          <h2 id="next-try">To try it</h2>
          <p className="note">Two weeks, one namespace, criteria to stop.</p>
          <ul className="next-list">
            {pilots.map((variant, index) => (
              <li key={variant.id}>
                <a href={`${planHref(code, index === 0 ? undefined : variant.id)}#adoption`}>
                  Pilot plan for {variant.label}
                </a>
              </li>
            ))}
            <li>
              <a href={kitHref(code, readNames({}).names)}>Starter kit: manifests and a runbook</a>
            </li>
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The question that tells most, each answer with what it would do. An answer is a link to the result it gives. */
function Ask({
  question,
  hrefWith,
}: {
  question: NextQuestion;
  hrefWith: NextStepsProps["hrefWith"];
}) {
  const { label, short, row, note, href, choices } = question;
  return (
    <>
      <p className="note">{note}</p>
      <h3 id="next-question">
        <a href={href}>{row === undefined ? label : `${short}: ${label}`}</a>
      </h3>
      <ul className="next-choices" aria-labelledby="next-question">
        {choices.map(({ value, label: name, effect, first, href: to }) => (
          <li key={value}>
            <a href={hrefWith(to)} data-swap="" rel="nofollow">
              <b>{name}</b>
              <span>
                {first ? <Mark option={first.id} mark={first.mark} /> : null} {effect}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** How to break a tie: the questions that split the two, but for the one that is asked above. */
function Tie({ tie, asked }: { tie: NextView["tie"]; asked: string | undefined }) {
  if (!tie) return null;
  const others = tie.questions.filter(({ href }) => href !== asked);
  return (
    <>
      <p className="next-tie">{tie.finding}.</p>
      {others.length > 0 ? (
        <ul className="next-list">
          {others.map(({ label, href }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
