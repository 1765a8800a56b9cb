import type { ReactNode } from "react";

interface DataTableProps {
  /** What the table shows; read out, and shown unless captionHidden. */
  caption: ReactNode;
  captionHidden?: boolean;
  /** On phones each row becomes a block; cells name their column with data-label. */
  stack?: boolean;
  /** colgroup, thead, tbody. */
  children: ReactNode;
}

/** Rows between hairlines. `<tbody>`s after the first group rows: give each a `<tr className="group">`. */
export function DataTable({
  caption,
  captionHidden = false,
  stack = false,
  children,
}: DataTableProps) {
  return (
    <table className="data-table" data-stack={stack || undefined}>
      <caption className={captionHidden ? "sr-only" : undefined}>{caption}</caption>
      {children}
    </table>
  );
}

interface DataGridProps {
  caption: ReactNode;
  /** Said above the grid on screens too narrow for it. */
  scrollNote?: ReactNode;
  /** Least width before it scrolls, in rem. */
  minWidth?: number;
  children: ReactNode;
}

/**
 * Many columns of equal kind, say variants, under a first column that stays in view. It scrolls sideways inside
 * itself, so that the page never does. Head cells of an option carry optionClass(); a cell with className “divide”
 * starts the ruled-out half; a row with className “detail” holds an EvidenceBox.
 */
export function DataGrid({ caption, scrollNote, minWidth = 62, children }: DataGridProps) {
  return (
    <>
      {scrollNote ? <p className="data-grid-note">{scrollNote}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
      <section className="data-grid-scroll" aria-label="Table, scrolls sideways" tabIndex={0}>
        <table className="data-grid" style={{ "--min": `${minWidth}rem` }}>
          <caption className="sr-only">{caption}</caption>
          {children}
        </table>
      </section>
    </>
  );
}
