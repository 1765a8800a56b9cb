import { evaluate } from "@/lib/engine/evaluate";
import { judge } from "@/lib/engine/judge";
import type { Answers, ScoringTable } from "@/lib/engine/types";
import type { ReplayedResult } from "@/lib/release/replay";
import { asEditionOne } from "./edition-1";
import type { Said } from "./trial";

/** A way to come to a first place from the answers of a decision. */
export type Judge = (answers: Answers, others: readonly Answers[]) => Said;

/** The engine of this tree, completing what is open by the other decisions only. */
export function judgeByOthers(table: ScoringTable): Judge {
  return (answers, profiles) => {
    const { verdict, options } = judge({ ...table, profiles }, answers);
    return {
      first: verdict.leaders[0] ?? "",
      variant: verdict.variant,
      word: verdict.word,
      shares: Object.fromEntries(options.map(({ id, of100 }) => [id, of100])),
    };
  };
}

/** The weighted sum alone: what is open is not wanted, and there is no doubt. */
export function judgeBySum(table: ScoringTable): Judge {
  return (answers) => {
    const first = evaluate(table, answers).options[0];
    if (!first || first.ruledOut) return { first: "", shares: {} };
    return { first: first.option, variant: first.variant, shares: { [first.option]: 100 } };
  };
}

/** An edition that is frozen, asked as it could have been. */
export function judgeByEditionOne(
  table: ScoringTable,
  replay: (table: ScoringTable, answers: Answers) => ReplayedResult,
): Judge {
  return (answers) => {
    const { word, variants, shares } = replay(table, asEditionOne(table, answers));
    const best = variants.find(({ failures }) => failures === 0);
    if (!best) return { first: "", shares: {} };
    const { option = "" } = table.variants.find(({ id }) => id === best.variant) ?? {};
    return {
      first: option,
      variant: best.variant,
      word: word as Said["word"] & string,
      shares: Object.fromEntries(
        Object.entries(shares).map(([id, ranks]) => [id, (ranks[0] ?? 0) * 100]),
      ),
    };
  };
}

/** Says the same option whatever is asked. */
export function judgeAlways(option: string): Judge {
  return () => ({ first: option, shares: { [option]: 100 } });
}
