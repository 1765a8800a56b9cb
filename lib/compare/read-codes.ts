import { decodeCode } from "@/lib/answers/code";
import { shorten } from "@/lib/answers/cut-text";
import type { Slot } from "@/lib/answers/slots";
import type { Answers } from "@/lib/engine/types";
import { readTitle } from "@/lib/result/title";

export const fewestResults = 2;
export const mostResults = 6;

export interface ReadableCode {
  readonly code: string;
  readonly answers: Answers;
  readonly release: number;
  /** The name given to the result, where the address carried it. */
  readonly title?: string;
}

export interface CodesRead {
  readonly codes: readonly ReadableCode[];
  /** What cannot be compared, as typed (cut short), and why. */
  readonly problems: readonly { readonly typed: string; readonly why: string }[];
}

/** The code in what somebody pasted: a bare code, or the address of a result. */
function codeIn(typed: string): string {
  const path = /\/(?:r|embed|share)\/([^/?#\s]+)/.exec(typed);
  return path?.[1] ?? typed;
}

/** The name in the address of a result: “/r/<code>?title=Payments”. */
function titleIn(typed: string): { readonly title?: string } {
  const [, query = ""] = /\/(?:r|embed|share)\/[^/?#\s]+[^?#\s]*\?([^#]*)/.exec(typed) ?? [];
  const title = readTitle(new URLSearchParams(query).getAll("title"));
  return title === undefined ? {} : { title };
}

const reasons = {
  foreign: "this is not a link to one of our results",
  damaged: "a character is missing or wrong; copy the whole link again",
  newer: "this link was made by a newer release than this site runs",
} as const;

/** Reads the results to compare from what was typed or linked: at most six, each once, in the order given. */
export function readCodes(
  slots: readonly Slot[],
  releases: number,
  typed: readonly string[],
): CodesRead {
  const codes: ReadableCode[] = [];
  const problems: { typed: string; why: string }[] = [];
  for (const each of typed.map((text) => text.trim()).filter((text) => text !== "")) {
    const shown = shorten(each, 80);
    const decoded = decodeCode(slots, codeIn(each), releases);
    if (!decoded.ok) problems.push({ typed: shown, why: reasons[decoded.problem] });
    else if (codes.some(({ code }) => code === codeIn(each)))
      problems.push({ typed: shown, why: "this result is there already" });
    else if (codes.length === mostResults)
      problems.push({ typed: shown, why: `no more than ${mostResults} results fit side by side` });
    else {
      const { answers, release } = decoded;
      codes.push({ code: codeIn(each), answers, release, ...titleIn(each) });
    }
  }
  return { codes, problems };
}
