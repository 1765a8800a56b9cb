import type { Evidence, Finding } from "@/lib/data/types";
import { holds } from "@/lib/engine/condition";
import type { Support } from "@/lib/engine/types";
import { phrased, points } from "@/lib/text/words";
import { type Assessment, capabilityOf, ruleOf, variantOf } from "./assessment";
import { evidenceHref } from "./links";

/** What is read of an assessment here. */
type Input = Pick<Assessment, "matrix" | "answers" | "evaluation" | "past">;

/** What was found for one variant and one capability, with its sources. */
export interface EvidenceView {
  /** Unique on the page: the capability and the variant. */
  readonly id: string;
  readonly capability: string;
  readonly variant: string;
  /** “Retries: Istio, ambient mode”. */
  readonly title: string;
  /** As the matrix says, before any rule credits it. */
  readonly support: Support;
  readonly maturity?: "stable" | "beta" | "alpha";
  readonly confidence: "high" | "medium" | "low";
  readonly since?: string;
  readonly note: string;
  readonly limits?: string;
  /** What else decides how it counts here, a sentence each. */
  readonly remarks: readonly string[];
  readonly sources: readonly Evidence[];
  /** The same finding among those on all variants. */
  readonly href: string;
}

/** A way to the evidence: the id of an entry on the page, or the address of a page that has it. */
export interface EvidenceRef {
  readonly id?: string;
  readonly href: string;
}

export function evidenceId(capability: string, variant: string): string {
  return `evidence-${capability}-${variant}`;
}

/** What an older result says of a finding that is no longer kept. */
const goneFinding: Finding = {
  support: "unknown",
  confidence: "low",
  note: "This finding is no longer kept: the variant or the capability is not in today’s data.",
  evidence: [],
};

/** The finding that holds for the estate the answers describe, and the name of the scope it comes from, if from one. */
export function cellOf(
  { matrix, answers, past }: Input,
  capability: string,
  variant: string,
): Finding & { readonly where?: string } {
  const cell = matrix.capabilities.find(({ id }) => id === capability)?.cells[variant];
  if (cell) return cell.scopes?.find(({ when }) => holds(when, answers)) ?? cell;
  if (past) return goneFinding;
  throw new RangeError(`${capability} has no cell for "${variant}"`);
}

/** The way to a cell’s evidence; on the page itself if `shown` holds it. */
export function referToEvidence(
  capability: string,
  variant: string,
  shown: ReadonlySet<string>,
): EvidenceRef {
  const id = evidenceId(capability, variant);
  const href = evidenceHref(capability, variant);
  return shown.has(id) ? { id, href } : { href };
}

function remarksOn(assessment: Input, capability: string, variant: string): string[] {
  const cell = cellOf(assessment, capability, variant);
  const result = assessment.evaluation.variants.find((each) => each.variant === variant);
  const contribution = result?.contributions.find((each) => each.capability === capability);
  const remarks: string[] = [];
  if (cell.where) remarks.push(`This is the finding ${phrased(cell.where)}.`);
  const { extra } = variantOf(assessment, variant);
  if (cell.needsExtra && extra) remarks.push(`Needs ${extra}, whose cost is counted.`);
  if (contribution?.creditedBy) {
    const level = assessment.matrix.levels.support[contribution.support].label.toLowerCase();
    const { because } = ruleOf(assessment, contribution.creditedBy);
    remarks.push(`Counted as ${level} here. ${because}`);
  }
  const total = totalWeight(assessment);
  if (contribution && total > 0) {
    const worth = (contribution.weight[1] * contribution.value[1]) / total;
    const most = (contribution.weight[1] * 100) / total;
    remarks.push(`Earns ${points(worth)} of the ${points(most)} points this need is worth.`);
  }
  return remarks;
}

/** All weight that needs and burdens carry: what 100 points are shares of. */
export function totalWeight({ evaluation }: Input): number {
  const weights = [...evaluation.needs, ...evaluation.burdens].map(({ weight }) => weight[1]);
  return weights.reduce((sum, weight) => sum + weight, 0);
}

function withFullStop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** One cell of the matrix, told in full. */
export function viewEvidence(assessment: Input, capability: string, variant: string): EvidenceView {
  const cell = cellOf(assessment, capability, variant);
  return {
    id: evidenceId(capability, variant),
    capability,
    variant,
    title: `${capabilityOf(assessment, capability).label}: ${variantOf(assessment, variant).label}`,
    support: cell.support,
    ...(cell.maturity ? { maturity: cell.maturity } : {}),
    confidence: cell.confidence,
    ...(cell.since ? { since: cell.since } : {}),
    note: cell.note,
    ...(cell.limits ? { limits: cell.limits } : {}),
    remarks: remarksOn(assessment, capability, variant),
    sources: cell.evidence.map((source) => ({ ...source, claim: withFullStop(source.claim) })),
    href: evidenceHref(capability, variant),
  };
}
