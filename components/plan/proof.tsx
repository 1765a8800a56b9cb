import { SupportLevel } from "@/components/ui/support-level";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { PlanSource } from "@/lib/data/plan-types";
import type { CellRef, Proof as ProofView } from "@/lib/plan/proof";

/** A finding of the matrix, with the way to its note, limits and sources. */
export function CellLink({ cell }: { cell: CellRef }) {
  return (
    <a className="plan-cell" href={cell.href}>
      <SupportLevel level={cell.support} maturity={cell.maturity} />
      <span>
        {cell.label}
        <VisuallyHidden>: the finding and its sources</VisuallyHidden>
      </span>
    </a>
  );
}

function SourceLinks({ sources }: { sources: readonly PlanSource[] }) {
  return sources.map((source, index) => (
    <span key={source.id}>
      {index > 0 ? "; " : null}
      <a href={source.url} rel="noopener">
        {source.title}
      </a>
    </span>
  ));
}

/** What a claim rests on: findings of the matrix, pages elsewhere; nothing where it is our own advice. */
export function Proof({ proof }: { proof: ProofView }) {
  if (proof.cells.length === 0 && proof.sources.length === 0) return null;
  return (
    <p className="plan-proof">
      {proof.cells.map((cell) => (
        <CellLink key={cell.capability} cell={cell} />
      ))}
      {proof.sources.length > 0 ? (
        <span>
          <SourceLinks sources={proof.sources} />
        </span>
      ) : null}
    </p>
  );
}
