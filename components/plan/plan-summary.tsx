import { LayersAtOnce } from "@/components/plan/layers-at-once";
import { kitHref } from "@/lib/kit/links";
import { readNames } from "@/lib/kit/names";
import type { PlanSummaryView } from "@/lib/plan/plan";

/** The plan in short, for the result page: the layers of defence, and the way to the rest. */
export function PlanSummary({ summary }: { summary: PlanSummaryView }) {
  return (
    <>
      <LayersAtOnce layers={summary.layers} detail={summary.href} />
      <ul className="plan-summary-more">
        <li>
          <a href={`${summary.href}#trust`}>Who may call whom</a>
          <span>{summary.serviceAuth}</span>
        </li>
        <li>
          <a href={`${summary.href}#zero-trust`}>Zero-trust check</a>
          <span>{summary.zeroTrust}</span>
        </li>
        <li>
          <a href={`${summary.href}#adoption`}>Adoption path</a>
          <span>{summary.phases}</span>
        </li>
        <li>
          <a href={`${summary.href}#migration`}>From today to there</a>
          <span>{summary.migration}</span>
        </li>
        <li>
          <a href={kitHref(summary.code, readNames({}).names)}>Starter kit</a>
          <span>
            Manifests, settings and a runbook for {summary.layers.variant.label}, matched to these
            answers.
          </span>
        </li>
      </ul>
    </>
  );
}
