import { type Alternative, alternativesTo } from "./alternatives";
import { isImportance, isRows } from "./condition";
import { evaluate } from "./evaluate";
import { leaderOf, leadOf } from "./standing";
import type { Answers, Evaluation, Importance, Question, ScoringTable } from "./types";

/** A set of answer changes, evaluated again, and what it leads to. */
export interface Flip {
  readonly changes: readonly Alternative[];
  /** All answers with the changes made. */
  readonly answers: Answers;
  /** The option in first place then; empty when nothing is possible any more. */
  readonly first: string;
  readonly variant: string;
  /** Steps times firmness, summed: small is easy to imagine. */
  readonly effort: number;
}

export interface FlipsForRival {
  readonly option: string;
  /** The fewest changes that put it first, the most plausible first; empty when none was found. */
  readonly flips: readonly Flip[];
  /** When it is ruled out: the capabilities or burdens that fail in every one of its variants. */
  readonly blockedBy: readonly string[];
}

export interface FlipReport {
  readonly rivals: readonly FlipsForRival[];
  /** Single changes that keep first place and shrink its lead the most. */
  readonly weakening: readonly { readonly change: Alternative; readonly lead: number }[];
  /** Strongly worded answers whose removal changes next to nothing. */
  readonly idle: readonly { readonly change: Alternative; readonly lead: number }[];
  /** The leader's advantage over the best rival now, in points of the score. */
  readonly lead: number;
  /** How many single changes were tried. */
  readonly tried: number;
}

const importances: readonly Importance[] = ["no", "nice", "important", "must"];
/** Sets of two and three are drawn from this many of the changes that help a rival most. */
const shortlist = 10;
const perRival = 2;

/** How far the change goes, times how firm the answer is. */
function effortOf(question: Question, { from, to }: Alternative): number {
  const firmness = question.firmness ?? 1;
  if (isImportance(from) && isImportance(to)) {
    return firmness * Math.abs(importances.indexOf(from) - importances.indexOf(to));
  }
  if (question.kind === "choice" && question.ordered && from !== undefined) {
    const distance = Math.abs(question.values.indexOf(from) - question.values.indexOf(to));
    return firmness * Math.max(1, distance);
  }
  return firmness * 2;
}

/** Makes a change on top of other answers: only its own row, flag or question is touched. */
function applyChange(answers: Answers, change: Alternative): Answers {
  const next = change.answers[change.question];
  if (next === undefined) return answers;
  const now = answers[change.question];
  if (change.part === undefined || now === undefined)
    return { ...answers, [change.question]: next };
  if (isRows(now) && isRows(next)) {
    const { [change.part]: _, ...rows } = now;
    const importance = next[change.part];
    return {
      ...answers,
      [change.question]: importance === undefined ? rows : { ...rows, [change.part]: importance },
    };
  }
  if (Array.isArray(now) && Array.isArray(next)) {
    const others = now.filter((flag) => flag !== change.part);
    return {
      ...answers,
      [change.question]: change.to === "yes" ? [...others, change.part].sort() : others,
    };
  }
  return { ...answers, [change.question]: next };
}

interface Tried {
  readonly change: Alternative;
  readonly effort: number;
  readonly evaluation: Evaluation;
}

/** How much nearer a change brings the rival to first place: fewer failures first, then points. */
function nearness(evaluation: Evaluation, rival: string, leader: string): number {
  const failures = Math.min(
    ...evaluation.variants
      .filter(({ option }) => option === rival)
      .map(({ exclusions }) => exclusions.length),
  );
  const scoreOf = (option: string) =>
    evaluation.options.find((each) => each.option === option)?.score ?? 0;
  return scoreOf(rival) - scoreOf(leader) - 30 * failures;
}

function combine(table: ScoringTable, answers: Answers, changes: readonly Tried[]): Flip {
  const next = changes.reduce((state, { change }) => applyChange(state, change), answers);
  const { option, variant } = leaderOf(evaluate(table, next));
  return {
    changes: changes.map(({ change }) => change),
    answers: next,
    first: option,
    variant,
    effort: changes.reduce((sum, { effort }) => sum + effort, 0),
  };
}

const key = ({ question, part }: Alternative) => `${question}.${part ?? ""}`;

/** The fewest changes that put the rival first: singles if there are any, else pairs, else triples of the shortlist. */
function flipsFor(
  table: ScoringTable,
  answers: Answers,
  tried: readonly Tried[],
  rival: string,
  leader: string,
): Flip[] {
  const easiest = (flips: readonly Flip[]) =>
    flips
      .filter(({ first }) => first === rival)
      .sort((a, b) => a.effort - b.effort)
      .slice(0, perRival);
  const singles = easiest(
    tried
      .filter(({ evaluation }) => leaderOf(evaluation).option === rival)
      .map((each) => combine(table, answers, [each])),
  );
  if (singles.length > 0) return singles;
  const promising: Tried[] = [];
  const byNearness = tried
    .map((each) => ({ each, near: nearness(each.evaluation, rival, leader) }))
    .sort((a, b) => b.near - a.near || a.each.effort - b.each.effort);
  for (const { each } of byNearness) {
    if (promising.length === shortlist) break;
    if (!promising.some(({ change }) => key(change) === key(each.change))) promising.push(each);
  }
  const pairs: Flip[] = [];
  const triples: (readonly Tried[])[] = [];
  promising.forEach((one, index) => {
    promising.slice(index + 1).forEach((two, offset) => {
      pairs.push(combine(table, answers, [one, two]));
      for (const three of promising.slice(index + offset + 2)) triples.push([one, two, three]);
    });
  });
  const found = easiest(pairs);
  return found.length > 0 ? found : easiest(triples.map((each) => combine(table, answers, each)));
}

