import { decodeCode } from "@/lib/answers/code";
import { cutText } from "@/lib/answers/cut-text";
import type { Answers } from "@/lib/engine/types";
import type { Field } from "@/lib/questionnaire/merge-form";
import { readTitle } from "@/lib/result/title";
import { matrix, table } from "@/lib/site/data";
import { releases } from "@/lib/site/releases";

export interface DraftParameters {
  readonly a?: string | string[];
  readonly at?: string | string[];
  readonly title?: string | string[];
  readonly bad?: string | string[];
}

export interface Draft {
  readonly answers: Answers;
  /** The id of the question to show; any text. */
  readonly at?: string | undefined;
  /** The name given to the result. */
  readonly title?: string | undefined;
  /** Whether the address named a draft at all. */
  readonly isGiven: boolean;
  /** Why the draft could not be read. */
  readonly problem?: string;
  /** Fields of the last form that could not be used. */
  readonly leftAside: readonly Field[];
}

const problems = {
  foreign: "The answers in the address are not ours: the code after “a=” has the wrong form.",
  damaged:
    "The answers in the address could not be read: a character of the code is wrong or lost.",
  newer: "The answers in the address were made with a later edition of the questions.",
} as const;

const longestField = 200;
const mostFields = 20;

/** Reads the draft from a page's address. Whatever is wrong with it, the page can be shown. */
export function readDraft({ a, at: place, title: name, bad }: DraftParameters): Draft {
  const code = [a].flat()[0];
  const words = { at: [place].flat()[0], title: readTitle(name) };
  const leftAside = [bad ?? []]
    .flat()
    .slice(0, mostFields)
    .map((entry): Field => {
      const [key = "", ...value] = cutText(entry, longestField).split("=");
      return [key, value.join("=")];
    });
  const fixed = table.fixed ?? {};
  if (code === undefined || code === "")
    return { ...words, answers: fixed, isGiven: false, leftAside };
  const decoded = decodeCode(matrix.slots, code, releases.length);
  if (decoded.ok) {
    return { ...words, answers: { ...decoded.answers, ...fixed }, isGiven: true, leftAside };
  }
  return {
    ...words,
    answers: fixed,
    isGiven: true,
    problem: `${problems[decoded.problem]} The questions below start empty; ask for the link again, or answer them again.`,
    leftAside,
  };
}
