import { cpus } from "node:os";
import { prepareBareLoop } from "../bench/bare-loop";
import { prepareJsonRules } from "../bench/json-rules";
import { preparePublicodes } from "../bench/publicodes";
import { compileTable } from "../data/compile";
import { parseMatrix } from "../data/parse";
import { readJsonFiles } from "../data/read";
import { evaluate } from "../engine/evaluate";
import type { State } from "../engine/fields";
import { findFlips, findHangingCells } from "../engine/flips";
import { closeAnswers, judge } from "../engine/judge";
import { programOf, stateOf } from "../engine/program";
import { seed } from "../engine/stream";
import { tallyOf } from "../engine/tally";
import type { Answer, Answers, RowAnswer } from "../engine/types";

/**
 * Times the engine beside other ways of doing the same, in one process and in turns, so that noise hits all alike. Prints
 * Markdown tables of medians and ratios. Times are what this process took of the processor, which other work on the machine
 * disturbs less than the clock; the ratios are what to compare.
 */

const matrix = parseMatrix(readJsonFiles());
const table = compileTable(matrix);
const rounds = 25;

type Task = { readonly name: string; readonly run: () => unknown };

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Processor time of this process so far, in milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Medians in milliseconds; the tasks take turns, the first rounds warm up. */
async function timeInTurns(tasks: readonly Task[], repeat: number): Promise<number[]> {
  const times = tasks.map((): number[] => []);
  for (let round = -5; round < rounds; round++) {
    for (const [index, task] of tasks.entries()) {
      const start = processorTime();
      for (let each = 0; each < repeat; each++) await task.run();
      const took = (processorTime() - start) / repeat;
      if (round >= 0) times[index]?.push(took);
    }
  }
  return times.map(median);
}

function format(milliseconds: number): string {
  return milliseconds < 0.1
    ? `${(milliseconds * 1000).toFixed(0)} µs`
    : `${milliseconds.toFixed(1)} ms`;
}

function print(title: string, names: readonly string[], times: readonly number[]) {
  console.log(`\n${title}\n\n| what | median | ratio |\n|---|---:|---:|`);
  names.forEach((name, index) => {
    console.log(
      `| ${name} | ${format(times[index] ?? 0)} | ${((times[index] ?? 0) / (times[0] ?? 1)).toFixed(1)} |`,
    );
  });
}

function everything(answers: Answers): void {
  const judgement = judge(table, answers);
  findFlips(table, answers, judgement);
}

function worstPreset(): { readonly id: string; readonly answers: Answers } {
  const timed = matrix.presets.map(({ id, answers }) => {
    const start = processorTime();
    for (let each = 0; each < 3; each++) everything(answers);
    return { id, answers, took: processorTime() - start };
  });
  return timed.sort((a, b) => b.took - a.took)[0] ?? { id: "none", answers: {} };
}

/** Nothing left open, for what knows no completions. */
function answered(answers: Answers): Answers {
  const facts: Record<string, Answer> = {};
  for (const question of table.questions) {
    if (question.kind === "choice") facts[question.id] = question.values[0] ?? "";
    if (question.kind === "flags") facts[question.id] = [];
  }
  return closeAnswers(table, { ...facts, ...answers });
}

/** A completion as answers, for what knows no numbers of fields. */
function answersIn(state: State): Answers {
  const found: Record<string, Answer> = {};
  program.fields.forEach(({ id, part, kind, values }, index) => {
    const value = state[index] as number;
    if (value < 0) return;
    if (kind === "row")
      found[id] = {
        ...(found[id] as Record<string, RowAnswer>),
        [part ?? ""]: values[value] as RowAnswer,
      };
    else if (kind === "flag")
      found[id] = [
        ...((found[id] as string[] | undefined) ?? []),
        ...(value === 1 ? [part ?? ""] : []),
      ];
    else found[id] = values[value] ?? "";
  });
  return found;
}

/** A hand-written loop for each completion in which something meets all must-haves, each with the samples the engine takes. */
function prepareLoops(given: Answers) {
  return tallyOf(program, stateOf(program, given)).judged.map(({ state, weight }) => {
    const own = evaluate(table, answersIn(state));
    const possible = own.variants.filter(({ exclusions }) => exclusions.length === 0);
    return {
      weight,
      count: Math.max(16, Math.round(6000 * weight)),
      loop: prepareBareLoop(own, seed),
      variants: possible.map(({ variant }) => variant),
    };
  });
}

