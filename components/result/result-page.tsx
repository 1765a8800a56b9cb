import type { ReactNode } from "react";
import { NextSteps } from "@/components/result/next-steps";
import { NotUnderstood } from "@/components/result/not-understood";
import { ResultHero } from "@/components/result/result-hero";
import { SameAgain } from "@/components/result/same-again";
import { SinceLink } from "@/components/result/since-link";
import { SinceThen } from "@/components/result/since-then";
import { Findings, Section } from "@/components/ui/section";
import type { SinceLinkView } from "@/lib/compare/since-link";
import type { PlanSummaryView } from "@/lib/plan/plan";
import type { ResultView } from "@/lib/result/result";
import type { SinceThenView } from "@/lib/result/since-then";

export interface ResultSection {
  readonly id: string;
  readonly topic: string;
  readonly finding: string;
  readonly notes: readonly string[];
  readonly fold?: string | undefined;
  /** Shown open, before the findings that open in place. */
  readonly open?: boolean;
  readonly content: ReactNode;
}

interface ResultPageProps {
  result: ResultView;
  sections: readonly ResultSection[];
  plan: PlanSummaryView;
  /** What it takes to run, in a sentence. */
  cost: string;
  permalink: string;
  title?: string;
  note?: string;
  /** The option the address asks about: “why not …?”. */
  whyNot?: string;
  since?: SinceThenView | undefined;
  /** What changed since the result one came from, and its code. */
  sinceLink?: SinceLinkView | undefined;
  cameFrom?: string | undefined;
  /** Parts of the address that were not understood. */
  problems: Parameters<typeof NotUnderstood>[0]["problems"];
}

/** A result: advice on the first screen, then findings that open in place. */
export function ResultPage(props: ResultPageProps) {
  const { result, sections, plan, cost, permalink, title, note, whyNot } = props;
  const { since, sinceLink, cameFrom = result.code, problems } = props;
  const words = { ...(title ? { title } : {}), ...(note ? { note } : {}) };
  const query = new URLSearchParams({ ...words, since: cameFrom });
  const shown = sections.filter(({ open }) => open);
  const folded = sections.filter(({ open }) => !open);
  return (
    <div data-result={result.code} data-verdict={result.verdict.heading}>
      <ResultHero {...{ result, cost, permalink }} {...words} {...(whyNot ? { whyNot } : {})} />
      <NextSteps {...{ result, plan }} hrefWith={(href) => `${href}?${query}`} />
      <div className="result-body edge">
        {since ? <SinceThen since={since} /> : null}
        {sinceLink ? <SinceLink since={sinceLink} /> : null}
        {problems.length > 0 ? <NotUnderstood problems={problems} /> : null}
        {shown.map(({ content, open: _, ...section }, index) => (
          <Section key={section.id} number={index + 1} {...section}>
            {content}
          </Section>
        ))}
        <Findings findings={folded} after={shown.length} />
        <SameAgain result={result} permalink={permalink} />
      </div>
    </div>
  );
}
