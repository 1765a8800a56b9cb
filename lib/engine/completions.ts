import { type Field, open, type State } from "./fields";
import type { Program } from "./program";

/** One way the open answers may turn out. */
export interface Completion {
  readonly state: State;
  /** Its part of all completions; they sum to 1. */
  readonly weight: number;
  /** Its weight times that of the profiles behind it: what tells how many profiles stand behind all completions. */
  readonly squares: number;
  /** Where its samples begin in every stretch of the kept numbers. */
  readonly start: number;
}

/** How steeply a profile's weight falls with each answer it does not share, and how many answers it takes to tell. */
const steepness = 10;
const patience = 4;
/** Two who both do without something have little in common by that. */
const sharedNo = 0.2;

/** A stated answer as profiles are held against it. */
interface Said {
  readonly index: number;
  readonly own: number;
  readonly kind: Field["kind"];
  readonly firmness: number;
  /** Of values in an order: from the first to the last. Nought where they have none. */
  readonly span: number;
}

function saidIn(program: Program, state: State): Said[] {
  return program.fields.flatMap(({ kind, values, question: at }, index): Said[] => {
    const own = state[index] as number;
    if (own === open) return [];
    const question = program.table.questions[at];
    const ordered = question?.kind === "choice" && question.ordered === true;
    const span = ordered ? Math.max(1, values.length - 1) : 0;
    return [{ index, own, kind, firmness: question?.firmness ?? 1, span }];
  });
}

/**
 * How well a profile fits what was answered, as a weight: the mean disagreement over all stated answers, each counted by
 * how firm it is, so that platform and size tell most, and damped while little is said.
 */
function fitOf(said: readonly Said[], profile: State): number {
  let disagreement = 0;
  let weight = 0;
  for (const { index, own, kind, firmness, span } of said) {
    const other = profile[index] as number;
    if (kind === "choice") {
      if (other === open) continue;
      const apart = span > 0 ? Math.abs(own - other) / span : Number(own !== other);
      disagreement += firmness * apart;
      weight += firmness;
    } else if (kind === "flag") {
      if (other === open) continue;
      const counts = own === 0 && other === 0 ? sharedNo / 2 : 1;
      disagreement += counts * Number(own !== other);
      weight += counts;
    } else {
      const level = Math.max(0, other);
      const counts = own === 0 && level === 0 ? sharedNo : 1;
      disagreement += (counts * Math.abs(own - level)) / 3;
      weight += counts;
    }
  }
  return Math.exp((-steepness * disagreement) / (weight + patience));
}

/** The fields that are open, whether or not the question turns out to be asked. */
export function openFields(program: Program, state: State): number[] {
  const fixed = new Set(program.fixed.map(({ field }) => field));
  return program.fields.flatMap(({ retired }, index) =>
    state[index] === open && !retired && !fixed.has(index) ? [index] : [],
  );
}

/** The questions asked under a condition that leave something open: what is borrowed for them may have to go. */
export function unsaidIn({ conditional }: Program, stated: State): Program["conditional"] {
  return conditional.filter(({ from, to }) => {
    for (let index = from; index < to; index++) if (stated[index] === open) return true;
    return false;
  });
}

/** Takes back what was borrowed for questions that would not be asked. */
export function dropUnasked(unsaid: Program["conditional"], stated: State, state: State): void {
  // Twice, since one conditional question can depend on another.
  for (let round = 0; round < 2; round++) {
    let dropped = false;
    for (const { asked, from, to } of unsaid) {
      if (asked(state)) continue;
      for (let index = from; index < to; index++) {
        if (stated[index] !== open || state[index] === open) continue;
        state[index] = open;
        dropped = true;
      }
    }
    if (!dropped) return;
  }
}

interface Draft {
  readonly state: State;
  weight: number;
  squares: number;
  readonly start: number;
}

/** FNV-1a, 32 bits: only to find states that may be the same. */
function hashOf(state: State): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < state.length; index++)
    hash = Math.imul(hash ^ ((state[index] as number) + 1), 0x01000193);
  return hash;
}

function areSame(one: State, other: State): boolean {
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}

/**
 * The ways the open answers may turn out. A choice that a profile does not say stays unsaid: drawing it from those who do
 * would give everybody their licence policy, which only those who have one mention. The rest is borrowed whole from each profile in turn, weighted by how well it fits
 * what was answered; in a stated share of cases nothing more is wanted. Independent rates would make everybody want a bit of
 * everything. Fully answered, there is one completion, whatever the profiles.
 */
export function completionsOf(program: Program, stated: State): Completion[] {
  const missing = openFields(program, stated);
  const wishes = missing.filter((index) => isWish(program, index));
  if (missing.length === 0) return [{ state: stated, weight: 1, squares: 1, start: 0 }];
  const { profiles } = program;
  const unsaid = unsaidIn(program, stated);
  if (profiles.length === 0) {
    const state = stated.slice();
    for (const index of wishes) state[index] = 0;
    dropUnasked(unsaid, stated, state);
    return [{ state, weight: 1, squares: 1, start: 0 }];
  }
  const said = saidIn(program, stated);
  const weights = profiles.map((profile) => fitOf(said, profile));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const enough = (program.table.enough ?? 0) / 100;
  const found = new Map<number, Draft[]>();
  const all: Draft[] = [];
  const add = (state: State, part: number, own: number, start: number) => {
    const weight = part * own;
    if (weight === 0) return;
    dropUnasked(unsaid, stated, state);
    const key = hashOf(state);
    const alike = found.get(key);
    const same = alike?.find((each) => areSame(each.state, state));
    if (same) {
      same.weight += weight;
      same.squares += weight * own;
      return;
    }
    const made = { state: state.slice(), weight, squares: weight * own, start };
    if (alike) alike.push(made);
    else found.set(key, [made]);
    all.push(made);
  };
  // Written over for each profile: most of those who want nothing more are the same.
  const state = stated.slice();
  const nothingMore = stated.slice();
  profiles.forEach((profile, index) => {
    const weight = (weights[index] as number) / total;
    state.set(stated);
    for (const field of missing) state[field] = profile[field] as number;
    nothingMore.set(state);
    for (const field of wishes) {
      if (state[field] === open) state[field] = 0;
      nothingMore[field] = 0;
    }
    // Far apart, so that two profiles read different numbers.
    add(nothingMore, enough, weight, 0);
    add(state, 1 - enough, weight, (index + 1) * 211);
  });
  return all;
}

function isWish(program: Program, index: number): boolean {
  const kind = program.fields[index]?.kind;
  return kind === "importance" || kind === "row";
}
