import { EvidenceBox } from "@/components/ui/evidence-box";
import type { EvidenceView } from "@/lib/result/evidence";

/** Each opens over the page when its button is pressed; on paper they follow one another. */
export function EvidenceList({ evidence }: { evidence: readonly EvidenceView[] }) {
  if (evidence.length === 0) return null;
  return (
    <section className="evidence-list" aria-labelledby="evidence">
      <h2 className="print-only" id="evidence">
        Evidence
      </h2>
      {evidence.map((each) => (
        <div key={each.id} id={each.id} popover="auto" className="evidence-popover">
          <EvidenceBox
            title={each.title}
            level={each.support}
            maturity={each.maturity}
            confidence={each.confidence}
            more={[...(each.since ? [`Since ${each.since}.`] : []), ...each.remarks].join(" ")}
            note={each.note}
            limits={each.limits}
            sources={each.sources}
          />
          <p className="evidence-row">
            <a href={each.href}>All variants on this row of the matrix</a>
          </p>
          <button
            type="button"
            className="evidence-close"
            popoverTarget={each.id}
            popoverTargetAction="hide"
          >
            Close
          </button>
        </div>
      ))}
    </section>
  );
}
