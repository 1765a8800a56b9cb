interface Source {
  readonly url: string;
  readonly title: string;
}

/** Where it is written, on one line; nothing without a source. */
export function SourceList({ sources }: { sources: readonly Source[] }) {
  if (sources.length === 0) return null;
  return (
    <p className="source-list">
      {sources.length === 1 ? "Source: " : "Sources: "}
      {sources.map((source, index) => (
        <span key={source.url}>
          {index > 0 ? "; " : null}
          <a href={source.url} rel="noopener">
            {source.title}
          </a>
        </span>
      ))}
    </p>
  );
}
