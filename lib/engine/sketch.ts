import { type Completion, completionsOf, dropUnasked } from "./completions";
import { loadCompletion, ruledOutBy, softOf, toolsOf } from "./judge";
import { type CompiledCell, open, type Program, type State } from "./program";
import type { Situation } from "./situation";

/** How many completions stand for all of them. */
const picks = 16;

/** Who is first with typical weights and findings, over a few completions that stand for all. */
export interface Outline {
  /** The option first in most completions; -1 when nothing is possible. */
  readonly first: number;
  /** By option: the mean score, less 30 for what keeps it out. */
  readonly score: Float64Array;
}

/** Completions at equal steps through all of them: each stands for the same share. */
function pick(completions: readonly Completion[]): Completion[] {
  if (completions.length <= picks) return [...completions];
  const found: Completion[] = [];
  let sum = 0;
  for (const completion of completions) {
    const before = sum;
    sum += completion.weight;
    const hits = Math.round(sum * picks) - Math.round(before * picks);
    if (hits > 0) found.push({ ...completion, weight: hits / picks });
  }
  return found;
}

/**
 * A quick look at many answer sets that differ little from one: the same completions, typical values only. It finds what is
 * worth judging; it decides nothing.
 */
export class Sketch {
  private readonly program: Program;
  private readonly stated: State;
  private readonly soft: Uint8Array;
  private readonly completions: readonly Completion[];
  private readonly situation: Situation;

  constructor(program: Program, stated: State) {
    this.program = program;
    this.stated = stated;
    this.soft = softOf(program, stated);
    this.completions = pick(completionsOf(program, stated));
    this.situation = toolsOf(program).situation;
  }

  /** With these fields set, and a finding turned if one is given. */
  outline(
    changes: readonly { readonly field: number; readonly value: number }[],
    turned?: { readonly at: number; readonly cell: CompiledCell },
  ): Outline {
    const { program, situation } = this;
    const width = program.options.length;
    const score = new Float64Array(width);
    const wins = new Float64Array(width);
    const stated = this.stated.slice();
    for (const { field, value } of changes) stated[field] = value;
    situation.turn(turned);
    const out = ruledOutBy(situation, stated);
    for (const completion of this.completions) {
      const state = completion.state.slice();
      for (const { field, value } of changes) state[field] = value;
      if (changes.length > 0) dropUnasked(program, stated, state);
      const possible = loadCompletion(situation, state, this.soft, out) !== "none";
      this.addTo(score, wins, completion.weight, possible);
    }
    situation.turn(undefined);
    let first = open;
    wins.forEach((share, option) => {
      const best = first === open ? 0 : (wins[first] as number);
      if (share > best || (share === best && share > 0 && this.beats(score, option, first)))
        first = option;
    });
    return { first, score };
  }

  private beats(score: Float64Array, one: number, other: number): boolean {
    return other === open || (score[one] as number) > (score[other] as number);
  }

  private addTo(score: Float64Array, wins: Float64Array, weight: number, possible: boolean): void {
    const { program, situation } = this;
    const width = program.options.length;
    const total = situation.total();
    const best = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
    for (let variant = 0; variant < program.variants.length; variant++) {
      const option = program.optionOf[variant] as number;
      const worth = total === 0 ? 100 : situation.points(variant) / total;
      const value = worth - 30 * (situation.failures[variant] as number);
      if (value > (best[option] as number)) best[option] = value;
    }
    let first = open;
    let most = Number.NEGATIVE_INFINITY;
    for (let variant = 0; possible && variant < program.variants.length; variant++) {
      if (situation.failures[variant] !== 0) continue;
      const points = situation.points(variant);
      if (points <= most) continue;
      most = points;
      first = program.optionOf[variant] as number;
    }
    if (first !== open) wins[first] = (wins[first] as number) + weight;
    for (let option = 0; option < width; option++)
      score[option] = (score[option] as number) + weight * (best[option] as number);
  }
}
