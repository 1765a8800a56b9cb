import { type Decoded, decodeCode } from "@/lib/answers/code";
import type { Slot } from "@/lib/answers/slots";

/** What is wrong with a link to a result. */
export type LinkProblem = Extract<Decoded, { ok: false }>["problem"];

export const linkProblems: readonly LinkProblem[] = ["foreign", "damaged", "newer"];

/**
 * What is wrong with a path under /r/, undefined if its code can be opened. Takes any text for a path, escaped or not,
 * and never throws.
 */
export function findLinkProblem(
  slots: readonly Slot[],
  releases: number,
  path: string,
): LinkProblem | undefined {
  const [, root, code] = path.split("/", 3);
  if (root !== "r" || code === undefined || code === "") return undefined;
  const decoded = decodeCode(slots, code, releases);
  return decoded.ok ? undefined : decoded.problem;
}
