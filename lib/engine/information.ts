import { openFields } from "./completions";
import { open as openValue, type State } from "./fields";
import type { Program } from "./program";

import type { Tally } from "./tally";

/** What one answer to an open question or row would do, from the same samples. */
export interface OpenAnswer {
  /** A value, or an importance. */
  readonly value: string;
  /** How likely it is to be the answer, 0 to 1. */
  readonly likelihood: number;
  /** The option that would lead; empty where nothing would meet all must-haves. */
  readonly first: string;
  /** First places of 100 by option then, exact. */
  readonly shares: Readonly<Record<string, number>>;
}

export interface OpenPart {
  readonly question: string;
  /** The row or flag; absent for a whole question. */
  readonly part?: string;
  /** What knowing it tells about first place, in bits. */
  readonly bits: number;
  /** How likely knowing it is to change first place, 0 to 1. */
  readonly flips: number;
  /** The answers that some completion has, in the order of the question. */
  readonly answers: readonly OpenAnswer[];
}

export interface OpenQuestion {
  readonly question: string;
  readonly bits: number;
  readonly flips: number;
  /** The most informative first; one for a question that has no rows. */
  readonly parts: readonly OpenPart[];
}

/** Answers less likely than this are not spoken of: too few completions stand behind them. */
const rare = 0.02;

interface Joint {
  readonly masses: Float64Array;
  /** By value and option: the likelihood of both. */
  readonly joint: Float64Array;
  /** By value: how likely it is together with must-haves that nothing meets. */
  readonly relaxed: Float64Array;
}

function jointOf(
  tally: Tally,
  width: number,
  values: number,
  valueIn: (state: State) => number,
): Joint {
  const masses = new Float64Array(values);
  const joint = new Float64Array(values * width);
  const relaxed = new Float64Array(values);
  for (const { state, weight, firsts, relaxed: isRelaxed } of tally.judged) {
    const value = valueIn(state);
    if (isRelaxed) relaxed[value] = (relaxed[value] as number) + weight;
    masses[value] = (masses[value] as number) + weight;
    for (let option = 0; option < width; option++) {
      const at = value * width + option;
      joint[at] = (joint[at] as number) + weight * (firsts[option] as number);
    }
  }
  return { masses, joint, relaxed };
}

/** How much first place varies from completion to completion: what information must be told apart from. */
function spreadOf(tally: Tally, width: number): number {
  let spread = 0;
  for (let option = 0; option < width; option++) {
    let mean = 0;
    let square = 0;
    for (const { weight, firsts } of tally.judged) {
      const share = firsts[option] as number;
      mean += weight * share;
      square += weight * share * share;
    }
    if (mean > 1e-3) spread += Math.max(0, square - mean * mean) / mean;
  }
  const effective = 1 / tally.judged.reduce((sum, { squares }) => sum + squares, 0);
  return spread / (2 * effective * Math.LN2);
}

/**
 * Mutual information between a value and first place, in bits, less what chance alone would show in so few completions: the
 * correction of Miller & Madow (1955), with the variance of the shares where theirs has that of counts.
 */
function bitsOf({ masses, joint }: Joint, width: number, spread: number): number {
  const firsts = new Float64Array(width);
  joint.forEach((mass, at) => {
    firsts[at % width] = (firsts[at % width] as number) + mass;
  });
  let bits = 0;
  joint.forEach((mass, at) => {
    if (mass <= 0) return;
    const independent = (masses[Math.floor(at / width)] as number) * (firsts[at % width] as number);
    bits += mass * Math.log2(mass / independent);
  });
  const values = masses.filter((mass) => mass > 1e-3).length;
  return Math.max(0, bits - (values - 1) * spread);
}

/** By less than this another option does not lead: it is a tie. */
const notable = 0.02;

function leaderIn(
  joint: Float64Array,
  row: number,
  width: number,
  leader: number,
  likelihood: number,
): number {
  const own = (joint[row * width + leader] as number) + notable * likelihood;
  let top = leader;
  let most = own;
  for (let option = 0; option < width; option++) {
    const share = joint[row * width + option] as number;
    if (share <= most) continue;
    top = option;
    most = share;
  }
  return top;
}

