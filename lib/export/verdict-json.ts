import type { VerdictView } from "@/lib/result/verdict";
import type { ResultJson } from "./result-schema";

/** The verdict as data. */
export function writeVerdict(view: VerdictView): ResultJson["verdict"] {
  const { word, wordLabel, heading, certainty, explanation, options, leader, shares } = view;
  const first = shares.find(({ option }) => option.id === leader?.option.id);
  return {
    word,
    kind: view.kind,
    label: wordLabel,
    heading,
    certainty,
    explanation,
    options: options.map(({ id }) => id),
    option: leader?.option.id ?? null,
    variant: leader?.id ?? null,
    share: Math.min(1, first?.first.share ?? 0),
    of100: first?.first.of100 ?? 0,
    soFar: view.soFar,
    answered: view.progress.answered,
    questions: view.progress.total,
    needsStated: view.needsStated,
    meetsMusts: view.meetsMusts,
  };
}
