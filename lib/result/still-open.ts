import { holds } from "@/lib/engine/condition";
import type { OpenPart, OpenQuestion } from "@/lib/engine/information";
import { fairChance } from "@/lib/engine/judge";
import type { Support, VariantResult } from "@/lib/engine/types";
import type { Contradiction, QuestionText } from "@/lib/matrix/types";
import { capitalised, counted, inWords, listed, quoted } from "@/lib/text/words";
import { type AnswerRef, importanceLabel, referTo } from "./answers";
import type { ChangesView } from "./changes";
import { cellOf, type EvidenceRef, referToEvidence } from "./evidence";
import { openText } from "./finding-text";
import { shownEvidence } from "./fit";
import {
  askedQuestions,
  capabilityOf,
  firstOption,
  type Ground,
  leadingVariant,
  nameOf,
  optionOf,
  questionOf,
  ruleOf,
} from "./ground";
import { type OptionView, viewOption } from "./look";
import { optionInText } from "./names";

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

function answerLabel(ground: Ground, question: QuestionText, to: string): string {
  if (question.kind === "choice")
    return quoted(question.values.find(({ id }) => id === to)?.label ?? to);
  if (question.kind === "flags") return to === "yes" ? "yes" : "no";
  return importanceLabel(ground, to).toLowerCase();
}

function partLabel(question: QuestionText, part: string | undefined): string | undefined {
  if (part === undefined) return undefined;
  if (question.kind === "needs") return question.rows.find(({ id }) => id === part)?.label;
  if (question.kind === "flags") return question.flags.find(({ id }) => id === part)?.label;
  return undefined;
}

/** What the answers to one part of an open question would do: those that put another option first, the like together. */
function changesOf(
  ground: Ground,
  question: QuestionText,
  { part, answers }: OpenPart,
): OpenChange[] {
  const leader = firstOption(ground) ?? "";
  const byFirst = new Map<string, string[]>();
  for (const { value, first } of answers)
    if (first !== leader) byFirst.set(first, [...(byFirst.get(first) ?? []), value]);
  const label = partLabel(question, part);
  return [...byFirst].map(([first, values]): OpenChange => {
    const said = listed(
      values.map((each) => answerLabel(ground, question, each)),
      "or",
    );
    const puts =
      first === ""
        ? "would rule everything out"
        : `would put ${optionInText(optionOf(ground, first))} first`;
    return {
      ...(label === undefined ? {} : { part: label }),
      answers: label === undefined ? capitalised(said) : said,
      ...(first === "" ? {} : { first: viewOption(ground, first) }),
      sentence: `${label === undefined ? capitalised(said) : `${quoted(label)}, if ${said},`} ${puts}.`,
    };
  });
}

function viewOpen(ground: Ground, open: OpenQuestion): OpenView {
  const question = questionOf(ground, open.question);
  const { number, href } = referTo(ground, open.question);
  return {
    question: open.question,
    number,
    label: question.label,
    why: question.why,
    unsure: ground.answers[open.question] === "unsure",
    href,
    changes: open.parts.flatMap((part) => changesOf(ground, question, part)),
    fair: open.parts.some(({ answers }) =>
      answers.some((each) => each.likelihood >= fairChance && each.first !== firstOption(ground)),
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
  moot: "has nothing to wish it for in",
};

function viewShortfalls(
  ground: Ground,
  result: VariantResult,
  shown: ReadonlySet<string>,
): WarningView[] {
  return result.warnings.map(({ capability, support }) => {
    const cell = cellOf(ground, capability, result.variant);
    const must = `${quoted(capabilityOf(ground, capability).label)}, a must-have`;
    return {
      id: `${result.variant} ${capability}`,
      text: `${capitalised(nameOf(ground, result.variant))} ${shortfalls[support]} ${must}.`,
      detail: cell.limits ?? cell.note,
      evidence: referToEvidence(capability, result.variant, shown),
    };
  });
}

function viewWarnings(ground: Ground): WarningView[] {
  const shown = shownEvidence(ground);
  const named = ground.judgement.verdict.leaders.map((option) => leadingVariant(ground, option));
  const rules = ground.evaluation.rules.flatMap((id): WarningView[] => {
    const { note } = ruleOf(ground, id);
    return note?.tone === "warning" ? [{ id, text: note.text }] : [];
  });
  return [...named.flatMap((result) => viewShortfalls(ground, result, shown)), ...rules];
}

function statementOf(ground: Ground, decisive: number, open: number): string {
  if (open === 0) return "Every question is answered, so no open question can change first place.";
  const others = open - decisive;
  const first =
    ground.judgement.verdict.word === "impossible"
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
  ground: Ground,
  changes: Pick<ChangesView, "fragile">,
): StillOpenView {
  const { matrix, answers, judgement } = ground;
  const open = askedQuestions(ground).filter(
    ({ id }) => answers[id] === undefined || answers[id] === "unsure",
  ).length;
  const questions = judgement.open
    .map((each) => viewOpen(ground, each))
    .filter((each) => each.changes.length > 0)
    .sort((a, b) => Number(b.fair) - Number(a.fair));
  const contradictions = matrix.contradictions
    .filter(({ when }) => holds(when, answers))
    .map(({ id, title, text, between, sources }) => ({
      id,
      title,
      text,
      answers: between.map((question) => referTo(ground, question)),
      sources,
    }));
  const warnings = viewWarnings(ground);
  return {
    finding: ground.past
      ? "What was open then is told with the data of today"
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
    statement: ground.past
      ? "The verdict of then took what was not answered for not needed."
      : statementOf(ground, questions.length, open),
    contradictions,
    warnings,
  };
}
