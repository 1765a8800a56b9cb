import { EvidenceBox } from "@/components/ui/evidence-box";
import type { EvidenceView } from "@/lib/result/evidence";

/** Evidence on its own: what was found, how sure, since when, what it earns here, and where it is written. */
export function Evidence({ evidence, id }: { evidence: EvidenceView; id?: string }) {
  const { title, support, maturity, confidence, since, remarks, note, limits, sources } = evidence;
  const more = [...(since ? [`Since ${since}.`] : []), ...remarks].join(" ");
  return (
    <EvidenceBox
      {...(id === undefined ? {} : { id })}
      title={title}
      level={support}
      maturity={maturity}
      confidence={confidence}
      more={more}
      note={note}
      limits={limits}
      sources={sources}
    />
  );
}

/** Each opens over the page when its button is pressed; on paper they follow one another. */
export function EvidenceList({ evidence }: { evidence: readonly EvidenceView[] }) {
  return (
    <div className="evidence-list">
      {evidence.map((each) => (
        <div key={each.id} id={each.id} popover="auto" className="evidence-popover">
          <Evidence evidence={each} />
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
    </div>
  );
}
