import type { ReactNode } from "react";

/** A chart or picture with its caption above it: how to read it comes before reading it. */
export function Figure({ caption, children }: { caption: ReactNode; children: ReactNode }) {
  return (
    <figure>
      <figcaption className="figure-caption">{caption}</figcaption>
      {children}
    </figure>
  );
}
