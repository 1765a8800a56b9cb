import type { PlanData } from "@/lib/data/plan-types";
import { type AnswerRef, referTo } from "@/lib/result/answers";
import type { Assessment } from "@/lib/result/assessment";
import { counted, quoted } from "@/lib/text/words";
import { answersFor, applies } from "./applies";
import { type Proof, proofOf } from "./proof";

export interface MigrationNote {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly warning: boolean;
  readonly steps: readonly string[];
  readonly because: readonly AnswerRef[];
  readonly proof: Proof;
}

export interface MigrationView {
  readonly finding: string;
  /** What was said of today; also where it can be said. */
  readonly today: AnswerRef;
  readonly notes: readonly MigrationNote[];
}

const question = "today";

function findingOf(assessment: Assessment, name: string, today: AnswerRef, notes: number): string {
  const answer = assessment.answers[question];
  const about = notes === 0 ? "nothing has to be left behind" : counted(notes, "note");
  if (answer === undefined || answer === "unsure")
    return notes === 0
      ? "You have not said what handles calls today, so nothing is said of leaving it"
      : `You have not said what handles calls today; ${counted(notes, "note")} from what else you run`;
  if (answer === "nothing") return `Nothing handles calls today, so ${name} starts on free ground`;
  return `From ${quoted(today.text)} today to ${name}: ${about}`;
}

/** What leaving today’s state for this variant takes. */
export function viewMigration(
  assessment: Assessment,
  data: PlanData,
  variant: string,
  name: string,
): MigrationView {
  const notes = data.migrations
    .filter(({ when }) => applies(assessment, variant, when))
    .map(
      (note): MigrationNote => ({
        id: note.id,
        title: note.title,
        text: note.text,
        warning: note.tone === "warning",
        steps: note.steps,
        because: answersFor(assessment, note.when),
        proof: proofOf(assessment, data, variant, note),
      }),
    );
  const today = referTo(assessment, question);
  return { finding: findingOf(assessment, name, today, notes.length), today, notes };
}