/** The quick path, answered as by a team in the middle of the road. */
const eight: Answers = {
  platform: "kubernetes",
  clusters: "flat",
  languages: "many",
  mtls: "must",
  policy: { l4: "important" },
  routing: { canary: "important" },
  team: "five",
  licence: "osi",
};

worstPreset();
const { id, answers } = worstPreset();
const full = answered(answers);
const evaluation = evaluate(table, full);
const program = programOf(table);
const state = stateOf(program, full);
const jsonRules = prepareJsonRules(table);
const publicodes = preparePublicodes(evaluation);
const loops = prepareLoops(answers);

const ownRules = () =>
  table.rules.filter((_, index) => program.rules[index]?.when(state)).map((rule) => rule.id);
const fired = await jsonRules(full);
if (fired.join() !== ownRules().sort().join())
  throw new Error(`json-rules-engine fires other rules: ${fired.join(", ")}`);
const sums = publicodes();
evaluation.variants.forEach(({ variant, points }, index) => {
  if (sums[index] !== points)
    throw new Error(`publicodes gives ${variant} ${sums[index]} points, the engine ${points}`);
});
const byHand = new Map<string, number>();
for (const { weight, count, loop, variants } of loops)
  loop(count).forEach((wins, index) => {
    const id = variants[index] ?? "";
    byHand.set(id, (byHand.get(id) ?? 0) + (weight * wins) / count);
  });
const relaxed = loops
  .filter(({ variants }) => variants.length === 0)
  .reduce((sum, { weight }) => sum + weight, 0);
for (const { id: variant, ranks } of judge(table, answers).variants) {
  const other = byHand.get(variant) ?? 0;
  if (Math.abs((ranks[0] ?? 0) - other) > 0.03 + relaxed)
    throw new Error(`the hand-written loops give ${variant} ${other}, the engine ${ranks[0]}`);
}

console.log(
  `Node ${process.version}, ${cpus()[0]?.model.trim()}; data ${table.release}; the slowest preset is “${id}”; processor time, medians of ${rounds} rounds in turns.`,
);

const rules: Task[] = [
  { name: "this engine: which rules fire", run: ownRules },
  { name: "json-rules-engine: the same rules", run: () => jsonRules(full) },
];
print(
  "Rules",
  rules.map(({ name }) => name),
  await timeInTurns(rules, 20),
);

const scoring: Task[] = [
  {
    name: "this engine: one answer set, rules, exclusions, scores and ranking",
    run: () => evaluate(table, full),
  },
  { name: "publicodes: the weighted sums only", run: publicodes },
];
print(
  "Scoring",
  scoring.map(({ name }) => name),
  await timeInTurns(scoring, 5),
);

const { judged, samples } = tallyOf(program, stateOf(program, answers));
const sampling: Task[] = [
  {
    name: `hand-written loops, all prepared: first places of ${samples} samples in ${judged.length} completions`,
    run: () => {
      for (const { loop, count } of loops) loop(count);
    },
  },
  {
    name: "this engine: the completions, all places of options and variants, scores",
    run: () => tallyOf(program, stateOf(program, answers)),
  },
  {
    name: "this engine: likewise, first places alone",
    run: () => tallyOf(program, stateOf(program, answers), { firstsOnly: true }),
  },
];
print(
  `Samples of “${id}”`,
  sampling.map(({ name }) => name),
  await timeInTurns(sampling, 3),
);

const whole: Task[] = [
  {
    name: `“${id}”: verdict, shares, next questions and flips`,
    run: () => everything(answers),
  },
  { name: `“${id}”: verdict, shares and next questions`, run: () => judge(table, answers) },
  {
    name: "eight answers: verdict, shares, next questions and flips",
    run: () => everything(eight),
  },
  { name: "eight answers: verdict, shares and next questions", run: () => judge(table, eight) },
  { name: "eight answers: findings it hangs on", run: () => findHangingCells(table, eight) },
];
print(
  "Everything a page says, over all completions",
  whole.map(({ name }) => name),
  await timeInTurns(whole, 1),
);
