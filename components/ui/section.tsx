import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { capitalised, counted } from "@/lib/text/words";

interface SectionProps {
  id: string;
  number: number;
  /** What it is about; also its name in the table of contents. */
  topic: ReactNode;
  /** What was found, as a sentence. */
  finding: ReactNode;
  /** Method and caveats, a paragraph each. */
  notes?: readonly ReactNode[];
  /** On phones the content is folded behind this line, and the findings alone make a summary. */
  fold?: ReactNode;
  children: ReactNode;
}

/** Heading states the finding; margin holds topic, method and caveat. */
export function Section({ id, number, topic, finding, notes = [], fold, children }: SectionProps) {
  return (
    <section className="section" id={id} aria-labelledby={`${id}-finding`}>
      <p className="section-topic">
        <span>{number}</span>
        {topic}
      </p>
      <h2 className="section-finding" id={`${id}-finding`}>
        {finding}
      </h2>
      <div className="section-body">
        {fold ? (
          <Disclosure summary={fold} when="phone">
            {children}
          </Disclosure>
        ) : (
          children
        )}
      </div>
      <SectionNotes notes={notes} />
    </section>
  );
}

function SectionNotes({ notes }: { notes: readonly ReactNode[] }) {
  if (notes.length === 0) return null;
  return (
    <div className="section-notes">
      <Disclosure summary="Method and caveats" when="phone">
        {notes.map((note, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: notes have no identity and never move.
          <p key={index}>{note}</p>
        ))}
      </Disclosure>
    </div>
  );
}

/**
 * A section that shows its finding and opens in place. Plain HTML: a search in the page and a link to its id open it, and
 * paper shows it open. The id stands inside, since browsers open what holds the target, not the target.
 */
export function Finding({ id, number, topic, finding, notes = [], children }: SectionProps) {
  return (
    <details className="section finding">
      <summary>
        <span className="section-topic">
          <span>{number}</span>
          {topic}
        </span>
        <h2 className="section-finding" id={`${id}-finding`}>
          {finding}
        </h2>
      </summary>
      <section className="finding-content" id={id} aria-labelledby={`${id}-finding`}>
        <div className="section-body">{children}</div>
        <SectionNotes notes={notes} />
      </section>
    </details>
  );
}

interface FindingsProps {
  findings: readonly (Omit<SectionProps, "number" | "children"> & {
    readonly content: ReactNode;
  })[];
  /** How many sections stand open above them. */
  after: number;
}

/** Findings one under the other, and a button that opens all of them, which the script “findings” shows. */
export function Findings({ findings, after }: FindingsProps) {
  return (
    <>
      <div className="findings-head">
        <h2>{capitalised(counted(findings.length, "more finding"))}</h2>
        <button type="button" className="text-button" data-open-all="" hidden>
          Open all
        </button>
      </div>
      {findings.map(({ content, ...finding }, index) => (
        <Finding key={finding.id} number={after + index + 1} {...finding}>
          {content}
        </Finding>
      ))}
    </>
  );
}
