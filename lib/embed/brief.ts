import type { EmbedView } from "./view";

/** The verdict as one name and one word: “Istio, ambient mode · clear”. */
export function briefVerdict({ verdict }: EmbedView): string {
  const { word, wordLabel, heading, options, leader } = verdict;
  if (word === "impossible") return "nothing is possible";
  // Before any need is named the verdict names no option.
  if (options.length === 0) return wordLabel.toLowerCase();
  const what =
    word === "close" ? options.map(({ name }) => name).join(" / ") : (leader?.label ?? heading);
  return `${what} · ${wordLabel.toLowerCase()}`;
}
