import type { PlanData } from "@/lib/data/plan-types";
import type { Assessment } from "@/lib/result/assessment";
import { counted, listed } from "@/lib/text/words";
import { answersFor, applies, firstThatApplies } from "./applies";
import { type Proof, proofOf } from "./proof";
import type { Statement } from "./service-auth";

export interface PhaseView {
  readonly id: string;
  readonly label: string;
  readonly goal: string;
  readonly work: Statement;
  readonly exit: readonly { readonly id: string; readonly text: string; readonly proof: Proof }[];
}

export interface AdoptionView {
  readonly finding: string;
  readonly phases: readonly PhaseView[];
  /** Phases that nothing asks for, and why they are left out. */
  readonly leftOut: readonly {
    readonly id: string;
    readonly label: string;
    readonly why: string;
  }[];
}

function asName(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** The phases that lead from nothing to all that was asked for, each with what must hold before the next. */
export function viewAdoption(
  assessment: Assessment,
  data: PlanData,
  variant: string,
): AdoptionView {
  const asked = data.adoption.phases.filter(({ applies: when }) =>
    applies(assessment, variant, when),
  );
  const phases = asked.map((phase): PhaseView => {
    const work = firstThatApplies(assessment, variant, phase.work);
    return {
      id: phase.id,
      label: phase.label,
      goal: phase.goal,
      work: {
        text: work.text,
        because: answersFor(assessment, phase.applies),
        proof: proofOf(assessment, data, variant, work),
      },
      exit: phase.exit
        .filter(({ when }) => applies(assessment, variant, when))
        .map(({ id, text, sources, cells }) => ({
          id,
          text,
          proof: proofOf(assessment, data, variant, { sources, cells }),
        })),
    };
  });
  const names = phases.map(({ label }) => asName(label));
  return {
    finding: `Get there in ${counted(phases.length, "phase")}: ${listed(names)}`,
    phases,
    leftOut: data.adoption.phases
      .filter((phase) => !asked.includes(phase))
      .map(({ id, label, otherwise = "" }) => ({ id, label, why: otherwise })),
  };
}
