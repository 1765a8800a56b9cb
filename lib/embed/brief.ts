import type { EmbedView } from "./embed-view";

/** The verdict as one name and one word: “Istio, ambient mode · clear”, “… · leaning so far, 3 of 26 answered”. */
export function briefVerdict({ verdict }: EmbedView): string {
  const { word, wordLabel, options, leader, soFar, progress } = verdict;
  if (word === "impossible") return "nothing is possible";
  // Before any need is named the verdict names no option.
  if (options.length === 0) return wordLabel.toLowerCase();
  const what =
    options.length > 1 || (word === "close" && !soFar)
      ? options.map(({ name }) => name).join(" / ")
      : (leader?.label ?? "");
  const said = soFar ? `, ${progress.text}` : "";
  return `${what} · ${wordLabel.toLowerCase()}${said}`;
}
