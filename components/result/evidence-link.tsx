import type { ReactNode } from "react";
import type { EvidenceRef } from "@/lib/result/evidence";

interface EvidenceLinkProps {
  evidence: Pick<EvidenceRef, "href">;
  /** Says which evidence, where the content alone does not. */
  label?: string;
  children: ReactNode;
}

/** Leads to the evidence; the script “evidence” opens it over the page instead. */
export function EvidenceLink({ evidence, label, children }: EvidenceLinkProps) {
  return (
    <a className="evidence-link" href={evidence.href} aria-label={label} data-evidence="">
      {children}
    </a>
  );
}
