import { LevelList } from "@/components/matrix/level-key";
import type { Matrix, Term } from "@/lib/data/types";

interface GlossaryPageProps {
  matrix: Pick<Matrix, "levels" | "capabilities">;
  terms: readonly Term[];
}

/** The words of the field, and those of the matrix. */
export function GlossaryPage({ matrix, terms }: GlossaryPageProps) {
  const sorted = [...terms].sort((a, b) => a.term.localeCompare(b.term, "en"));
  return (
    <>
      <header className="reference-head edge">
        <p className="reference-path">
          <a href="/matrix">Matrix</a>
        </p>
        <h1>Terms</h1>
        <p className="reference-lead">
          The words of the field as this site uses them, and the words the matrix grades with.
        </p>
      </header>
      <div className="reference-body edge">
        <section className="glossary-levels" aria-labelledby="levels">
          <h2 id="levels">Levels of support</h2>
          <LevelList levels={matrix.levels} />
        </section>
        <h2 className="glossary-title">Terms of the field</h2>
        <dl className="glossary">
          {sorted.map((term) => (
            <div key={term.id} id={term.id}>
              <dt>
                <a href={`#${term.id}`}>{term.term}</a>
                {term.also.length > 0 ? <span>also {term.also.join(", ")}</span> : null}
              </dt>
              <dd>
                <p>{term.definition}</p>
                <p>
                  In the matrix:{" "}
                  {term.capabilities.map((id, index) => (
                    <span key={id}>
                      {index > 0 ? ", " : ""}
                      <a href={`/matrix/${id}`}>
                        {matrix.capabilities.find((each) => each.id === id)?.short}
                      </a>
                    </span>
                  ))}
                  . Source:{" "}
                  <a href={term.source.url} rel="noopener">
                    {term.source.title}
                  </a>
                </p>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  );
}
