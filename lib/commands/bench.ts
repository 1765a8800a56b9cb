import { cpus } from "node:os";
import { prepareBareLoop } from "../bench/bare-loop";
import { prepareJsonRules } from "../bench/json-rules";
import { preparePublicodes } from "../bench/publicodes";
import { compileTable } from "../data/compile";
import { parseMatrix } from "../data/parse";
import { evaluate } from "../engine/evaluate";
import { findFlips, findHangingCells } from "../engine/flips";
import { closeAnswers, judge } from "../engine/judge";
import { programOf, stateOf } from "../engine/program";
import { seed } from "../engine/stream";
import { tallyOf } from "../engine/tally";
import type { Answer, Answers } from "../engine/types";
import { readDataFiles } from "./read-data";

/**
 * Times the engine beside other ways of doing the same, in one process and in turns, so that noise hits all alike. Prints a
 * Markdown table of medians and ratios. Times are of this machine and this run; the ratios are what to compare.
 */

const matrix = parseMatrix(readDataFiles());
const table = compileTable(matrix);
const rounds = 25;

type Task = { readonly name: string; readonly run: () => unknown };

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Medians in milliseconds; the tasks take turns, the first rounds warm up. */
async function timeInTurns(tasks: readonly Task[], repeat: number): Promise<number[]> {
  const times = tasks.map((): number[] => []);
  for (let round = -5; round < rounds; round++) {
    for (const [index, task] of tasks.entries()) {
      const start = performance.now();
      for (let each = 0; each < repeat; each++) await task.run();
      const took = (performance.now() - start) / repeat;
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
    const start = performance.now();
    for (let each = 0; each < 3; each++) everything(answers);
    return { id, answers, took: performance.now() - start };
  });
  return timed.sort((a, b) => b.took - a.took)[0] ?? { id: "none", answers: {} };
}

/** Nothing left open: one completion, so that the hand-written loop does the same work. */
function answered(answers: Answers): Answers {
  const facts: Record<string, Answer> = {};
  for (const question of table.questions) {
    if (question.kind === "choice") facts[question.id] = question.values[0] ?? "";
    if (question.kind === "flags") facts[question.id] = [];
  }
  return closeAnswers(table, { ...facts, ...answers });
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
const bareLoop = prepareBareLoop(evaluation);

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
const { samples } = tallyOf(program, state);
const bareShares = bareLoop(samples, seed);
const possible = evaluation.variants.filter(({ exclusions }) => exclusions.length === 0);
judge(table, full).variants.forEach(({ id: variant, ranks }) => {
  const index = possible.findIndex((each) => each.variant === variant);
  const other = index < 0 ? 0 : (bareShares[index] ?? 0) / samples;
  if (Math.abs((ranks[0] ?? 0) - other) > 0.03)
    throw new Error(`the hand-written loop gives ${variant} ${other}, the engine ${ranks[0]}`);
});

console.log(
  `Node ${process.version}, ${cpus()[0]?.model.trim()}; data ${table.release}; the slowest preset is “${id}”; medians of ${rounds} rounds in turns.`,
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

const robustness: Task[] = [
  {
    name: `hand-written loop: first places of ${samples} samples`,
    run: () => bareLoop(samples, seed),
  },
  {
    name: `this engine: all places of options and variants, ${samples} samples`,
    run: () => tallyOf(program, state),
  },
];
print(
  "Samples, all answered",
  robustness.map(({ name }) => name),
  await timeInTurns(robustness, 1),
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
