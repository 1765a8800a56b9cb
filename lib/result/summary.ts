import type { VerdictView } from "./verdict";
import { capitalised } from "./words";

/** The result in one line and in one paragraph: for titles of windows, search results and previews. */
export interface Summary {
  readonly title: string;
  readonly description: string;
}

/** “Istio, ambient mode: clear. First in 92 of 100 ways to weigh the answers”. */
export function summarise(verdict: VerdictView): Summary {
  const { word, wordLabel, heading, certainty, explanation } = verdict;
  const certain = capitalised(certainty).replace(/\.$/, "");
  const named = word === "clear" || word === "leaning";
  return {
    title: named ? `${heading}: ${wordLabel.toLowerCase()}. ${certain}` : heading,
    description: named ? explanation : `${certain}. ${explanation}`,
  };
}
