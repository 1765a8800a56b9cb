import { type Alternative, alternativesTo } from "./alternatives";
import { isImportance, isRows } from "./condition";
import { importances, type State, supports } from "./fields";
import { type Judgement, judge } from "./judge";
import { type Program, programOf, stateOf } from "./program";
import { Sketch } from "./sketch";
import { leadsBy } from "./tally";
import type { Answers, Evaluation, Question, ScoringTable } from "./types";

/** A set of answer changes, judged again, and what it leads to. */
export interface Flip {
  readonly changes: readonly Alternative[];
  /** All answers with the changes made. */
  readonly answers: Answers;
  /** The option in first place then; empty when nothing is possible any more. */
  readonly first: string;
  readonly variant: string;
  /** How likely it is that all of them come true within two years, 0 to 1. */
  readonly likelihood: number;
}

export interface FlipsForRival {
  readonly option: string;
  /** Changes that put it first, the most likely first; empty when none was found. */
  readonly flips: readonly Flip[];
  /** When it is ruled out: the capabilities or burdens that fail in every one of its variants. */
  readonly blockedBy: readonly string[];
}

export interface FlipReport {
  readonly rivals: readonly FlipsForRival[];
  /** Single changes that seem to keep first place and to shrink its lead the most; judge them before you say so. */
  readonly weakening: readonly { readonly change: Alternative }[];
  /** Must-haves whose removal seems to change next to nothing; judge them too. */
  readonly idle: readonly { readonly change: Alternative }[];
  /** How many single changes were tried. */
  readonly tried: number;
}

/** From here a change is likely enough to be watched for. */
export const likely = 0.05;
/** Below this it is told only where nothing else is: a fact that takes years. */
const unlikely = 0.03;
const perRival = 2;
/** How many candidates of each size are judged before a rival is given up. */
const judgedAtMost = 3;
const drawing = { budget: 1200, fewest: 8 };
/** Sets of two and three are drawn from this many of the changes that help a rival most. */
const shortlist = 6;

/** How likely an answer is to change within two years where the data does not say, in per cent by firmness. */
const bySoftness = [25, 25, 12, 6, 2] as const;
/** Each further step is less likely. */
const perStep = 0.7;

/** How likely this change is within two years, 0 to 1. */
export function likelihoodOf(question: Question, { part, from, to }: Alternative): number {
  const soon =
    question.soon?.[part ?? to] ??
    question.soon?.[""] ??
    bySoftness[question.firmness ?? 1] ??
    bySoftness[1];
  let steps = 1;
  if (isImportance(from) && isImportance(to))
    steps = Math.abs(importances.indexOf(from) - importances.indexOf(to));
  else if (question.kind === "choice" && question.ordered && from !== undefined)
    steps = Math.abs(question.values.indexOf(from) - question.values.indexOf(to));
  return (soon / 100) * perStep ** Math.max(0, steps - 1);
}

/** Makes a change on top of other answers: only its own row, flag or question is touched. */
function applyChange(answers: Answers, change: Alternative): Answers {
  const { question, part, to } = change;
  const now = answers[question];
  if (part === undefined) return { ...answers, [question]: to };
  if (Array.isArray(now)) {
    const others = now.filter((flag) => flag !== part);
    return { ...answers, [question]: to === "yes" ? [...others, part].sort() : others };
  }
  return { ...answers, [question]: { ...(isRows(now) ? now : {}), [part]: to } } as Answers;
}

interface Tried {
  readonly change: Alternative;
  readonly field: number;
  readonly value: number;
  readonly likelihood: number;
  readonly first: number;
  readonly score: Float64Array;
}

/** Every change to what was said, looked at quickly. What is open is not changed: it is answered. */
function tryAll({ table, fields }: Program, sketch: Sketch, answers: Answers): Tried[] {
  const changes = table.questions.flatMap((question) => {
    const answer = answers[question.id];
    if (answer === undefined || answer === "unsure" || table.fixed?.[question.id] !== undefined)
      return [];
    return alternativesTo(question, answers).flatMap((change) => {
      if (change.from === undefined) return [];
      const field = fields.findIndex(({ id, part }) => id === question.id && part === change.part);
      const value = fields[field]?.values.indexOf(change.to) ?? -1;
      if (value < 0) return [];
      return [{ change, field, value, likelihood: likelihoodOf(question, change) }];
    });
  });
  const outlines = sketch.outlines(changes.map((each) => ({ changes: [each] })));
  return changes.flatMap((each, index) => {
    const outline = outlines[index];
    return outline ? [{ ...each, ...outline }] : [];
  });
}

