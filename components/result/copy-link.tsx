"use client";

import { useState } from "react";

interface CopyLinkProps {
  /** Id of the input that holds the link. */
  input: string;
}

/** Copies the link and prints. Both need scripts, so neither is shown without them. */
export function CopyLink({ input }: CopyLinkProps) {
  const [said, say] = useState("");
  async function copy() {
    const field = document.getElementById(input);
    if (!(field instanceof HTMLInputElement)) return;
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      say("Copied");
    } catch {
      say("Press Ctrl+C or ⌘C to copy");
    }
  }
  return (
    <span className="copy-link">
      <button type="button" className="button" data-size="normal" onClick={copy}>
        Copy link
      </button>
      <button
        type="button"
        className="button"
        data-variant="secondary"
        onClick={() => window.print()}
      >
        Print
      </button>
      <span role="status">{said}</span>
    </span>
  );
}
