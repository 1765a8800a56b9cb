import type { ReactNode } from "react";
import { Day } from "@/components/ui/day";
import { type MaturityId, SupportLevel, type SupportLevelId } from "@/components/ui/support-level";

export interface EvidenceSource {
  readonly url: string;
  readonly title: string;
  readonly version: string;
  /** ISO day. */
  readonly checked: string;
  readonly claim: string;
}

interface EvidenceBoxProps {
  /** Which cell: “VMs join the mesh: Istio, sidecar mode”. */
  title: ReactNode;
  level: SupportLevelId;
  maturity?: MaturityId | undefined;
  confidence: "high" | "medium" | "low";
  /** More on the level line: since which version, what it is worth here. */
  more?: ReactNode;
  note: ReactNode;
  limits?: ReactNode;
  sources: readonly EvidenceSource[];
  /** Where the box closes to, if it was opened by a link. */
  closeHref?: string;
  id?: string;
}

/** The one box: what we found, its limits and where it is written. */
export function EvidenceBox(props: EvidenceBoxProps) {
  const { title, level, maturity, confidence, more, note, limits, sources, closeHref, id } = props;
  return (
    <article className="evidence-box" id={id}>
      <header>
        <h3>{title}</h3>
        {closeHref ? (
          <a className="screen-only" href={closeHref}>
            Close
          </a>
        ) : null}
      </header>
      <p className="evidence-box-level">
        <b>
          <SupportLevel level={level} maturity={maturity} />
        </b>
        <span>
          {`Confidence ${confidence}.`} {more}
        </span>
      </p>
      <div className="evidence-box-note">
        <p>{note}</p>
        {limits ? (
          <p>
            <b>Limits.</b> {limits}
          </p>
        ) : null}
      </div>
      <ul className="evidence-box-sources" aria-label="Sources">
        {sources.map((source) => (
          <li key={`${source.url} ${source.claim}`}>
            <a href={source.url} rel="noopener">
              {source.title}
            </a>
            <span>
              {source.claim} <i>{source.version}</i>, checked <Day iso={source.checked} />.
            </span>
          </li>
        ))}
      </ul>
    </article>
  );
}
