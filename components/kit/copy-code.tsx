"use client";

import { useState, useSyncExternalStore } from "react";

interface CopyCodeProps {
  /** Id of the element that holds the code. */
  target: string;
  label: string;
}

const never = () => () => {};

/** Copies a piece of code. Without scripts it is not there: the code can be selected. */
export function CopyCode({ target, label }: CopyCodeProps) {
  const [said, say] = useState("");
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!alive) return null;
  async function copy() {
    const code = document.getElementById(target);
    if (!code) return;
    try {
      await navigator.clipboard.writeText(code.textContent ?? "");
      say("Copied");
    } catch {
      getSelection()?.selectAllChildren(code);
      say("Selected: press Ctrl+C or ⌘C");
    }
  }
  return (
    <p className="copy-code">
      <span role="status">{said}</span>
      <button type="button" onClick={copy} aria-label={`Copy ${label}`}>
        Copy
      </button>
    </p>
  );
}
