import type { Segment } from "@/lib/reference/terms";

/** A text whose terms explain themselves: native pop-ups, so they work without JavaScript. */
export function TermText({ segments }: { segments: readonly Segment[] }) {
  return segments.map((segment) =>
    typeof segment === "string" ? (
      segment
    ) : (
      <span key={segment.term.id}>
        <button type="button" className="term" popoverTarget={`term-${segment.term.id}`}>
          {segment.text}
        </button>
        <span className="popover-box term-box" id={`term-${segment.term.id}`} popover="auto">
          <b className="popover-title">{segment.term.term}</b>
          <span>{segment.term.definition}</span>
          <a href={`/glossary#${segment.term.id}`}>In the glossary</a>
        </span>
      </span>
    ),
  );
}