type Candidate = { readonly changes: readonly Tried[]; readonly likelihood: number };

const together = (changes: readonly Tried[]): Candidate => ({
  changes,
  likelihood: changes.reduce((product, { likelihood }) => product * likelihood, 1),
});

const byLikelihood = (a: { likelihood: number }, b: { likelihood: number }) =>
  b.likelihood - a.likelihood;

class Search {
  private readonly program: Program;
  private readonly sketch: Sketch;
  private readonly answers: Answers;
  private readonly stated: State;
  private readonly tried: readonly Tried[];
  private readonly leader: number;

  constructor(
    program: Program,
    sketch: Sketch,
    answers: Answers,
    tried: readonly Tried[],
    leader: number,
  ) {
    this.program = program;
    this.sketch = sketch;
    this.answers = answers;
    this.stated = stateOf(program, answers);
    this.tried = tried;
    this.leader = leader;
  }

  /** The candidates that hold when they are judged, the most likely first. */
  private judged(candidates: readonly Candidate[], rival: number): Flip[] {
    const flips: Flip[] = [];
    for (const { changes, likelihood } of candidates.slice(0, judgedAtMost)) {
      const stated = this.stated.slice();
      for (const { field, value } of changes) stated[field] = value;
      // Over all completions, with fewer samples than a verdict takes.
      const variant = leadsBy(this.program, stated, rival, drawing);
      if (variant < 0) continue;
      flips.push({
        changes: changes.map(({ change }) => change),
        answers: changes.reduce((all, { change }) => applyChange(all, change), this.answers),
        first: this.program.options[rival] as string,
        variant: this.program.variants[variant] ?? "",
        likelihood,
      });
      if (flips.length === perRival) break;
    }
    return flips;
  }

  private gap(score: Float64Array, rival: number): number {
    return (score[rival] as number) - (this.leader < 0 ? 0 : (score[this.leader] as number));
  }

  private sets(rival: number, size: 2 | 3): Candidate[] {
    const near: Tried[] = [];
    const byNearness = [...this.tried].sort(
      (a, b) => this.gap(b.score, rival) - this.gap(a.score, rival) || byLikelihood(a, b),
    );
    for (const each of byNearness) {
      if (near.length === shortlist) break;
      if (!near.some(({ field }) => field === each.field)) near.push(each);
    }
    const sets: Tried[][] = [];
    near.forEach((one, index) => {
      near.slice(index + 1).forEach((two, offset) => {
        if (size === 2) sets.push([one, two]);
        else for (const three of near.slice(index + offset + 2)) sets.push([one, two, three]);
      });
    });
    const outlines = this.sketch.outlines(
      sets.map((changes) => ({ changes })),
      rival,
    );
    return sets
      .filter((_, index) => outlines[index]?.first === rival)
      .map(together)
      .sort(byLikelihood);
  }

  /** Single changes if any is likely; else sets as well, since one thing in ten years is less likely than two in one. */
  flipsFor(rival: number): Flip[] {
    const singles = this.judged(
      this.tried
        .filter(({ first }) => first === rival)
        .map((each) => together([each]))
        .sort(byLikelihood),
      rival,
    );
    if (singles.some(({ likelihood }) => likelihood >= unlikely)) return singles;
    const pairs = this.judged(this.sets(rival, 2), rival);
    const found = [...singles, ...pairs].sort(byLikelihood).slice(0, perRival);
    return found.length > 0 ? found : this.judged(this.sets(rival, 3), rival);
  }
}

/** What fails in every variant of the option: while it stands, no other change can put the option first. */
function blockersOf({ variants }: Evaluation, option: string): string[] {
  const own = variants.filter((each) => each.option === option);
  const [first, ...others] = own.map(({ exclusions }) =>
    exclusions.map((each) => ("capability" in each ? each.capability : each.burden)),
  );
  return [...new Set(first ?? [])].filter((id) => others.every((ids) => ids.includes(id)));
}

