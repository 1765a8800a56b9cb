"use client";

import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useSearchIndex } from "@/components/search/use-search-index";
import { Disclosure } from "@/components/ui/disclosure";
import {
  applyFilter,
  countRows,
  type Filter,
  formatFilter,
  noFilter,
  parseFilter,
} from "@/lib/reference/filter";
import type { MatrixView } from "@/lib/reference/matrix-view";
import { matchCapabilities, wordsOf } from "@/lib/reference/search";
import { MatrixFilters } from "./matrix-filters";
import { MatrixTable } from "./matrix-table";

interface MatrixExplorerProps {
  view: MatrixView;
  /** What the address asked for when the server rendered the page. */
  filter?: Filter;
  /** The rows that the server found for the filter's words. */
  found?: readonly string[];
  /** Opens the key to the symbols. */
  corner: ReactNode;
}

/** The matrix and its filters. The address always says what is shown; the server can render the same from it. */
export function MatrixExplorer({ view, filter: asked, found = [], corner }: MatrixExplorerProps) {
  const [filter, setFilter] = useState(asked ?? noFilter);
  // Without the index the names of the rows are still searched.
  const [index, fetchIndex] = useSearchIndex();

  // Going back to a page that was prerendered without a filter brings the address, not the choice.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is read once, when the page comes alive.
  useEffect(() => {
    const inAddress = parseFilter(new URLSearchParams(location.search), view);
    if (formatFilter(inAddress) !== formatFilter(filter)) setFilter(inAddress);
    if (inAddress.q) void fetchIndex();
  }, []);

  function change(next: Filter) {
    setFilter(next);
    const query = formatFilter({ ...next, q: next.q.trim() });
    history.replaceState(null, "", query ? `/matrix?${query}` : "/matrix");
  }

  const q = filter.q.trim();
  const matches = useMemo(() => {
    if (index) return matchCapabilities(index, q);
    return q === (asked?.q ?? "") ? new Set(found) : undefined;
  }, [index, q, asked, found]);
  const words = wordsOf(q);
  const left = applyFilter(view, { ...filter, q }, (row) =>
    matches
      ? matches.has(row.id)
      : words.every((word) => wordsOf(row.label).some((each) => each.startsWith(word))),
  );
  const rows = countRows(left);
  const total = countRows(view);

  return (
    <>
      <div className="matrix-tools edge screen-only">
        <Disclosure summary="Filter rows and columns" when="phone">
          <MatrixFilters
            view={view}
            filter={filter}
            onChange={change}
            onSearchFocus={() => void fetchIndex()}
          />
        </Disclosure>
        <p className="matrix-count">
          <output>
            {rows === total ? `All ${total} capabilities` : `${rows} of ${total} capabilities`}
          </output>
          {formatFilter(filter) ? (
            <a
              href="/matrix"
              onClick={(event) => {
                event.preventDefault();
                change(noFilter);
              }}
            >
              Show everything
            </a>
          ) : null}
          {q ? (
            <a href={`/search?q=${encodeURIComponent(q)}`}>Read the notes that say “{q}”</a>
          ) : null}
        </p>
      </div>
      <div className="edge">
        {rows > 0 ? (
          <MatrixTable view={left} corner={corner} />
        ) : (
          <p className="matrix-empty">
            No capability matches all of these filters. Take one away, or show everything.
          </p>
        )}
      </div>
    </>
  );
}
