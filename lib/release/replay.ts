import { judge } from "@/lib/engine/judge";
import type { Answers, ScoringTable } from "@/lib/engine/types";

/** What a code must go on giving for ever: verdict, shares, scores and exclusions, to the last digit. */
export interface ReplayedResult {
  readonly word: string;
  readonly leaders: readonly string[];
  readonly shares: Readonly<Record<string, readonly number[]>>;
  readonly variants: readonly {
    readonly variant: string;
    readonly points: number;
    readonly score: number;
    readonly failures: number;
  }[];
}

/** The result of these answers under this table, reduced to what a reader relies on. */
export function replayResult(table: ScoringTable, answers: Answers): ReplayedResult {
  const { verdict, options, evaluation } = judge(table, answers);
  return {
    word: verdict.word,
    leaders: verdict.leaders,
    shares: Object.fromEntries(options.map(({ id, ranks }) => [id, ranks])),
    variants: evaluation.variants.map(({ variant, points, score, exclusions }) => ({
      variant,
      points,
      score,
      failures: exclusions.length,
    })),
  };
}
