import type { Contradiction, QuestionText } from "@/lib/data/types";
import { holds } from "@/lib/engine/condition";
import type { OpenPart, OpenQuestion } from "@/lib/engine/information";
import { fairChance } from "@/lib/engine/judge";
import type { Support, VariantResult } from "@/lib/engine/types";
import { capitalised, counted, inWords, listed, quoted } from "@/lib/text/words";
import { type AnswerRef, importanceLabel, referTo } from "./answers";
import {
  type Assessment,
  askedQuestions,
  capabilityOf,
  firstOption,
  leadingVariant,
  nameOf,
  optionOf,
  questionOf,
  ruleOf,
} from "./assessment";
import type { ChangesView } from "./changes";
import { cellOf, type EvidenceRef, referToEvidence } from "./evidence";
import { openText } from "./finding-text";
import { shownEvidence } from "./fit";
import { optionInText } from "./names";
import { type OptionView, viewOption } from "./option-view";

/** What is read of an assessment here. */
type Input = Pick<Assessment, "matrix" | "code" | "answers" | "judgement" | "evaluation" | "past">;

export interface OpenChange {
  /** The row or flag that it is about; absent for a whole question. */
  readonly part?: string;
  /** The answers that do it: “important or must have”. */
  readonly answers: string;
  /** What would come first; absent where nothing would be possible. */
  readonly first?: OptionView;
  /** The same as a sentence. */
  readonly sentence: string;
}

export interface OpenView {
  readonly question: string;
  readonly number: number;
  readonly label: string;
  readonly why: string;
  readonly unsure: boolean;
  readonly href: string;
  readonly changes: readonly OpenChange[];
  /** Whether one of these answers is likely enough to be counted with. */
  readonly fair: boolean;
}

export interface ContradictionView {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly answers: readonly AnswerRef[];
  readonly sources: Contradiction["sources"];
}

export interface WarningView {
  /** Unique among the warnings. */
  readonly id: string;
  readonly text: string;
  readonly detail?: string;
  readonly evidence?: EvidenceRef;
}

export interface StillOpenView {
  readonly finding: string;
  /** Whether any question is unanswered or answered “not sure”. */
  readonly open: number;
  readonly questions: readonly OpenView[];
  /** What is open and what it can do, in a sentence. */
  readonly statement: string;
  readonly contradictions: readonly ContradictionView[];
  /** Must-haves that the options the verdict names do not meet in full, and warnings of rules. */
  readonly warnings: readonly WarningView[];
}

function answerLabel(assessment: Input, question: QuestionText, to: string): string {
  if (question.kind === "choice")
    return quoted(question.values.find(({ id }) => id === to)?.label ?? to);
  if (question.kind === "flags") return to === "yes" ? "yes" : "no";
  return importanceLabel(assessment, to).toLowerCase();
}

function partLabel(question: QuestionText, part: string | undefined): string | undefined {
  if (part === undefined) return undefined;
  if (question.kind === "needs") return question.rows.find(({ id }) => id === part)?.label;
  if (question.kind === "flags") return question.flags.find(({ id }) => id === part)?.label;
  return undefined;
}

/** What the answers to one part of an open question would do: those that put another option first, the like together. */
function changesOf(
  assessment: Input,
  question: QuestionText,
  { part, answers }: OpenPart,
): OpenChange[] {
  const leader = firstOption(assessment) ?? "";
  const byFirst = new Map<string, string[]>();
  for (const { value, first } of answers)
    if (first !== leader) byFirst.set(first, [...(byFirst.get(first) ?? []), value]);
  const label = partLabel(question, part);
  return [...byFirst].map(([first, values]): OpenChange => {
    const said = listed(
      values.map((each) => answerLabel(assessment, question, each)),
      "or",
    );
    const puts =
      first === ""
        ? "would rule everything out"
        : `would put ${optionInText(optionOf(assessment, first))} first`;
    return {
      ...(label === undefined ? {} : { part: label }),
      answers: label === undefined ? capitalised(said) : said,
      ...(first === "" ? {} : { first: viewOption(assessment, first) }),
      sentence: `${label === undefined ? capitalised(said) : `${quoted(label)}, if ${said},`} ${puts}.`,
    };
  });
}

