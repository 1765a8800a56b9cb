import { smallLabel } from "@/lib/result/names";
import { capitalised, inWords, listed } from "@/lib/result/words";
import type { Board } from "./board";
import { enoughAnswers } from "./effects";
import { optionInSentence, optionName, variantInSentence, variantName } from "./names";
import type { Wording } from "./wording";

/** How much the answers so far can carry. */
export type Evidence = "none" | "little" | "enough";

export function evidenceOf({ answered }: Pick<Board, "answered">): Evidence {
  if (answered === 0) return "none";
  return answered < enoughAnswers ? "little" : "enough";
}

export function answersWord(count: number): string {
  return count === 1 ? "1 answer" : `${count} answers`;
}

export interface VerdictText {
  /** Options to show with their marks; empty when nothing is possible or it is too early. */
  readonly leaders: readonly { readonly option: string; readonly name: string }[];
  /** The heading where there is no leader to show. */
  readonly heading?: string;
  readonly word: string;
  readonly sentence: string;
}

/** The verdict is not worth saying yet: how many answers are missing. */
function earlyText({ answered }: Board): VerdictText {
  const missing = inWords(enoughAnswers - answered);
  return {
    leaders: [],
    ...(answered === 0
      ? { heading: "Answer a few questions first", word: "No answers yet." }
      : { heading: "Little evidence yet", word: "Little evidence." }),
    sentence:
      answered === 0
        ? `A first verdict takes ${missing} answers. What they rule out shows at once.`
        : `A first verdict takes ${missing} more. What is ruled out shows at once.`,
  };
}

function impossibleText(wording: Wording, { verdict, ruledOut }: Board): VerdictText {
  const reasons = ruledOut.find(({ variant }) => variant === verdict.variant)?.reasons ?? [];
  return {
    leaders: [],
    heading: "Nothing is left",
    word: "Nothing is left.",
    sentence: `Every variant is ruled out. Nearest is ${variantInSentence(wording, verdict.variant)}, which fails on ${listed(reasons.map(({ text }) => text))}.`,
  };
}

function closeText(wording: Wording, leaders: readonly string[], firsts: Firsts): VerdictText {
  const names = leaders.map((option, index) => {
    const name = optionName(wording, option);
    return { option, name: index === 0 ? name : smallLabel({ label: name }) };
  });
  const shares = leaders.map((option, index) => {
    const name = optionInSentence(wording, option);
    const count = firsts[option] ?? 0;
    return index === 0
      ? `${capitalised(name)} is first in ${count} of 100 ways to weigh your answers`
      : `${name} in ${count}`;
  });
  return { leaders: names, word: "Too close to call.", sentence: `${listed(shares)}.` };
}

function movedText(now: number, before: number | undefined): string {
  if (before === undefined || before === now) return "";
  return now > before ? `, up from ${before}` : `, down from ${before}`;
}

/** First places of 100 by option. */
export type Firsts = Readonly<Record<string, number>>;

/**
 * The verdict so far in words. `firsts` are apportioned where they are drawn, so that text and drawing agree; `before`
 * are those before the last answer.
 */
export function verdictText(
  wording: Wording,
  board: Board,
  firsts: Firsts,
  before?: Firsts,
): VerdictText {
  const { word, leaders, variant } = board.verdict;
  if (word === "impossible") return impossibleText(wording, board);
  if (evidenceOf(board) !== "enough") return earlyText(board);
  if (word === "close") return closeText(wording, leaders, firsts);
  const first = leaders[0] ?? "";
  const count = firsts[first] ?? 0;
  const isAlone = board.ranking.filter(({ ruledOut }) => !ruledOut).length === 1;
  return {
    leaders: [{ option: first, name: variantName(wording, variant) }],
    word: word === "clear" ? "Clear." : "Leaning.",
    sentence: isAlone
      ? "It is the only option still possible."
      : `First in ${count} of 100 ways to weigh your answers${movedText(count, before?.[first])}.`,
  };
}
