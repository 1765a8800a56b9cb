import { useRef, useState } from "react";
import type { SearchIndex } from "@/lib/reference/search";

/** The index of the whole matrix, once it is fetched, and what fetches it: once, and again after a failure. */
export function useSearchIndex(): readonly [SearchIndex | undefined, () => Promise<void>] {
  const [index, setIndex] = useState<SearchIndex>();
  const isFetching = useRef(false);

  async function fetchIndex() {
    if (isFetching.current) return;
    isFetching.current = true;
    try {
      const response = await fetch("/search-index.json");
      if (!response.ok) throw new Error(`${response.status}`);
      setIndex(await response.json());
    } catch {
      // What the server found still stands; the next focus tries again.
      isFetching.current = false;
    }
  }

  return [index, fetchIndex];
}
