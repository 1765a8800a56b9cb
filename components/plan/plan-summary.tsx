import "@/components/plan/plan.css";
import { LayersAtOnce } from "@/components/plan/layers-at-once";
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
      </ul>
    </>
  );
}
