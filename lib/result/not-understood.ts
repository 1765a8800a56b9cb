import { cutText } from "@/lib/answers/cut-text";
import { type QueryProblem, readQuery } from "@/lib/answers/query";
import type { Question } from "@/lib/engine/types";

/**
 * Parts of a readable link that name no answer travel with the redirect, so that the result can report them. They come
 * back from the address bar, so nothing in them is believed: they are read again, and only what still makes no sense
 * is shown, in our words.
 */

/** Parameters of a result’s address that are its own and never answers. */
export const resultParameters: readonly string[] = ["title", "note", "ignored"];

const mostParts = 20;
const longestPart = 120;
const longestText = 4000;

/** Packs the parameters that readQuery cannot use; undefined when all are understood. */
export function packNotUnderstood(
  questions: readonly Question[],
  entries: Iterable<readonly [key: string, value: string]>,
): string | undefined {
  const parts = new URLSearchParams();
  for (const [key, value] of entries) {
    if (parts.size >= mostParts) break;
    const { problems } = readQuery(questions, [[key, value]], resultParameters);
    if (problems.length > 0) parts.append(cutText(key, longestPart), cutText(value, longestPart));
  }
  return parts.size === 0 ? undefined : parts.toString();
}

/** What was not understood, each with its fix. */
export function unpackNotUnderstood(
  questions: readonly Question[],
  packed: string,
): readonly QueryProblem[] {
  const entries = [...new URLSearchParams(cutText(packed, longestText))].slice(0, mostParts);
  return entries
    .flatMap((entry) => readQuery(questions, [entry], resultParameters).problems)
    .slice(0, mostParts);
}
