import { decodeCode } from "@/lib/answers/code";
import type { Answers } from "@/lib/engine/types";
import { matrix, table } from "@/lib/matrix/load";
import { releases } from "@/lib/matrix/releases";
import type { Field } from "@/lib/questionnaire/merge-form";

export interface DraftParameters {
  readonly a?: string | string[];
  readonly bad?: string | string[];
}

export interface Draft {
  readonly answers: Answers;
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
export function readDraft({ a, bad }: DraftParameters): Draft {
  const code = Array.isArray(a) ? a[0] : a;
  const leftAside = [bad ?? []]
    .flat()
    .slice(0, mostFields)
    .map((entry): Field => {
      const [key = "", ...value] = entry.slice(0, longestField).split("=");
      return [key, value.join("=")];
    });
  const fixed = table.fixed ?? {};
  if (code === undefined || code === "") return { answers: fixed, isGiven: false, leftAside };
  const decoded = decodeCode(matrix.slots, code, releases.length);
  if (decoded.ok) return { answers: { ...decoded.answers, ...fixed }, isGiven: true, leftAside };
  return {
    answers: fixed,
    isGiven: true,
    problem: `${problems[decoded.problem]} The questions below start empty; ask for the link again, or answer them anew.`,
    leftAside,
  };
}