function viewOpen(assessment: Input, open: OpenQuestion): OpenView {
  const question = questionOf(assessment, open.question);
  const { number, href } = referTo(assessment, open.question);
  return {
    question: open.question,
    number,
    label: question.label,
    why: question.why,
    unsure: assessment.answers[open.question] === "unsure",
    href,
    changes: open.parts.flatMap((part) => changesOf(assessment, question, part)),
    fair: open.parts.some(({ answers }) =>
      answers.some(
        (each) => each.likelihood >= fairChance && each.first !== firstOption(assessment),
      ),
    ),
  };
}

const shortfalls: Readonly<Record<Support, string>> = {
  full: "meets",
  partial: "meets only part of",
  addon: "needs an add-on for",
  diy: "leaves to be built",
  none: "lacks",
  unknown: "is not verified on",
  moot: "has no use for",
};

function viewShortfalls(
  assessment: Input,
  result: VariantResult,
  shown: ReadonlySet<string>,
): WarningView[] {
  return result.warnings.map(({ capability, support }) => {
    const cell = cellOf(assessment, capability, result.variant);
    const must = `${quoted(capabilityOf(assessment, capability).label)}, a must-have`;
    return {
      id: `${result.variant} ${capability}`,
      text: `${capitalised(nameOf(assessment, result.variant))} ${shortfalls[support]} ${must}.`,
      detail: cell.limits ?? cell.note,
      evidence: referToEvidence(capability, result.variant, shown),
    };
  });
}

function viewWarnings(assessment: Input): WarningView[] {
  const shown = shownEvidence(assessment);
  const named = assessment.judgement.verdict.leaders.map((option) =>
    leadingVariant(assessment, option),
  );
  const rules = assessment.evaluation.rules.flatMap((id): WarningView[] => {
    const { note } = ruleOf(assessment, id);
    return note?.tone === "warning" ? [{ id, text: note.text }] : [];
  });
  return [...named.flatMap((result) => viewShortfalls(assessment, result, shown)), ...rules];
}

function statementOf(assessment: Input, decisive: number, open: number): string {
  if (open === 0) return "Every question is answered, so no open question can change first place.";
  const others = open - decisive;
  const first =
    assessment.judgement.verdict.word === "impossible"
      ? "make an option possible"
      : "change first place";
  if (decisive === 0) {
    return open === 1
      ? `One question is not answered for sure. No answer to it is likely to ${first}.`
      : `${capitalised(inWords(open))} questions are not answered for sure. No answer to any one of them is likely to ${first}; several together might.`;
  }
  if (others === 0)
    return "Each was tried with every answer; only those that change first place are shown.";
  return `${capitalised(counted(others, "other open question"))} ${others === 1 ? "is" : "are"} not likely to change first place by ${others === 1 ? "itself" : "themselves"}.`;
}

/** What could still change the verdict, what does not go together, and what to watch. */
export function viewStillOpen(
  assessment: Input,
  changes: Pick<ChangesView, "fragile">,
): StillOpenView {
  const { matrix, answers, judgement } = assessment;
  const open = askedQuestions(assessment).filter(
    ({ id }) => answers[id] === undefined || answers[id] === "unsure",
  ).length;
  const questions = judgement.open
    .map((each) => viewOpen(assessment, each))
    .filter((each) => each.changes.length > 0)
    .sort((a, b) => Number(b.fair) - Number(a.fair));
  const contradictions = matrix.contradictions
    .filter(({ when }) => holds(when, answers))
    .map(({ id, title, text, between, sources }) => ({
      id,
      title,
      text,
      answers: between.map((question) => referTo(assessment, question)),
      sources,
    }));
  const warnings = viewWarnings(assessment);
  return {
    finding: assessment.past
      ? "What was still open is worked out with today’s data only"
      : openText({
          possible: judgement.verdict.word !== "impossible",
          word: judgement.verdict.word,
          open,
          decisive: questions.filter(({ fair }) => fair).length,
          contradictions: contradictions.length,
          warnings: warnings.length,
          fragile: changes.fragile,
        }),
    open,
    questions,
    statement: assessment.past
      ? "The verdict at that time took what was not answered as not needed."
      : statementOf(assessment, questions.length, open),
    contradictions,
    warnings,
  };
}
