import { capitalised, listed } from "@/lib/result/words";
import { importanceWord } from "./answer-text";
import type { Board, OpenOutcome } from "./board";
import { optionInSentence } from "./names";
import type { AskedQuestion, Wording } from "./wording";

const shown = 3;

/** The answers of one outcome in words; several importances of one row are one. */
function answersWords(question: AskedQuestion, answers: OpenOutcome["answers"]): string[] {
  const labelOf = (id: string) => question.parts.find((each) => each.id === id)?.label ?? id;
  const levels = new Map<string, string[]>();
  for (const { part = "", to } of answers) levels.set(part, [...(levels.get(part) ?? []), to]);
  return [...levels].flatMap(([part, stops]) => {
    if (question.kind === "choice") return stops.map((stop) => `“${labelOf(stop)}”`);
    if (question.kind === "importance") return stops.map((stop) => `“${capitalised(level(stop))}”`);
    if (question.kind === "flags") return [`“${labelOf(part)}”`];
    return [`“${labelOf(part)}” as ${listed(stops.map(level), "or")}`];
  });
}

function level(to: string): string {
  return to === "nice" || to === "important" || to === "must" || to === "no"
    ? importanceWord(to)
    : to;
}

function outcomeText(wording: Wording, question: AskedQuestion, outcome: OpenOutcome): string {
  const { first, answers } = outcome;
  const all = answersWords(question, answers);
  const words = all.slice(0, shown);
  const more = all.length - words.length;
  const subject = listed(more > 0 ? [...words, `${more} more`] : words, more > 0 ? "and" : "or");
  const many = more > 0;
  return first === ""
    ? `${subject} ${many ? "rule" : "rules"} out all that is left.`
    : `${subject} ${many ? "put" : "puts"} ${optionInSentence(wording, first)} first.`;
}

/** What the answers to the open question that matters most would do, a sentence for each outcome. */
export function openTexts(wording: Wording, open: NonNullable<Board["open"]>): string[] {
  const question = wording.questions.find(({ id }) => id === open.question);
  return question ? open.outcomes.map((outcome) => outcomeText(wording, question, outcome)) : [];
}

/** Said when no open question can change first place by itself. */
export function settledText({ answered, total }: Pick<Board, "answered" | "total">): string {
  const left = total - answered;
  if (left === 0) return "Every question is answered.";
  if (left === 1) return "The one question still open cannot change first place.";
  return `None of the ${left} questions still open changes first place by itself.`;
}
