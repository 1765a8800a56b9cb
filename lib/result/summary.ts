import { capitalised } from "@/lib/text/words";
import type { VerdictView } from "./verdict";

/** The result in one line and in one paragraph: for titles of windows, search results and previews. */
export interface Summary {
  readonly title: string;
  readonly description: string;
}

/**
 * “Istio, ambient mode: clear. First in 92 of 100 ways to weigh the answers”; while questions are open “Linkerd, so far.
 * 8 of 26 answered; first in 48 of 100 if the rest is answered as others did”.
 */
export function summarise(verdict: VerdictView): Summary {
  const { kind, soFar, wordLabel, heading, certainty, explanation } = verdict;
  const certain = capitalised(certainty).replace(/\.$/, "");
  const isNamed = kind === "clear" || kind === "leaning" || kind === "nearest";
  const saysAll = kind !== "impossible" && kind !== "unstated" && (soFar || isNamed);
  if (!saysAll) return { title: heading, description: `${certain}. ${explanation}` };
  const word = soFar || kind === "nearest" ? "" : `: ${wordLabel.toLowerCase()}`;
  return { title: `${heading}${word}. ${certain}`, description: explanation };
}
