"use client";

import { useState } from "react";
import { useHydrated } from "@/components/costs/use-hydrated";

interface CopyTextProps {
  id: string;
  label: string;
  text: string;
}

/** A command in a box. The button is there once it works. */
export function CopyText({ id, label, text }: CopyTextProps) {
  const [said, say] = useState("");
  const isAlive = useHydrated();
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      say("Copied");
    } catch {
      const code = document.getElementById(id);
      if (code) getSelection()?.selectAllChildren(code);
      say("Selected: press Ctrl+C or ⌘C");
    }
  }
  return (
    <div className="import-command">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
      <pre tabIndex={0}>
        <code id={id}>{text}</code>
      </pre>
      {isAlive ? (
        <p>
          <button type="button" className="button" data-variant="secondary" onClick={copy}>
            Copy<span className="sr-only"> {label}</span>
          </button>
          <span role="status">{said}</span>
        </p>
      ) : null}
    </div>
  );
}
