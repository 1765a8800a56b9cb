import { type Completion, completionsOf, openFields } from "./completions";
import type { State } from "./fields";
import type { Program } from "./program";
import { Sampler } from "./sampler";
import { Situation } from "./situation";

/** Shared among the completions by weight; the standard error of a share is at most 0.0065. */
const sampleBudget = 6000;
const fewestSamples = 16;
/** A completion and how often each option is first in it. */
export interface Judged extends Completion {
  readonly firsts: Float64Array;
  /** Nothing meets all its must-haves. */
  readonly relaxed: boolean;
}

/** What all samples together say. */
export interface Tally {
  readonly judged: readonly Judged[];
  readonly options: Float64Array;
  readonly variants: Float64Array;
  /** By variant: 1 where what was said rules it out. */
  readonly ruledOut: Uint8Array;
  readonly out: Float64Array;
  readonly score: Float64Array;
  readonly samples: number;
}

interface Tools {
  readonly situation: Situation;
  readonly sampler: Sampler;
}

const tools = new WeakMap<Program, Tools>();

export function toolsOf(program: Program): Tools {
  const known = tools.get(program);
  if (known) return known;
  const made = { situation: new Situation(program), sampler: new Sampler(program) };
  tools.set(program, made);
  return made;
}

/** The fields that are borrowed in a completion: their must-haves give way where they would leave nothing. */
export function softOf(program: Program, stated: State): Uint8Array {
  const soft = new Uint8Array(program.fields.length);
  for (const field of openFields(program, stated)) soft[field] = 1;
  return soft;
}

/** By variant: 1 where what was said rules it out. Only saying more can let it back in. */
export function ruledOutBy(situation: Situation, stated: State): Uint8Array {
  situation.load(stated);
  const { failures } = situation;
  const out = new Uint8Array(failures.length);
  for (let variant = 0; variant < out.length; variant++)
    out[variant] = Number((failures[variant] as number) > 0);
  return out;
}

/**
 * Loads a completion: "strict" where something meets all its must-haves, "relaxed" where something is possible once those
 * that were borrowed count as important, "none" otherwise.
 */
export function loadCompletion(
  situation: Situation,
  state: State,
  soft: Uint8Array,
  out: Uint8Array,
): "strict" | "relaxed" | "none" {
  situation.load(state);
  situation.ruleOut(out);
  if (situation.possible) return "strict";
  situation.load(state, soft);
  situation.ruleOut(out);
  return situation.possible ? "relaxed" : "none";
}

/** How many samples to draw, and from where in the kept numbers: another place is as good as another seed. */
export interface Drawing {
  readonly budget?: number;
  readonly fewest?: number;
  readonly shift?: number;
  /** Count first places alone, which takes half the time: the tally has nought for all others. */
  readonly firstsOnly?: boolean;
}

/** First places in the form of all places: one row for each member. */
function spread(firsts: Float64Array): Float64Array {
  const places = new Float64Array(firsts.length * firsts.length);
  firsts.forEach((share, member) => {
    places[member * firsts.length] = share;
  });
  return places;
}

/** Draws the samples of all completions. */
export function tallyOf(
  program: Program,
  stated: State,
  { budget = sampleBudget, fewest = fewestSamples, shift = 0, firstsOnly = false }: Drawing = {},
): Tally {
  const { situation, sampler } = toolsOf(program);
  const soft = softOf(program, stated);
  const ruledOut = ruledOutBy(situation, stated);
  const size = program.variants.length;
  const width = program.options.length;
  const tally = {
    variants: new Float64Array(firstsOnly ? size : size * size),
    options: new Float64Array(firstsOnly ? width : width * width),
  };
  const out = new Float64Array(size);
  const score = new Float64Array(size);
  const judged: Judged[] = [];
  let samples = 0;
  let possible = 0;
  for (const completion of completionsOf(program, stated)) {
    const how = loadCompletion(situation, completion.state, soft, ruledOut);
    if (how === "none") continue;
    const { weight, start } = completion;
    const count = Math.max(fewest, Math.round(budget * weight));
    const firsts = new Float64Array(width);
    const draw = firstsOnly ? "tallyFirsts" : "tally";
    sampler[draw](situation, start + shift, count, weight / count, tally, firsts);
    const total = situation.total();
    for (let variant = 0; variant < size; variant++) {
      if (situation.failures[variant] !== 0) out[variant] = (out[variant] as number) + weight;
      else
        score[variant] =
          (score[variant] as number) +
          weight * (total === 0 ? 100 : situation.points(variant) / total);
    }
    judged.push({ ...completion, firsts, relaxed: how === "relaxed" });
    samples += count;
    possible += weight;
  }
  if (possible > 0) {
    for (const numbers of [tally.variants, tally.options, out])
      for (let at = 0; at < numbers.length; at++) numbers[at] = (numbers[at] as number) / possible;
    for (let variant = 0; variant < size; variant++) {
      const within = 1 - (out[variant] as number);
      score[variant] = within < 1e-9 ? 0 : (score[variant] as number) / possible / within;
    }
  }
  return {
    judged: judged.map((each) => ({ ...each, weight: each.weight / possible })),
    variants: firstsOnly ? spread(tally.variants) : tally.variants,
    options: firstsOnly ? spread(tally.options) : tally.options,
    ruledOut,
    out,
    score,
    samples,
  };
}

/** Further than this apart, no rounding of sums can turn who is ahead. */
const rounding = 1e-9;

/** How far the first of these is ahead of the best of the others. */
function aheadBy(shares: Float64Array, one: number, among: readonly number[]) {
  let other = 0;
  for (const each of among) if (each !== one) other = Math.max(other, shares[each] as number);
  return (shares[one] as number) - other;
}

/** The place of the largest share above nought, the first of equals; -1 where there is none. */
function mostOf(shares: Float64Array, among: readonly number[]): number {
  let top = -1;
  let most = 0;
  for (const each of among) {
    const share = shares[each] as number;
    if (share > most) {
      top = each;
      most = share;
    }
  }
  return top;
}

/**
 * The variant by which an option leads as all samples together would say; -1 if it does not. The weightiest completions
 * come first, and none is drawn once the rest could not change it.
 */
export function leadsBy(
  program: Program,
  stated: State,
  option: number,
  { budget, fewest }: Required<Pick<Drawing, "budget" | "fewest">>,
): number {
  const { situation, sampler } = toolsOf(program);
  const soft = softOf(program, stated);
  const ruledOut = ruledOutBy(situation, stated);
  const size = program.variants.length;
  const width = program.options.length;
  const variants = new Float64Array(size);
  const options = new Float64Array(width);
  const firsts = new Float64Array(width);
  const all = [...program.options.keys()];
  const own = [...program.variants.keys()].filter((at) => program.optionOf[at] === option);
  let rest = 1 + rounding;
  for (const { state, weight, start } of completionsOf(program, stated).sort(
    (a, b) => b.weight - a.weight,
  )) {
    rest -= weight;
    if (loadCompletion(situation, state, soft, ruledOut) === "none") continue;
    const count = Math.max(fewest, Math.round(budget * weight));
    sampler.tallyFirsts(situation, start, count, weight / count, { variants, options }, firsts);
    const ahead = aheadBy(options, option, all);
    if (ahead < -rest) return -1;
    if (ahead <= rest) continue;
    const best = mostOf(variants, own);
    if (best >= 0 && aheadBy(variants, best, own) > rest) return best;
  }
  return mostOf(options, all) === option ? mostOf(variants, own) : -1;
}
