import { alternativesTo } from "@/lib/engine/alternatives";
import { createRandom } from "@/lib/engine/random";
import type { Answers, ScoringTable } from "@/lib/engine/types";

/** Answers at random, the same in every run: what presets and scenarios leave out. */
export function drawAnswers(table: ScoringTable, count: number, seed = 20261124): Answers[] {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, () => {
    let answers: Answers = { platform: "kubernetes" };
    for (let step = 0; step < 8; step++) {
      answers = pick(alternativesTo(pick(table.questions), answers)).answers;
    }
    return answers;
  });
}
