import { type Decoded, decodeCode } from "@/lib/answers/code";
import type { Slot } from "@/lib/answers/slots";

/** What is wrong with a link to a result. */
export type LinkProblem = Extract<Decoded, { ok: false }>["problem"];

export const linkProblems: readonly LinkProblem[] = ["foreign", "damaged", "newer"];

/** The last part of the address of a file: “adr.md”, “card.svg”. */
const fileName = /^[a-z]+\.[a-z]+$/;

/**
 * What is wrong with a path under /r/ or /share/, undefined if its code can be opened. Takes any text for a path,
 * escaped or not, and never throws. Files of a result say themselves what is wrong, in their own form.
 */
export function findLinkProblem(
  slots: readonly Slot[],
  releases: number,
  path: string,
): LinkProblem | undefined {
  const [, root, code, part = ""] = path.split("/", 4);
  if ((root !== "r" && root !== "share") || !code || fileName.test(part)) return undefined;
  const decoded = decodeCode(slots, code, releases);
  return decoded.ok ? undefined : decoded.problem;
}
