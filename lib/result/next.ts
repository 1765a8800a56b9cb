import { encodeAnswers, releaseOf } from "@/lib/answers/code";
import { isRows } from "@/lib/engine/condition";
import type { OpenPart } from "@/lib/engine/information";
import { closeAnswers, decide } from "@/lib/engine/judge";
import type { Answers } from "@/lib/engine/types";
import { importanceLabel } from "./answers";
import { firstOption, type Ground, leadingVariant, optionOf, questionOf } from "./ground";
import { changeHref, resultHref } from "./links";
import { type OptionView, type VariantView, viewOption, viewVariant } from "./look";
import { optionInText } from "./names";
import { enoughText, nextText, tieText } from "./next-text";
import { wordLabelOf } from "./verdict-text";

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
function answerPart(ground: Ground, { question, part }: OpenPart, value: string): Answers {
  const { answers } = ground;
  if (part === undefined) return { ...answers, [question]: value };
  const now = answers[question];
  const importance = value as "no" | "nice" | "important" | "must";
  return { ...answers, [question]: { ...(isRows(now) ? now : {}), [part]: importance } };
}

function hrefOf({ matrix, code }: Ground, answers: Answers): string {
  return resultHref(encodeAnswers(matrix.slots, answers, releaseOf(code)));
}

/** The open question or row that tells most; a list of flags cannot be answered in part. */
function bestPart(ground: Ground): OpenPart | undefined {
  return ground.judgement.open
    .flatMap(({ parts }) => parts)
    .filter(({ question }) => questionOf(ground, question).kind !== "flags")
    .filter(({ flips, answers }) => flips >= worthAsking && answers.length > 1)
    .sort((a, b) => b.bits - a.bits)[0];
}

function labelsOf(ground: Ground, { question, part }: OpenPart) {
  const asked = questionOf(ground, question);
  const rowLabel =
    asked.kind === "needs" ? asked.rows.find(({ id }) => id === part)?.label : undefined;
  return { label: rowLabel ?? asked.label, short: asked.short };
}

function valueLabel(ground: Ground, question: string, value: string): string {
  const asked = questionOf(ground, question);
  if (asked.kind === "choice") return asked.values.find(({ id }) => id === value)?.label ?? value;
  return importanceLabel(ground, value);
}

function viewQuestion(ground: Ground, part: OpenPart, open: number): NextQuestion {
  const { section } = questionOf(ground, part.question);
  return {
    question: part.question,
    ...(part.part === undefined ? {} : { row: part.part }),
    ...labelsOf(ground, part),
    note: nextText.note(open),
    href: changeHref(section, part.question, ground.code),
    // Judged as the result it leads to is, so that what is promised here is what is said there.
    choices: part.answers.map(({ value }) => {
      const answers = answerPart(ground, part, value);
      const [first] = decide(ground.table, answers).options.filter(({ ruledOut }) => !ruledOut);
      return {
        value,
        label: valueLabel(ground, part.question, value),
        effect: first ? `${optionOf(ground, first.id).label} ${first.of100}` : "nothing possible",
        ...(first ? { first: viewOption(ground, first.id) } : {}),
        of100: first?.of100 ?? 0,
        href: hrefOf(ground, answers),
      };
    }),
  };
}

/** How many questions are open, in whole or in part. */
function countOpen({ judgement }: Ground): number {
  return judgement.open.length;
}

function viewEnough(ground: Ground): EnoughView {
  const { enough } = ground.judgement;
  const [first] = enough.leaders;
  return {
    href: hrefOf(ground, closeAnswers(ground.table, ground.answers)),
    effect: enoughText({
      word: wordLabelOf(enough.word).toLowerCase(),
      name: first === undefined ? undefined : optionInText(optionOf(ground, first)),
      share: enough.share,
    }),
  };
}

function viewTie(ground: Ground): NextView["tie"] {
  const { word, leaders } = ground.judgement.verdict;
  if (word !== "close" || leaders.length < 2) return undefined;
  const pair = leaders.slice(0, 2);
  const questions = ground.judgement.open
    .filter(({ flips }) => flips >= worthAsking)
    .slice(0, 3)
    .map(({ question }) => {
      const { label, section } = questionOf(ground, question);
      return { label, href: changeHref(section, question, ground.code) };
    });
  const names = pair.map((id) => optionInText(optionOf(ground, id)));
  return {
    finding: tieText(names, questions.length),
    questions,
    pilots: pair.map((id) => viewVariant(ground, leadingVariant(ground, id).variant)),
  };
}

/** What to answer next, what “that is all I need” would give, and how to break a tie. */
export function viewNext(ground: Ground): NextView {
  if (ground.past) return { finding: "Look at the result with the data of today" };
  const open = countOpen(ground);
  const part = bestPart(ground);
  const isOpen = open > 0;
  const tie = viewTie(ground);
  const first = firstOption(ground);
  return {
    finding: nextText.finding({
      open,
      decides: part !== undefined,
      possible: first !== undefined,
      tie: tie !== undefined,
    }),
    ...(part ? { question: viewQuestion(ground, part, open) } : {}),
    ...(isOpen ? { enough: viewEnough(ground) } : {}),
    ...(tie ? { tie } : {}),
  };
}
