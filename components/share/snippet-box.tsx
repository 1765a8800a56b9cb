"use client";

import { useState } from "react";
import type { Snippet } from "@/lib/embed/snippets";

/** One thing to copy: where it goes, how, and the text itself, which can be selected where nothing can copy it. */
export function SnippetBox({ snippet }: { snippet: Snippet }) {
  const [said, say] = useState("");
  const { id, place, how, text } = snippet;
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      say("Copied");
    } catch {
      const shown = document.getElementById(`snippet-${id}`);
      if (shown) getSelection()?.selectAllChildren(shown);
      say("Selected: press Ctrl+C or ⌘C");
    }
  }
  return (
    <article className="snippet">
      <h3>{place}</h3>
      <p className="snippet-how">{how}</p>
      <pre>
        <code id={`snippet-${id}`}>{text}</code>
      </pre>
      <p className="snippet-copy">
        <button
          type="button"
          className="button"
          data-variant="secondary"
          data-size="normal"
          aria-label={`Copy: ${place}`}
          onClick={copy}
        >
          Copy
        </button>
        <span role="status">{said}</span>
      </p>
    </article>
  );
}
