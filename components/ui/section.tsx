import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";

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
      {notes.length > 0 ? (
        <div className="section-notes">
          <Disclosure summary="Method and caveats" when="phone">
            {notes.map((note, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: notes have no identity and never move.
              <p key={index}>{note}</p>
            ))}
          </Disclosure>
        </div>
      ) : null}
    </section>
  );
}
