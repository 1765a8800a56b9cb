import { Day } from "@/components/ui/day";
import { SupportLevel } from "@/components/ui/support-level";
import type { SearchResults } from "@/lib/reference/search";
import { counted } from "@/lib/text/words";

/** What was found: cells with their notes first, for they hold the answers; then rows and terms. */
export function SearchResultsList({ query, results }: { query: string; results: SearchResults }) {
  const { capabilities, cells, terms } = results;
  if (query === "") return null;
  if (capabilities.length + cells.length + terms.length === 0) {
    return (
      <p className="found-none">
        Nothing in the matrix says all of “{query}”. Try fewer words, or{" "}
        <a href="/matrix">look through the matrix</a>.
      </p>
    );
  }
  return (
    <div className="found">
      {terms.map((term) => (
        <p key={term.id} className="found-term">
          <a href={`/glossary#${term.id}`}>{term.term}</a> {term.definition}
        </p>
      ))}
      {capabilities.length > 0 ? (
        <section aria-labelledby="found-capabilities">
          <h2 id="found-capabilities">Capabilities</h2>
          <ul>
            {capabilities.map(({ id, label, definition }) => (
              <li key={id}>
                <a href={`/matrix/${id}`}>{label}</a>
                <p>{definition}</p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {cells.length > 0 ? (
        <section aria-labelledby="found-cells">
          <h2 id="found-cells">Findings</h2>
          <ul>
            {cells.map(({ capability, label, variant, variantLabel, cell }) => (
              <li key={`${capability} ${variant}`}>
                <a href={`/matrix/${capability}#${variant}`}>
                  {variantLabel}: {label}
                </a>
                <p className="found-level">
                  <SupportLevel level={cell.support} maturity={cell.maturity} />
                  {cell.since ? <b>since {cell.since}</b> : null}
                  <span>
                    {counted(cell.sources, "source")}, checked <Day iso={cell.checked} />
                  </span>
                </p>
                <p>
                  {cell.note} {cell.limits}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
