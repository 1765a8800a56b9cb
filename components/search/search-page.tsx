"use client";

import { useState } from "react";
import { type SearchResults, searchIndex } from "@/lib/reference/search";
import { numbered } from "@/lib/text/words";
import { SearchResultsList } from "./search-results";
import { useSearchIndex } from "./use-search-index";

interface SearchPageProps {
  /** What the address asked for, and what the server found. */
  query: string;
  results: SearchResults;
}

/** A search that any browser can send; with JavaScript it answers while one types, from a file fetched once. */
export function SearchPage({ query: asked, results: found }: SearchPageProps) {
  const [query, setQuery] = useState(asked);
  // Without the index the form still sends.
  const [index, fetchIndex] = useSearchIndex();

  function search(next: string) {
    setQuery(next);
    const q = next.trim();
    history.replaceState(null, "", q ? `/search?q=${encodeURIComponent(q)}` : "/search");
  }

  const q = query.trim();
  const results = index ? searchIndex(index, q) : found;
  const isCurrent = index !== undefined || q === asked;
  const count = results.cells.length + results.capabilities.length + results.terms.length;

  return (
    <>
      <header className="reference-head edge">
        <p className="reference-path">
          <a href="/matrix">Matrix</a>
        </p>
        <h1>Search the matrix</h1>
        <search>
          <form
            className="search-form"
            action="/search"
            onSubmit={(event) => {
              if (index) event.preventDefault();
            }}
          >
            <label htmlFor="search-q">
              Words of a capability, a note or a term, with the mesh if you like: linkerd fips
            </label>
            <div>
              <input
                className="field-box"
                id="search-q"
                type="search"
                name="q"
                value={query}
                onFocus={() => void fetchIndex()}
                onChange={(event) => search(event.target.value)}
                autoComplete="off"
                maxLength={120}
              />
              <button className="button" data-variant="secondary" type="submit">
                Search
              </button>
            </div>
          </form>
        </search>
        <output className="sr-only">{isCurrent && q ? numbered(count, "result") : ""}</output>
      </header>
      <div className="reference-body edge">
        {isCurrent ? <SearchResultsList query={q} results={results} /> : null}
      </div>
    </>
  );
}
