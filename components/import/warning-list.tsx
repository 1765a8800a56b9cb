import { Lines } from "@/components/import/lines";
import type { Recognised } from "@/lib/recognise/recognise";

/** What is worth knowing at once. */
export function WarningList({ warnings }: Pick<Recognised, "warnings">) {
  if (warnings.length === 0) return null;
  return (
    <section className="import-warnings" aria-labelledby="import-warnings">
      <h2 id="import-warnings">
        {warnings.length === 1 ? "One thing to look at" : `${warnings.length} things to look at`}
      </h2>
      {warnings.map(({ id, cluster, title, text, source, lines }) => (
        <div key={`${id} ${cluster} ${title}`} className="import-warning">
          <h3>
            {title}
            {cluster ? <span> ({cluster})</span> : null}
          </h3>
          <p>
            {text}
            {source ? (
              <>
                {" "}
                <a href={source.url}>{source.title}</a>
              </>
            ) : null}
          </p>
          <Lines lines={lines} />
        </div>
      ))}
    </section>
  );
}
