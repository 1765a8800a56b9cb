import { Disclosure } from "@/components/ui/disclosure";
import { Mark, OptionName } from "@/components/ui/mark";
import { kitHref } from "@/lib/kit/links";
import { readNames } from "@/lib/kit/names";
import { planHref } from "@/lib/plan/links";
import type { PlanView } from "@/lib/plan/plan";
import { resultHref } from "@/lib/result/links";

interface PlanHeroProps {
  plan: PlanView;
  /** What the address says is done; links to the other variants carry it on. */
  linked: readonly string[] | undefined;
  /** Something about the address that could not be used. */
  problems: readonly string[];
}

/** What is planned for, what it is to the result, and the ways to the plans of the others. */
export function PlanHero({ plan, linked, problems }: PlanHeroProps) {
  const { option } = plan.variant;
  return (
    <header className="plan-hero edge on-field">
      <p className="plan-hero-back">
        <a href={resultHref(plan.code)}>Back to the result</a>{" "}
        <a href={kitHref(plan.code, readNames({}).names, plan.variant.id)}>Starter kit for it</a>
      </p>
      <h1>
        <Mark option={option.id} mark={option.mark} />
        <span>{plan.title}</span>
      </h1>
      <p className="plan-hero-standing">
        {plan.standing} Here is how far it covers the layers of defence, what is left for you, and
        how to get there.
      </p>
      {problems.map((problem) => (
        <p key={problem} className="plan-hero-problem" role="note">
          {problem}
        </p>
      ))}
      <nav className="plan-choices" aria-label="Plans of other variants">
        <Disclosure summary="Plan for another variant" when="phone">
          <ul>
            {plan.choices.map(({ variant, parameter, current, ruledOut }) => (
              <li key={variant.id}>
                <a
                  href={planHref(plan.code, parameter, linked)}
                  aria-current={current ? "true" : undefined}
                  rel="nofollow"
                >
                  <OptionName option={variant.option}>{variant.label}</OptionName>
                  {ruledOut ? <span className="plan-quiet">ruled out</span> : null}
                </a>
              </li>
            ))}
          </ul>
        </Disclosure>
      </nav>
    </header>
  );
}
