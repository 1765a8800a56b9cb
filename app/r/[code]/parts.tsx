import { inDigits } from "@/lib/text/words";
import "server-only";
import { CostSection } from "@/components/costs/cost-section";
import { PlanSummary } from "@/components/plan/plan-summary";
import { AnswerList } from "@/components/result/answer-list";
import { BurdenTable } from "@/components/result/burden-table";
import { ChangeList } from "@/components/result/change-list";
import { FitGrid } from "@/components/result/fit-grid";
import { HowSure } from "@/components/result/how-sure";
import { OfferList } from "@/components/result/offer-list";
import { OpenQuestions } from "@/components/result/open-questions";
import type { ResultSection } from "@/components/result/result-page";
import { RuleList } from "@/components/result/rule-list";
import { RuledOutList } from "@/components/result/ruled-out-list";
import { ScoreTable } from "@/components/result/score-table";
import { WhatIf } from "@/components/result/what-if";
import { WhyNotList } from "@/components/result/why-not-list";
import { type CostView, viewCosts } from "@/lib/costs/cost-view";
import type { Words } from "@/lib/export/links";
import { viewPlanSummary } from "@/lib/plan/plan";
import type { Assessment } from "@/lib/result/assessment";
import { reviewHref } from "@/lib/result/links";
import { viewOffers } from "@/lib/result/offers";
import { viewWhatIf } from "@/lib/result/what-if";
import { readAssessment, readResult } from "@/lib/service/assessment";
import { reference, table } from "@/lib/site/data";
import { overheads } from "@/lib/site/overheads";
import { planData } from "@/lib/site/plan";

/** CPU, memory and latency of the variants still possible, for a load that fits the answers. */
function costsOf({ matrix, answers, evaluation, judgement, code }: Assessment): CostView {
  const { options, variants } = matrix;
  const first = judgement.verdict.variant;
  return viewCosts({ overheads, options, variants, table, answers, evaluation, first, code });
}

/** What it takes to run, in a sentence. */
export function costSentence(assessment: Assessment): string {
  return sentence(costsOf(assessment).finding);
}

