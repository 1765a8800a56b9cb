import { type Completion, completionsOf, dropUnasked } from "./completions";
import { open, type State } from "./fields";
import type { CompiledCell, Program } from "./program";
import type { Situation } from "./situation";
import { loadCompletion, ruledOutBy, softOf, toolsOf } from "./tally";

/** How many completions stand for all of them. */
const picks = 8;

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

interface Change {
  readonly field: number;
  readonly value: number;
}

/**
 * A quick look at many answer sets that differ little from one: the same few completions, with typical values only.
 * It finds what is worth judging; it decides nothing.
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

  /** Loads each completion with these fields set, and calls back with its weight, until told that it is enough. */
  private each(changes: readonly Change[], visit: (weight: number) => boolean): void {
    const { program, situation } = this;
    const stated = this.stated.slice();
    for (const { field, value } of changes) stated[field] = value;
    const out = ruledOutBy(situation, stated);
    for (const { state: given, weight } of this.completions) {
      const state = given.slice();
      for (const { field, value } of changes) state[field] = value;
      if (changes.length > 0) dropUnasked(program, stated, state);
      // What is impossible is visited too: its failures say how far it is from being possible.
      loadCompletion(situation, state, this.soft, out);
      if (visit(weight)) return;
    }
  }

  /** Whether the outline may have this option first: no, once the others won more than is left. */
  mayPutFirst(changes: readonly Change[], option: number): boolean {
    const { program, situation } = this;
    const wins = new Float64Array(program.options.length);
    let left = 1;
    let may = true;
    this.each(changes, (weight) => {
      left -= weight;
      let first = open;
      let most = Number.NEGATIVE_INFINITY;
      for (let variant = 0; variant < program.variants.length; variant++) {
        if ((situation.failures[variant] as number) > 0) continue;
        const points = situation.points(variant);
        if (points <= most) continue;
        most = points;
        first = program.optionOf[variant] as number;
      }
      if (first !== open) wins[first] = (wins[first] as number) + weight;
      may = (wins[option] as number) + left + 1e-9 >= Math.max(...wins);
      return !may;
    });
    return may && (wins[option] as number) > 0;
  }

  /** With these fields set, and a finding turned if one is given. */
  outline(
    changes: readonly Change[],
    turned?: { readonly at: number; readonly cell: CompiledCell },
  ): Outline {
    const { program, situation } = this;
    const width = program.options.length;
    const score = new Float64Array(width);
    const wins = new Float64Array(width);
    const best = new Float64Array(width);
    situation.turn(turned);
    this.each(changes, (weight) => {
      const total = situation.total();
      best.fill(Number.NEGATIVE_INFINITY);
      let first = open;
      let most = Number.NEGATIVE_INFINITY;
      for (let variant = 0; variant < program.variants.length; variant++) {
        const option = program.optionOf[variant] as number;
        const points = situation.points(variant);
        const failures = situation.failures[variant] as number;
        const worth = (total === 0 ? 100 : points / total) - 30 * failures;
        if (worth > (best[option] as number)) best[option] = worth;
        if (failures > 0 || points <= most) continue;
        most = points;
        first = option;
      }
      if (first !== open) wins[first] = (wins[first] as number) + weight;
      for (let option = 0; option < width; option++)
        score[option] = (score[option] as number) + weight * (best[option] as number);
      return false;
    });
    situation.turn(undefined);
    return { first: mostOf(wins, score), score };
  }
}

/** The place of the largest number above nought, ties by the second list; -1 where there is none. */
function mostOf(numbers: Float64Array, ties?: Float64Array): number {
  let top = open;
  numbers.forEach((number, at) => {
    const best = top === open ? 0 : (numbers[top] as number);
    const wins =
      ties !== undefined && number === best && number > 0 && (ties[at] ?? 0) > (ties[top] ?? 0);
    if (number > best || wins) top = at;
  });
  return top;
}
