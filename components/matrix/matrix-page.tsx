import { LevelKey } from "@/components/matrix/level-key";
import { MatrixExplorer } from "@/components/matrix/matrix-explorer";
import { Day } from "@/components/ui/day";
import type { Matrix } from "@/lib/data/types";
import type { Filter } from "@/lib/reference/filter";
import type { MatrixView } from "@/lib/reference/matrix-view";
import { smallLabel } from "@/lib/result/names";
import { listed } from "@/lib/text/words";

interface MatrixPageProps {
  matrix: Pick<Matrix, "levels" | "release" | "variants" | "capabilities" | "options">;
  view: MatrixView;
  filter?: Filter;
  found?: readonly string[];
}

/** The whole matrix under its filters. */
export function MatrixPage({ matrix, view, filter, found }: MatrixPageProps) {
  const { capabilities, variants, release } = matrix;
  return (
    <>
      <header className="reference-head edge">
        <h1>What each mesh offers, and who says so</h1>
        <p className="reference-lead">
          {`${capabilities.length} capabilities in ${variants.length} variants of ${listed(view.options.map(smallLabel))}. Each cell has a level, its limits, the first version, its sources and the day we checked them.`}
        </p>
        <p className="note">
          <span>
            State of <Day iso={release.asOf} />.
          </span>
          <a href="/search">Search</a>
          <a href="/options">Option by option</a>
          <a href="/evidence">How sure we are</a>
          <a href="/glossary">Terms</a> <a href="/changes">What changed</a>
          <a href="/matrix.csv">CSV</a> <a href="/matrix.json">JSON</a>
        </p>
      </header>
      <MatrixExplorer
        view={view}
        corner={<LevelKey levels={matrix.levels} />}
        {...(filter ? { filter } : {})}
        {...(found ? { found } : {})}
      />
    </>
  );
}