/** The sections in their order, each with its finding and how it was found; what running it costs; and the plan in short. */
export function partsOf(code: string, { title, whyNot }: Pick<Words, "title" | "whyNot">) {
  const assessment = readAssessment(code);
  const result = readResult(code);
  const costs = costsOf(assessment);
  const plan = viewPlanSummary(assessment, planData);
  const { certainty, ranking, changes, stillOpen, ruledOut, fit, ownership, reasons, answers } =
    result;
  const { clear, leaning } = certainty.thresholds;
  const offers = viewOffers(reference.offers, assessment);
  const offered: ResultSection[] = offers
    ? [
        {
          id: "offers",
          topic: "Cloud offers",
          finding: offers.finding,
          notes: [
            "Services of the cloud or platform you named. They are not ranked: what is known of each, with its price, limits and sources, is on the page it links to.",
          ],
          open: offers.instead,
          content: <OfferList rows={offers.rows} />,
        },
      ]
    : [];
  const asked = result.whyNot.rows.some(({ variant }) => variant.option.id === whyNot);
  const whyNotSection: ResultSection = {
    id: "why-not",
    topic: "Why not …?",
    finding: result.whyNot.finding,
    notes: ["Of each option the variant that comes first most often, or fails least."],
    open: asked,
    content: <WhyNotList whyNot={result.whyNot} code={code} asked={asked ? whyNot : undefined} />,
  };
  const sections: ResultSection[] = [
    ...(asked ? [whyNotSection] : []),
    ...(offers?.instead ? offered : []),
    {
      id: "sure",
      open: true,
      topic: "How sure",
      finding: certainty.finding,
      notes: [
        `${inDigits(certainty.samples)} samples with seed ${certainty.seed} vary every importance and draw each finding from its range. Clear starts at ${clear} of 100, leaning at ${leaning}; below that nothing is called.`,
        ...(certainty.places > 1
          ? [
              `Standard error of a share: ${certainty.standardError < 0.05 ? "below 0.1" : `at most ${certainty.standardError.toFixed(1)}`} of 100.`,
            ]
          : []),
      ],
      content: <HowSure certainty={certainty} />,
    },
    {
      id: "ranking",
      open: true,
      topic: "Ranking",
      finding: ranking.finding,
      notes: [
        "Each slot is as wide as the weight your answers give that group. The fill is what the option’s best variant earns of it; the score is the sum.",
        "Bold is the best of a group. Hatched is what a ruled-out option would score if it were allowed.",
      ],
      fold: "Where the points come from",
      content: <ScoreTable ranking={ranking} />,
    },
    {
      id: "changes",
      open: true,
      topic: "What would change it",
      finding: changes.finding,
      notes: [
        `Each row was computed again from the changed answers. All ${changes.tried} single changes to what you answered were tried, and sets of two or three among those that bring a rival nearest.`,
        "The most plausible come first: how far an answer moves, times how firm it is. Places in this table come from 1,000 samples, good to about two of 100.",
      ],
      fold: "Rival by rival",
      content: <ChangeList changes={changes} />,
    },
    ...(asked ? [] : [whyNotSection]),
    {
      id: "open",
      topic: "Still open",
      finding: stillOpen.finding,
      notes: [
        "Every answer to every open question was tried, one at a time, and the result computed again.",
      ],
      content: <OpenQuestions stillOpen={stillOpen} />,
    },
    {
      id: "ruled-out",
      topic: "Ruled out",
      finding: ruledOut.finding,
      notes: [
        "A variant with nothing, or only your own work, for a must-have is ruled out; so is one that a rule of yours forbids. In part, or with an add-on, passes with a warning.",
      ],
      fold: ruledOut.rows.length > 0 ? "Which, and why" : undefined,
      content: <RuledOutList ruledOut={ruledOut} />,
    },
    ...(offers?.instead ? [] : offered),
    {
      id: "fit",
      topic: "Fit",
      finding: fit.finding,
      notes: [
        "Every finding opens to its note, limits, sources and dates.",
        `Only what your answers ask for is compared; ${fit.leftOut === 1 ? "1 other capability of the matrix is" : `${fit.leftOut} other capabilities of the matrix are`} left out.`,
      ],
      fold: fit.groups.length > 0 ? "The grid" : undefined,
      content: <FitGrid fit={fit} />,
    },
    {
      id: "ownership",
      topic: "Ownership",
      finding: ownership.finding,
      notes: [
        `Burdens carry ${ownership.weight.toFixed(0)} of the 100 points here. Bold is typical, beside it low to high.`,
        ownership.ruledOut
          ? "Nothing is possible, so the nearest variant of each option is shown."
          : "Only variants still possible are shown, best first.",
      ],
      fold: "Burden by burden",
      content: <BurdenTable ownership={ownership} />,
    },
    {
      id: "cost",
      topic: "CPU, memory, latency",
      finding: costs.finding,
      notes: costs.notes,
      fold: "Variant by variant",
      content: <CostSection costs={costs} />,
    },
    {
      id: "layers",
      topic: "Layers of defence",
      finding: plan.layers.finding,
      notes: [
        "How far the chosen variant covers each layer comes from the matrix; what remains comes from your answers.",
      ],
      content: <PlanSummary summary={plan} />,
    },
    {
      id: "reasons",
      topic: "Reasons",
      finding: reasons.finding,
      notes: [
        "A rule turns what you said about your estate, team and constraints into needs, limits and weights.",
      ],
      fold: reasons.rules.length > 0 ? "Rule by rule" : undefined,
      content: <RuleList reasons={reasons} />,
    },
    {
      id: "answers",
      topic: "Answers",
      finding: answers.finding,
      notes: ["They are in the address of this page and nowhere else."],
      fold: answers.sections.length > 0 ? "Answer by answer" : undefined,
      content: (
        <>
          <WhatIf questions={viewWhatIf(assessment)} code={code} title={title} />
          <AnswerList answers={answers} review={reviewHref(code, title)} />
        </>
      ),
    },
  ];
  return { sections, plan, cost: sentence(costs.finding) };
}

function sentence(finding: string): string {
  return /[.!?]$/.test(finding) ? finding : `${finding}.`;
}