/** One change for each row, flag or question. */
function distinct(tried: readonly Tried[]): Tried[] {
  return tried.filter(
    (each, index, all) => all.findIndex(({ field }) => field === each.field) === index,
  );
}

const mentioned = 3;

/**
 * What would change first place, the most likely within two years first: every single change to what was said, and where
 * none is likely, sets of two and three among the changes that bring a rival nearest. Changes are looked at over a few
 * completions and judged before they are told, so a set that is not found may still exist.
 */
export function findFlips(
  table: ScoringTable,
  answers: Answers,
  judgement: Pick<Judgement, "options" | "evaluation"> = judge(table, answers),
): FlipReport {
  const program = programOf(table);
  const sketch = new Sketch(program, stateOf(program, answers));
  const [top] = judgement.options;
  const leader = top && !top.ruledOut ? program.options.indexOf(top.id) : -1;
  const tried = tryAll(program, sketch, answers);
  const search = new Search(program, sketch, answers, tried, leader);
  const leadIn = (score: Float64Array) => {
    const own = score[leader] ?? 0;
    return own - Math.max(...score.filter((_, option) => option !== leader));
  };
  const [asIs] = sketch.outlines([{ changes: [] }]);
  const lead = leader < 0 || !asIs ? 0 : leadIn(asIs.score);
  const steady = leader < 0 ? [] : tried.filter(({ first }) => first === leader);
  return {
    rivals: program.options.flatMap((option, index) =>
      index === leader
        ? []
        : [
            {
              option,
              flips: search.flipsFor(index),
              blockedBy: judgement.options.find(({ id }) => id === option)?.ruledOut
                ? blockersOf(judgement.evaluation, option)
                : [],
            },
          ],
    ),
    weakening: distinct(
      steady
        .filter((each) => each.likelihood >= unlikely && leadIn(each.score) < lead - 0.5)
        .sort((a, b) => leadIn(a.score) - leadIn(b.score)),
    )
      .slice(0, mentioned)
      .map(({ change }) => ({ change })),
    idle: steady
      .filter(
        ({ change, score }) =>
          change.from === "must" && change.to === "no" && Math.abs(leadIn(score) - lead) < 0.5,
      )
      .slice(0, mentioned)
      .map(({ change }) => ({ change })),
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
 * Findings that are in doubt (their range has a width) and that would change first place if they were otherwise: a leader's
 * finding turning out to be nothing, or a rival's to be full. The most doubtful first.
 */
export function findHangingCells(
  table: ScoringTable,
  answers: Answers,
  judgement: Pick<Judgement, "options" | "evaluation"> = judge(table, answers),
): HangingCell[] {
  const program = programOf(table);
  const [top] = judgement.options;
  if (!top || top.ruledOut) return [];
  const sketch = new Sketch(program, stateOf(program, answers));
  const leader = program.options.indexOf(top.id);
  // Where typical values alone put another first, turning one finding would tell of that other.
  if (sketch.outlines([{ changes: [] }])[0]?.first !== leader) return [];
  const best = new Set(judgement.options.map(({ variant }) => variant));
  const inDoubt = judgement.evaluation.needs.flatMap(({ capability }) =>
    program.variants.flatMap((variant, index) => {
      const at = program.capabilities.indexOf(capability) * program.variants.length + index;
      const value = program.cells[at]?.value ?? [0, 0, 0];
      const doubt = value[2] - value[0];
      if (doubt === 0 || !best.has(variant)) return [];
      const support = variant === top.variant ? ("none" as const) : ("full" as const);
      const cell = {
        support: supports.indexOf(support),
        value: table.levels[support],
        usesExtra: program.cells[at]?.usesExtra ?? false,
      };
      return [{ capability, variant, if: support, doubt, turned: { at, cell } }];
    }),
  );
  const outlines = sketch.outlines(inDoubt.map(({ turned }) => ({ changes: [], turned })));
  return inDoubt
    .flatMap(({ capability, variant, if: support, doubt }, index): HangingCell[] => {
      const first = outlines[index]?.first ?? leader;
      if (first === leader) return [];
      return [{ capability, variant, if: support, first: program.options[first] ?? "", doubt }];
    })
    .sort((a, b) => b.doubt - a.doubt || (a.capability < b.capability ? -1 : 1));
}
