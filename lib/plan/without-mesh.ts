import type { PlanData } from "@/lib/data/plan-types";
import type { Support } from "@/lib/engine/types";
import { importanceLabel } from "@/lib/result/answers";
import { type Assessment, capabilityOf } from "@/lib/result/assessment";
import { cellOf } from "@/lib/result/evidence";
import { evidenceHref } from "@/lib/result/links";
import { capitalised, counted } from "@/lib/text/words";
import { applies } from "./applies";
import { type Proof, proofOf } from "./proof";

/** What takes a mesh's place for one need. */
export interface SubstituteView {
  readonly capability: string;
  readonly label: string;
  readonly importance: string;
  readonly support: Support;
  readonly maturity?: "stable" | "beta" | "alpha";
  readonly note: string;
  readonly limits?: string;
  readonly href: string;
}

export interface WithoutMeshView {
  readonly finding: string;
  readonly substitutes: readonly SubstituteView[];
  readonly triggers: readonly {
    readonly id: string;
    readonly text: string;
    readonly proof: Proof;
  }[];
}

const order = ["must", "important", "nice", "unsure", "no"];

/** For a variant that is no mesh: what does its work instead, and what should reopen the question. Undefined for a mesh. */
export function viewWithoutMesh(
  assessment: Assessment,
  data: PlanData,
  variant: string,
): WithoutMeshView | undefined {
  if (!data.adoption.withoutMesh.includes(variant)) return undefined;
  const substitutes = [...assessment.evaluation.needs]
    .filter(({ importance }) => importance !== "no")
    .sort((a, b) => order.indexOf(a.importance) - order.indexOf(b.importance))
    .map(({ capability, importance }): SubstituteView => {
      const { support, maturity, note, limits } = cellOf(assessment, capability, variant);
      return {
        capability,
        label: capabilityOf(assessment, capability).label,
        importance: importanceLabel(assessment, importance),
        support,
        ...(maturity ? { maturity } : {}),
        note,
        ...(limits ? { limits } : {}),
        href: evidenceHref(capability, variant),
      };
    });
  const triggers = data.adoption.triggers
    .filter(({ when }) => applies(assessment, variant, when))
    .map(({ id, text, sources, cells }) => ({
      id,
      text,
      proof: proofOf(assessment, data, variant, { sources, cells }),
    }));
  const open = substitutes.filter(({ support }) => support === "none" || support === "unknown");
  const own = substitutes.some(({ support }) => support === "diy");
  const all = counted(substitutes.length, "need");
  const finding =
    substitutes.length === 0
      ? "You have named no needs yet, so there is nothing to replace"
      : open.length === 0
        ? `Something stands in for a mesh in ${substitutes.length === 1 ? "your one need" : `all ${all}`}${own ? ", some of it your own work" : ""}`
        : `For ${counted(open.length, "need")} of ${substitutes.length} nothing stands in for a mesh`;
  return { finding: capitalised(finding), substitutes, triggers };
}