/** What fails in every variant of the option: while it stands, no other change can put the option first. */
function blockersOf({ variants }: Evaluation, option: string): string[] {
  const own = variants.filter((each) => each.option === option);
  const [first, ...others] = own.map(({ exclusions }) =>
    exclusions.map((each) => ("capability" in each ? each.capability : each.burden)),
  );
  return [...new Set(first ?? [])].filter((id) => others.every((ids) => ids.includes(id)));
}

/**
 * What would change first place: every single change to a given answer is evaluated again, and for each rival the smallest
 * sets (up to three) that put it first. All singles are tried; pairs and triples among the ten changes that bring the
 * rival nearest, so a set of two or three that is not found may still exist.
 */
export function findFlips(table: ScoringTable, answers: Answers): FlipReport {
  const base = evaluate(table, answers);
  const leader = leaderOf(base).option;
  const tried = table.questions
    .filter(({ id }) => answers[id] !== undefined && answers[id] !== "unsure")
    .filter(({ id }) => table.fixed?.[id] === undefined)
    .flatMap((question) =>
      alternativesTo(question, answers).map(
        (change): Tried => ({
          change,
          effort: effortOf(question, change),
          evaluation: evaluate(table, change.answers),
        }),
      ),
    );
  const rivals = [...new Set(table.variants.map(({ option }) => option))].filter(
    (option) => option !== leader,
  );
  const steady = tried
    .filter(({ evaluation }) => leaderOf(evaluation).option === leader && leader !== "")
    .map(({ change, evaluation, effort }) => ({
      change,
      effort,
      lead: leadOf(evaluation, leader),
    }));
  const lead = leadOf(base, leader);
  return {
    rivals: rivals.map((option) => ({
      option,
      flips: flipsFor(table, answers, tried, option, leader),
      blockedBy: base.options.find((each) => each.option === option)?.ruledOut
        ? blockersOf(base, option)
        : [],
    })),
    weakening: [...steady]
      .sort((a, b) => a.lead - b.lead || a.effort - b.effort)
      .filter(
        (each, index, all) =>
          each.lead < lead - 0.5 &&
          all.findIndex((other) => key(other.change) === key(each.change)) === index,
      )
      .slice(0, 3)
      .map(({ change, lead: left }) => ({ change, lead: left })),
    idle: steady
      .filter(
        ({ change, lead: left }) =>
          change.from === "must" && change.to === "no" && Math.abs(left - lead) < 0.5,
      )
      .slice(0, 3)
      .map(({ change, lead: left }) => ({ change, lead: left })),
    lead,
    tried: tried.length,
  };
}

/** A finding that first place hangs on: were it otherwise, another option would lead. */
export interface HangingCell {
  readonly capability: string;
  readonly variant: string;
  /** Whether the leader would lose something or a rival gain. */
  readonly if: "none" | "full";
  readonly first: string;
  /** The width of the finding's range, 0 to 100: how much doubt there is. */
  readonly doubt: number;
}

/**
 * Findings that are in doubt (partial, beta, low confidence, unknown: their range has a width) and that would change first
 * place if they were otherwise: a leader's finding turning out to be nothing, or a rival's turning out to be full. The
 * most doubtful first.
 */
export function findHangingCells(table: ScoringTable, answers: Answers): HangingCell[] {
  const base = evaluate(table, answers);
  const leader = leaderOf(base);
  if (leader.option === "") return [];
  const best = new Set(base.options.map(({ variant }) => variant));
  return base.needs
    .flatMap(({ capability }) =>
      Object.entries(table.cells[capability] ?? {}).flatMap(([variant, cell]): HangingCell[] => {
        const doubt = cell.value[2] - cell.value[0];
        if (doubt === 0) return [];
        const isLeader = variant === leader.variant;
        if (!isLeader && !best.has(variant)) return [];
        const support = isLeader ? "none" : "full";
        const row = {
          ...table.cells[capability],
          [variant]: { ...cell, support, value: table.levels[support] } as const,
        };
        const { option } = leaderOf(
          evaluate({ ...table, cells: { ...table.cells, [capability]: row } }, answers),
        );
        return option === leader.option
          ? []
          : [{ capability, variant, if: support, first: option, doubt }];
      }),
    )
    .sort((a, b) => b.doubt - a.doubt || (a.capability < b.capability ? -1 : 1));
}