/** By the values of a field; the last is "not asked, or nobody says". */
function jointOfField(program: Program, tally: Tally, index: number): Joint {
  const { values } = program.fields[index] as Program["fields"][number];
  return jointOf(tally, program.options.length, values.length + 1, (state) => {
    const value = state[index] as number;
    return value === openValue ? values.length : value;
  });
}

/** The option that leads once the field has this value; `openValue` where must-haves that nothing meets come with it. */
function topOf({ masses, joint, relaxed }: Joint, row: number, width: number, leader: number) {
  const likelihood = masses[row] as number;
  return (relaxed[row] as number) > likelihood / 2
    ? openValue
    : leaderIn(joint, row, width, leader, likelihood);
}

/** The open fields that some completion answers. */
function answeredIn(program: Program, stated: State, { judged }: Tally): number[] {
  return openFields(program, stated).filter((index) =>
    judged.some(({ state }) => state[index] !== openValue),
  );
}

/** Whether one open answer, at least so likely, would put another option first: what `informationOf` tells at length. */
export function canTurn(
  program: Program,
  stated: State,
  tally: Tally,
  first: string,
  chance: number,
): boolean {
  if (tally.judged.length < 2) return false;
  const leader = program.options.indexOf(first);
  const width = program.options.length;
  return answeredIn(program, stated, tally).some((index) => {
    const table = jointOfField(program, tally, index);
    const { values } = program.fields[index] as Program["fields"][number];
    return values.some(
      (_, row) =>
        (table.masses[row] as number) >= chance && topOf(table, row, width, leader) !== leader,
    );
  });
}

function partOf(
  program: Program,
  tally: Tally,
  leader: number,
  spread: number,
  index: number,
): OpenPart {
  const field = program.fields[index] as Program["fields"][number];
  const width = program.options.length;
  const table = jointOfField(program, tally, index);
  let flips = 0;
  const answers = field.values.flatMap((value, row): OpenAnswer[] => {
    const likelihood = table.masses[row] as number;
    if (likelihood < rare) return [];
    const top = topOf(table, row, width, leader);
    if (top !== leader) flips += likelihood;
    return [
      {
        value,
        likelihood,
        first: program.options[top] ?? "",
        shares: Object.fromEntries(
          program.options.map((option, at) => [
            option,
            (100 * (table.joint[row * width + at] as number)) / likelihood,
          ]),
        ),
      },
    ];
  });
  return {
    question: field.id,
    ...(field.part === undefined ? {} : { part: field.part }),
    bits: answers.length < 2 ? 0 : bitsOf(table, width, spread),
    flips,
    answers,
  };
}

/**
 * What each open question and row would tell about first place: the same completions and samples, sorted by its answer. A
 * question of rows tells at least what its best row does, or how much is wanted there at all.
 */
export function informationOf(
  program: Program,
  stated: State,
  tally: Tally,
  first: string,
): OpenQuestion[] {
  if (tally.judged.length < 2) return [];
  const leader = program.options.indexOf(first);
  const width = program.options.length;
  const spread = spreadOf(tally, width);
  const byQuestion = new Map<number, number[]>();
  for (const index of answeredIn(program, stated, tally)) {
    const { question } = program.fields[index] as Program["fields"][number];
    byQuestion.set(question, [...(byQuestion.get(question) ?? []), index]);
  }
  return [...byQuestion]
    .map(([question, indexes]): OpenQuestion => {
      const parts = indexes
        .map((index) => partOf(program, tally, leader, spread, index))
        .sort((a, b) => b.bits - a.bits);
      const strongest = jointOf(tally, width, 5, (state) =>
        Math.max(...indexes.map((index) => (state[index] as number) + 1)),
      );
      const best = parts[0]?.bits ?? 0;
      return {
        question: program.table.questions[question]?.id ?? "",
        bits: parts.length < 2 ? best : Math.max(best, bitsOf(strongest, width, spread)),
        flips: Math.max(0, ...parts.map(({ flips }) => flips)),
        parts,
      };
    })
    .sort((a, b) => b.bits - a.bits || (a.question < b.question ? -1 : 1));
}
