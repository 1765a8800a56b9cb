import type { When } from "@/lib/data/plan-types";
import { holds } from "@/lib/engine/condition";
import type { Answers, Condition } from "@/lib/engine/types";
import { type AnswerRef, answersBehind } from "@/lib/result/answers";
import type { Assessment } from "@/lib/result/assessment";
import { cellOf } from "@/lib/result/evidence";

/** Whether something applies to this variant and these answers. Without a condition it always does. */
export function applies(assessment: Assessment, variant: string, when: When | undefined): boolean {
  if (!when) return true;
  if (when.variants && !when.variants.includes(variant)) return false;
  if (when.answers && !holds(when.answers, assessment.answers)) return false;
  return (when.cells ?? []).every(({ capability, levels }) =>
    levels.includes(cellOf(assessment, capability, variant).support),
  );
}

/** The first entry that applies. The data holds one for every variant whatever was answered; a test says so. */
export function firstThatApplies<T extends { readonly when?: When | undefined }>(
  assessment: Assessment,
  variant: string,
  entries: readonly T[],
): T {
  const found = entries.find(({ when }) => applies(assessment, variant, when));
  if (!found) throw new RangeError(`no entry applies to "${variant}"`);
  return found;
}

/** The part of a condition that makes it hold: what was asked for, not what was not. */
function askedFor(condition: Condition, answers: Answers): Condition {
  if ("all" in condition) return { all: condition.all.map((part) => askedFor(part, answers)) };
  if ("any" in condition)
    return {
      all: condition.any
        .filter((part) => holds(part, answers))
        .map((part) => askedFor(part, answers)),
    };
  return "not" in condition ? { all: [] } : condition;
}

/** The answers that make it apply; empty where it applies to everybody. */
export function answersFor(assessment: Assessment, when: When | undefined): readonly AnswerRef[] {
  return when?.answers ? answersBehind(assessment, askedFor(when.answers, assessment.answers)) : [];
}
