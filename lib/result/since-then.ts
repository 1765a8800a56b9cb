import { type ChangeEffect, explainDifference } from "@/lib/engine/diff";
import { judge } from "@/lib/engine/judge";
import type { ScoringTable } from "@/lib/engine/types";
import { capitalised, counted, inWords, pointsApart, quoted } from "@/lib/text/words";
import {
  type Assessment,
  burdenOf,
  capabilityOf,
  nameOf,
  optionOf,
  questionOf,
  ruleOf,
  variantOf,
} from "./assessment";
import { type EvidenceRef, referToEvidence } from "./evidence";
import { optionInText } from "./names";
import { type OptionView, viewOption } from "./option-view";
import { wordLabelOf } from "./verdict-text";

/** What is read of an assessment here. */
type Input = Pick<Assessment, "matrix" | "table" | "answers" | "judgement">;

export interface SinceThenChange {
  readonly id: string;
  /** “Istio (ambient mode), “Egress control”: then partial, now full.” */
  readonly text: string;
  /** What it does by itself to these answers. */
  readonly effect: string;
  readonly evidence?: EvidenceRef;
}

/** What has become of an older result: today's verdict for the same answers, and what changed it. */
export interface SinceThenView {
  readonly then: { readonly id: string; readonly asOf: string };
  readonly now: { readonly id: string; readonly asOf: string };
  readonly finding: string;
  readonly today: { readonly option?: OptionView; readonly label: string; readonly word: string };
  readonly changes: readonly SinceThenChange[];
  /** The method itself is another: then changes of the data are not told one by one. */
  readonly methodChanged: boolean;
  /** How many further changes move the lead by less. */
  readonly more: number;
  /** These answers with today's data. */
  readonly href: string;
}

const shownChanges = 8;

function tell(assessment: Input, today: ScoringTable, { change }: ChangeEffect): string {
  const { levels } = assessment.matrix;
  switch (change.kind) {
    case "cell": {
      const { capability, variant } = change;
      const label = (table: ScoringTable) => {
        const cell = table.cells[capability]?.[variant];
        return cell ? levels.support[cell.support].label.toLowerCase() : "not in the matrix";
      };
      const [then, now] = [label(assessment.table), label(today)];
      const how =
        then === now ? `still ${now}, but surer or less sure` : `then ${then}, now ${now}`;
      return `${capitalised(nameOf(assessment, variant))}, ${quoted(capabilityOf(assessment, capability).label)}: ${how}.`;
    }
    case "burden":
      return `The burden ${quoted(burdenOf(assessment, change.burden).label)} is measured or weighed differently now.`;
    case "rule": {
      const { because } = ruleOf(assessment, change.rule);
      return `A rule was ${change.how}: ${because}`;
    }
    case "question":
      return `The question ${quoted(questionOf(assessment, change.question).short)} asks for something else.`;
    case "scale":
      return "The scale of importances, levels or thresholds changed.";
  }
}

function effectOf(assessment: Input, { changesFirst, first, shift }: ChangeEffect): string {
  if (changesFirst) {
    return first === ""
      ? "By itself it makes everything impossible."
      : `By itself it puts ${optionInText(optionOf(assessment, first))} first.`;
  }
  return `By itself it ${shift < 0 ? "shrinks" : "widens"} the lead by ${pointsApart(Math.abs(shift))}.`;
}

function idOf({ change }: ChangeEffect): string {
  return Object.values(change).join(" ");
}

/** Compares a result of an older release with what today's table says to the same answers. */
export function viewSinceThen(
  assessment: Input,
  today: ScoringTable,
  then: { readonly id: string; readonly asOf: string },
  href: string,
): SinceThenView {
  const { verdict } = judge(today, assessment.answers);
  const [first] = verdict.leaders;
  const methodChanged = assessment.table.profiles === undefined && today.profiles !== undefined;
  // One change alone can only be tried where both tables are read by the same method.
  const effects = methodChanged
    ? []
    : explainDifference(assessment.table, today, assessment.answers);
  const before = assessment.judgement.verdict;
  const word = wordLabelOf(verdict.word, verdict.soFar).toLowerCase();
  const label =
    first === undefined ? "Nothing is possible" : variantOf(assessment, verdict.variant).label;
  const sameFirst = first === before.leaders[0];
  const sameWord = verdict.word === before.word && verdict.soFar === before.soFar;
  const decisive = effects.filter(({ changesFirst }) => changesFirst).length;
  return {
    then,
    now: assessment.matrix.release,
    finding:
      first === undefined
        ? sameFirst
          ? "Today’s data says the same: nothing is possible"
          : "Today’s data says otherwise: nothing is possible"
        : sameFirst
          ? sameWord
            ? `Today’s data says the same: ${label}, ${word}`
            : `Today’s data still puts it first, and calls it ${word}`
          : `Today’s data says otherwise: ${label}, ${word}`,
    today: {
      ...(first === undefined ? {} : { option: viewOption(assessment, first) }),
      label,
      word,
    },
    changes: effects.slice(0, shownChanges).map((each) => ({
      id: idOf(each),
      text: tell(assessment, today, each),
      effect: effectOf(assessment, each),
      ...(each.change.kind === "cell"
        ? {
            evidence: referToEvidence(each.change.capability, each.change.variant, new Set()),
          }
        : {}),
    })),
    methodChanged,
    more: Math.max(0, effects.length - Math.max(shownChanges, decisive)),
    href,
  };
}

/** The changes that are not listed, in words; empty when all are. */
export function restOfChanges({ more }: SinceThenView): string {
  return more === 0
    ? ""
    : `${capitalised(counted(more, "further change"))} ${more === 1 ? "moves" : "move"} the lead by less.`;
}

/** “None of these answers is touched by what changed since.” and its kin. */
export function changesStatement({ changes, then, methodChanged }: SinceThenView): string {
  if (methodChanged)
    return "The method has changed since: what is not answered is no longer taken as not needed, and there are variants that were not there before.";
  if (changes.length === 0)
    return `Nothing that changed since release ${then.id} touches these answers.`;
  return `${capitalised(inWords(changes.length))} ${changes.length === 1 ? "change touches" : "changes touch"} these answers, the most telling first.`;
}
