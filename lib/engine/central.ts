import { programOf, stateOf } from "./program";
import { ruledOutBy, toolsOf } from "./tally";
import type { Answers, ScoringTable } from "./types";

/** The mean share of all weight by criterion (capability or burden), 0 to 1. */
export type Weights = Readonly<Record<string, number>>;

export interface CentralWeights {
  readonly option: string;
  /** Over the samples it is first in. */
  readonly weights: Weights;
}

/** Enough to name what an option’s first places have in common. */
const samples = 1500;
/** An option that is first in fewer than these tells nothing by them. */
const fewest = 15;

/**
 * What one would have to care about for each option to be first: the central weight vector of SMAA (Lahdelma & Salminen 2001).
 * Drawn where nothing more is wanted than was said: over all completions it would tell of what else those who want it ask for.
 */
export function centralWeights(
  table: ScoringTable,
  answers: Answers,
): { readonly options: readonly CentralWeights[]; readonly usual: Weights } {
  const program = programOf(table);
  const { situation, sampler } = toolsOf(program);
  // This loads what was said.
  const out = ruledOutBy(situation, stateOf(program, answers));
  if (out.every((mark) => mark === 1)) return { options: [], usual: {} };
  const criteria = [...program.burdens.map(({ id }) => id), ...program.capabilities];
  const all = program.options.length;
  const wins = new Float64Array(all + 1);
  const weights = new Float64Array((all + 1) * criteria.length);
  sampler.addWeights(situation, 0, samples, 1, { wins, weights });
  const meanOf = (row: number): Weights =>
    Object.fromEntries(
      criteria.flatMap((id, index) => {
        const sum = weights[row * criteria.length + index] as number;
        return sum === 0 ? [] : [[id, sum / (wins[row] as number)]];
      }),
    );
  return {
    options: program.options.flatMap((option, row) =>
      (wins[row] as number) < fewest ? [] : [{ option, weights: meanOf(row) }],
    ),
    usual: meanOf(all),
  };
}
