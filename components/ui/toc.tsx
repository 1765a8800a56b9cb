import type { ReactNode } from "react";

export interface TocEntry {
  /** The id of the Section. */
  readonly id: string;
  readonly number: number;
  readonly topic: ReactNode;
}

/**
 * The way through a long page: a sticky row on wide screens, a sticky menu on narrow ones. Works without JavaScript;
 * a page with some may set aria-current on the link of the section in view, which lights it.
 */
export function Toc({ entries }: { entries: readonly TocEntry[] }) {
  const list = (
    <ol>
      {entries.map((entry) => (
        <li key={entry.id}>
          <a href={`#${entry.id}`}>
            <span>{entry.number}</span>
            {entry.topic}
          </a>
        </li>
      ))}
    </ol>
  );
  return (
    <nav className="toc" aria-label="On this page">
      <div className="toc-row">{list}</div>
      <details className="toc-menu">
        <summary>
          On this page<span>{entries.length} sections</span>
        </summary>
        {list}
      </details>
    </nav>
  );
}
