import { encodeAnswers, releaseOf } from "@/lib/answers/code";
import { isRows } from "@/lib/engine/condition";
import type { OpenPart } from "@/lib/engine/information";
import { closeAnswers, decide } from "@/lib/engine/judge";
import type { Answers } from "@/lib/engine/types";
import { importanceLabel } from "./answers";
import { type Assessment, firstOption, leadingVariant, optionOf, questionOf } from "./assessment";
import { changeHref, resultHref } from "./links";
import { optionInText } from "./names";
import { enoughText, nextText, tieText } from "./next-text";
import { type OptionView, type VariantView, viewOption, viewVariant } from "./option-view";
import { wordLabelOf } from "./verdict-text";

/** What is read of an assessment here. */
type Input = Pick<
  Assessment,
  "matrix" | "table" | "code" | "answers" | "judgement" | "evaluation" | "past"
>;

/** One answer to the question that tells most, and what it would do. */
export interface NextChoice {
  readonly value: string;
  /** “Must have”. */
  readonly label: string;
  /** Who comes first then, and how often of 100: “Linkerd 52”. */
  readonly effect: string;
  readonly first?: OptionView;
  readonly of100: number;
  /** The result with this answer. */
  readonly href: string;
}

export interface NextQuestion {
  readonly question: string;
  readonly row?: string;
  /** The question, or its row, as it is asked. */
  readonly label: string;
  /** What the row belongs to: “Traffic steering”. */
  readonly short: string;
  readonly note: string;
  /** Where it can be answered with all that is known about it. */
  readonly href: string;
  readonly choices: readonly NextChoice[];
}

export interface EnoughView {
  /** The result with what is open closed. */
  readonly href: string;
  /** “closes what is open: Linkerd, leaning, 60 of 100.” */
  readonly effect: string;
}

/** What to do next about the verdict itself. */
export interface NextView {
  readonly finding: string;
  /** The open question that tells most about first place; absent when none does. */
  readonly question?: NextQuestion;
  /** “That is all I need”: the result with what is open closed; absent when nothing is open. */
  readonly enough?: EnoughView;
  /** For a tie: the questions that split the two, and what to try. */
  readonly tie?: {
    readonly finding: string;
    readonly questions: readonly { readonly label: string; readonly href: string }[];
    readonly pilots: readonly VariantView[];
  };
}

/** Less likely than this to change first place is not worth asking for. */
const worthAsking = 0.02;

/** The answers with one part of a question answered. */
function answerPart(assessment: Input, { question, part }: OpenPart, value: string): Answers {
  const { answers } = assessment;
  if (part === undefined) return { ...answers, [question]: value };
  const now = answers[question];
  const importance = value as "no" | "nice" | "important" | "must";
  return { ...answers, [question]: { ...(isRows(now) ? now : {}), [part]: importance } };
}

function hrefOf({ matrix, code }: Input, answers: Answers): string {
  return resultHref(encodeAnswers(matrix.slots, answers, releaseOf(code)));
}

/** The open question or row that tells most; a list of flags cannot be answered in part. */
function bestPart(assessment: Input): OpenPart | undefined {
  return assessment.judgement.open
    .flatMap(({ parts }) => parts)
    .filter(({ question }) => questionOf(assessment, question).kind !== "flags")
    .filter(({ flips, answers }) => flips >= worthAsking && answers.length > 1)
    .sort((a, b) => b.bits - a.bits)[0];
}

function labelsOf(assessment: Input, { question, part }: OpenPart) {
  const asked = questionOf(assessment, question);
  const rowLabel =
    asked.kind === "needs" ? asked.rows.find(({ id }) => id === part)?.label : undefined;
  return { label: rowLabel ?? asked.label, short: asked.short };
}

function valueLabel(assessment: Input, question: string, value: string): string {
  const asked = questionOf(assessment, question);
  if (asked.kind === "choice") return asked.values.find(({ id }) => id === value)?.label ?? value;
  return importanceLabel(assessment, value);
}

function viewQuestion(assessment: Input, part: OpenPart, open: number): NextQuestion {
  const { section } = questionOf(assessment, part.question);
  return {
    question: part.question,
    ...(part.part === undefined ? {} : { row: part.part }),
    ...labelsOf(assessment, part),
    note: nextText.note(open),
    href: changeHref(section, part.question, assessment.code),
    // Judged as the result it leads to is, so that what is promised here is what is said there.
    choices: part.answers.map(({ value }) => {
      const answers = answerPart(assessment, part, value);
      const [first] = decide(assessment.table, answers).options.filter(({ ruledOut }) => !ruledOut);
      return {
        value,
        label: valueLabel(assessment, part.question, value),
        effect: first
          ? `${optionOf(assessment, first.id).label} ${first.of100}`
          : "nothing possible",
        ...(first ? { first: viewOption(assessment, first.id) } : {}),
        of100: first?.of100 ?? 0,
        href: hrefOf(assessment, answers),
      };
    }),
  };
}

/** How many questions are open, in whole or in part. */
function countOpen({ judgement }: Input): number {
  return judgement.open.length;
}

function viewEnough(assessment: Input): EnoughView {
  const { enough } = assessment.judgement;
  const [first] = enough.leaders;
  return {
    href: hrefOf(assessment, closeAnswers(assessment.table, assessment.answers)),
    effect: enoughText({
      word: wordLabelOf(enough.word).toLowerCase(),
      name: first === undefined ? undefined : optionInText(optionOf(assessment, first)),
      share: enough.share,
    }),
  };
}

function viewTie(assessment: Input): NextView["tie"] {
  const { word, leaders } = assessment.judgement.verdict;
  if (word !== "close" || leaders.length < 2) return undefined;
  const pair = leaders.slice(0, 2);
  const questions = assessment.judgement.open
    .filter(({ flips }) => flips >= worthAsking)
    .slice(0, 3)
    .map(({ question }) => {
      const { label, section } = questionOf(assessment, question);
      return { label, href: changeHref(section, question, assessment.code) };
    });
  const names = pair.map((id) => optionInText(optionOf(assessment, id)));
  return {
    finding: tieText(names, questions.length),
    questions,
    pilots: pair.map((id) => viewVariant(assessment, leadingVariant(assessment, id).variant)),
  };
}

/** What to answer next, what “that is all I need” would give, and how to break a tie. */
export function viewNext(assessment: Input): NextView {
  if (assessment.past) return { finding: "Open the result with today’s data" };
  const open = countOpen(assessment);
  const part = bestPart(assessment);
  const isOpen = open > 0;
  const tie = viewTie(assessment);
  const first = firstOption(assessment);
  return {
    finding: nextText.finding({
      open,
      decides: part !== undefined,
      possible: first !== undefined,
      tie: tie !== undefined,
    }),
    ...(part ? { question: viewQuestion(assessment, part, open) } : {}),
    ...(isOpen ? { enough: viewEnough(assessment) } : {}),
    ...(tie ? { tie } : {}),
  };
}
