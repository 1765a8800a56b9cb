import type { CellAddress } from "@/lib/reference/issue-link";
import { draftCorrection, draftRecognition } from "@/lib/reference/issue-link";

interface CorrectionsPageProps {
  /** The cell to correct, if the reader came from one. */
  address: CellAddress | undefined;
  /** Whether the reader came from the import of cluster outputs. */
  isAboutImport?: boolean;
  release: string;
}

/** How to have a cell corrected, where no issue tracker is configured. */
export function CorrectionsPage({ address, isAboutImport = false, release }: CorrectionsPageProps) {
  const draft = address
    ? draftCorrection(address, release)
    : isAboutImport
      ? draftRecognition(release)
      : undefined;
  return (
    <>
      <header className="reference-head edge">
        <p className="reference-path">
          <a href="/matrix">Matrix</a>
          {address ? (
            <>
              {" / "}
              <a href={`/matrix/${address.capability.id}#${address.variant.id}`}>
                {address.capability.label}, {address.variant.label}
              </a>
            </>
          ) : null}
        </p>
        <h1>Suggest a correction</h1>
        <p className="reference-lead">
          A cell changes when a source says otherwise: documentation of a stated version, release
          notes, code or a test. Opinions and plans change nothing.
        </p>
      </header>
      <div className="reference-body edge">
        <ol className="correction-steps">
          <li>Say which cell, what it should say, and where that is written.</li>
          <li>
            Name the version of the product that the source speaks for, and whether you work for a
            maker.
          </li>
          <li>
            A maker who disagrees with a cell can have a reply recorded beside it. The cell itself
            changes by sources alone.
          </li>
          <li>
            Send it to whoever runs this site, or change the data file and propose the change.
          </li>
        </ol>
        {draft ? (
          <section className="correction-draft" aria-labelledby="draft">
            <h2 id="draft">A text to start from</h2>
            <pre>
              {draft.title}
              {"\n\n"}
              {draft.body}
            </pre>
          </section>
        ) : (
          <p>Every cell of the matrix has a link that fills in a text to start from.</p>
        )}
      </div>
    </>
  );
}
