import type { Coverage, PlanData, PlanSource } from "@/lib/data/plan-types";
import type { Support } from "@/lib/engine/types";
import { type Assessment, capabilityOf } from "@/lib/result/assessment";
import { cellOf } from "@/lib/result/evidence";
import { evidenceHref } from "@/lib/result/links";

/** A finding of the matrix that something rests on. */
export interface CellRef {
  readonly capability: string;
  readonly label: string;
  readonly support: Support;
  readonly maturity?: "stable" | "beta" | "alpha";
  readonly needsExtra: boolean;
  /** Where its note, limits and sources stand. */
  readonly href: string;
}

/** What a claim rests on. */
export interface Proof {
  readonly cells: readonly CellRef[];
  readonly sources: readonly PlanSource[];
}

export function referToCell(assessment: Assessment, capability: string, variant: string): CellRef {
  const { support, maturity, needsExtra } = cellOf(assessment, capability, variant);
  return {
    capability,
    label: capabilityOf(assessment, capability).label,
    support,
    ...(maturity ? { maturity } : {}),
    needsExtra: needsExtra === true,
    href: evidenceHref(capability, variant),
  };
}

/** How far a finding covers what it is about. Only what is stable counts in full; what one builds oneself counts for nothing. */
export function coverageOf({ support, maturity }: Pick<CellRef, "support" | "maturity">): Coverage {
  if (support === "full") return maturity === "stable" ? "full" : "partial";
  return support === "partial" || support === "addon" ? "partial" : "none";
}

export function sourcesOf(data: PlanData, ids: readonly string[]): PlanSource[] {
  return ids.map((id) => {
    const source = data.sources.find((each) => each.id === id);
    if (!source) throw new RangeError(`no source is called "${id}"`);
    return source;
  });
}

export function proofOf(
  assessment: Assessment,
  data: PlanData,
  variant: string,
  { sources, cells = [] }: { sources: readonly string[]; cells?: readonly string[] | undefined },
): Proof {
  return {
    cells: cells.map((capability) => referToCell(assessment, capability, variant)),
    sources: sourcesOf(data, sources),
  };
}
