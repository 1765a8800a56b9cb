import type { ReactNode } from "react";
import type { EvidenceRef } from "@/lib/result/evidence";

interface EvidenceLinkProps {
  evidence: EvidenceRef;
  /** Says which evidence, where the content alone does not. */
  label?: string;
  children: ReactNode;
}

/** Opens the evidence over the page where the page holds it, and leads to it where not. Needs no script. */
export function EvidenceLink({ evidence, label, children }: EvidenceLinkProps) {
  return evidence.id === undefined ? (
    <a className="evidence-link" href={evidence.href} aria-label={label}>
      {children}
    </a>
  ) : (
    <button type="button" className="evidence-link" popoverTarget={evidence.id} aria-label={label}>
      {children}
    </button>
  );
}
