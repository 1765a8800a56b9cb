import { cpus } from "node:os";
import { prepareBareLoop } from "../bench/bare-loop";
import { prepareJsonRules } from "../bench/json-rules";
import { preparePublicodes } from "../bench/publicodes";
import {
  acceptabilitySamples,
  acceptabilitySeed,
  rankAcceptability,
} from "../engine/acceptability";
import { holds } from "../engine/condition";
import { evaluate } from "../engine/evaluate";
import { findFlips, findHangingCells } from "../engine/flips";
import type { Answers } from "../engine/types";
import { compileTable } from "../matrix/compile";
import { parseMatrix } from "../matrix/parse";
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

function worstPreset(): { readonly id: string; readonly answers: Answers } {
  const timed = matrix.presets.map(({ id, answers }) => {
    const start = performance.now();
    for (let each = 0; each < 3; each++) {
      rankAcceptability(evaluate(table, answers));
      findFlips(table, answers);
      findHangingCells(table, answers);
    }
    return { id, answers, took: performance.now() - start };
  });
  return timed.sort((a, b) => b.took - a.took)[0] ?? { id: "none", answers: {} };
}

worstPreset();
const { id, answers } = worstPreset();
const evaluation = evaluate(table, answers);
const jsonRules = prepareJsonRules(table);
const publicodes = preparePublicodes(evaluation);
const bareLoop = prepareBareLoop(evaluation);

const ownRules = () =>
  table.rules.filter(({ when }) => holds(when, answers)).map((rule) => rule.id);
const fired = await jsonRules(answers);
if (fired.join() !== ownRules().sort().join())
  throw new Error(`json-rules-engine fires other rules: ${fired.join(", ")}`);
const sums = publicodes();
evaluation.variants.forEach(({ variant, points }, index) => {
  if (sums[index] !== points)
    throw new Error(`publicodes gives ${variant} ${sums[index]} points, the engine ${points}`);
});

console.log(
  `Node ${process.version}, ${cpus()[0]?.model.trim()}; data ${table.release}; the slowest preset is “${id}”; medians of ${rounds} rounds in turns.`,
);

const rules: Task[] = [
  { name: "this engine: which rules fire", run: ownRules },
  { name: "json-rules-engine: the same rules", run: () => jsonRules(answers) },
];
print(
  "Rules",
  rules.map(({ name }) => name),
  await timeInTurns(rules, 20),
);

const scoring: Task[] = [
  {
    name: "this engine: one answer set, rules, exclusions, scores and ranking",
    run: () => evaluate(table, answers),
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
    name: `hand-written loop: first places of ${acceptabilitySamples} samples`,
    run: () => bareLoop(acceptabilitySamples, acceptabilitySeed),
  },
  {
    name: `this engine: all places of options and variants, ${acceptabilitySamples} samples`,
    run: () => rankAcceptability(evaluation),
  },
  {
    name: "flips: every single change, sets of two and three",
    run: () => findFlips(table, answers),
  },
  { name: "findings it hangs on", run: () => findHangingCells(table, answers) },
  {
    name: "acceptability, flips and hanging findings together",
    run: () => {
      rankAcceptability(evaluate(table, answers));
      findFlips(table, answers);
      findHangingCells(table, answers);
    },
  },
];
print(
  "Robustness",
  robustness.map(({ name }) => name),
  await timeInTurns(robustness, 1),
);
