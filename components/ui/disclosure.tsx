import type { ReactNode } from "react";

interface DisclosureProps {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  /** “phone”: folded on phones only, plain content on wider screens. */
  when?: "always" | "phone";
  id?: string;
}

/** Detail that can be folded away. Works without JavaScript, prints open. */
export function Disclosure({
  summary,
  children,
  open = false,
  when = "always",
  id,
}: DisclosureProps) {
  return (
    <details className="disclosure" data-when={when} open={open} id={id}>
      <summary>{summary}</summary>
      <div className="disclosure-content">{children}</div>
    </details>
  );
}
