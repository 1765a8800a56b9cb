import { type Completion, completionsOf, dropUnasked, unsaidIn } from "./completions";
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

/** Fields set otherwise than they were said, and a finding turned if one is given. */
export interface Variation {
  readonly changes: readonly Change[];
  readonly turned?: { readonly at: number; readonly cell: CompiledCell };
}

interface Track {
  readonly variation: Variation;
  readonly stated: State;
  readonly unsaid: Program["conditional"];
  /** What is ruled out by what was said, so changed. */
  readonly out: Uint8Array;
  readonly wins: Float64Array;
  readonly score: Float64Array;
  isDropped: boolean;
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
  /** Scratch: the answers at hand, and each option's best score with them. */
  private readonly state: State;
  private readonly best: Float64Array;

  constructor(program: Program, stated: State) {
    this.program = program;
    this.stated = stated;
    this.soft = softOf(program, stated);
    this.completions = pick(completionsOf(program, stated));
    this.situation = toolsOf(program).situation;
    this.state = stated.slice();
    this.best = new Float64Array(program.options.length);
  }

  private track(variation: Variation): Track {
    const { situation } = this;
    const stated = this.stated.slice();
    for (const { field, value } of variation.changes) stated[field] = value;
    situation.turn(variation.turned);
    const width = this.program.options.length;
    return {
      variation,
      stated,
      unsaid: variation.changes.length > 0 ? unsaidIn(this.program, stated) : [],
      out: ruledOutBy(situation, stated),
      wins: new Float64Array(width),
      score: new Float64Array(width),
      isDropped: false,
    };
  }

  /** Adds one completion, as this variation makes it. What is impossible tells how far it is from being possible. */
  private add(track: Track, completion: Completion): void {
    const { program, situation, best, state } = this;
    const { variation, stated, unsaid, out, wins, score } = track;
    state.set(completion.state);
    for (const { field, value } of variation.changes) state[field] = value;
    dropUnasked(unsaid, stated, state);
    situation.turn(variation.turned);
    loadCompletion(situation, state, this.soft, out);
    const { weight } = completion;
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
    for (let option = 0; option < score.length; option++)
      score[option] = (score[option] as number) + weight * (best[option] as number);
  }

  /**
   * The outline of each variation. Completion by completion, so that from one answer set to the next little changes. Where only
   * one option is asked for, a variation is dropped once it cannot put that first: its outline is undefined.
   */
  outlines(variations: readonly Variation[], rival?: number): (Outline | undefined)[] {
    const { program, situation } = this;
    const tracks = variations.map((variation) => this.track(variation));
    if (rival !== undefined)
      for (const track of tracks)
        track.isDropped = track.out.every(
          (mark, variant) => mark === 1 || program.optionOf[variant] !== rival,
        );
    let left = 1;
    for (const completion of this.completions) {
      left -= completion.weight;
      for (const track of tracks) {
        if (track.isDropped) continue;
        this.add(track, completion);
        const { wins } = track;
        if (rival !== undefined)
          track.isDropped = (wins[rival] as number) + left + 1e-9 < greatest(wins);
      }
    }
    situation.turn(undefined);
    return tracks.map(({ wins, score, isDropped }) =>
      isDropped ? undefined : { first: mostOf(wins, score), score },
    );
  }
}

function greatest(numbers: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < numbers.length; at++) most = Math.max(most, numbers[at] as number);
  return most;
}

/** The place of the largest number above nought, ties by the second list; -1 where there is none. */
function mostOf(numbers: Float64Array, ties: Float64Array): number {
  let top = open;
  numbers.forEach((number, at) => {
    const best = top === open ? 0 : (numbers[top] as number);
    const wins = number === best && number > 0 && (ties[at] ?? 0) > (ties[top] ?? 0);
    if (number > best || wins) top = at;
  });
  return top;
}
