import { writeFileSync } from "node:fs";
import { describeFinding } from "../data/check/finding";
import { compileTable } from "../data/compile";
import { parseMatrix } from "../data/parse";
import { readJsonFiles } from "../data/read";
import { findBrokenReferences } from "../data/references";
import { reportTrial } from "../decisions/report-trial";
import { runTrial } from "../decisions/run-trial";
import { loadRelease } from "../release/frozen";
import { frozenReleases } from "../site/releases";
import { run } from "./run";

/**
 * Judges every published decision by completions from the others only, beside three baselines, and prints how well. With
 * --write the figures go to data/trial.json, which the method page shows; with --cases every decision is listed.
 */

const matrix = parseMatrix(readJsonFiles());
const broken = findBrokenReferences(matrix).map((finding) => describeFinding(finding));
if (broken.length > 0) {
  console.error(broken.join("\n"));
  process.exit(1);
}
const editionOne = frozenReleases[2];
if (!editionOne)
  throw new Error("data/releases/index.json lists no third release, the last of edition 1");

const table = compileTable(matrix);
const trial = runTrial(matrix, table, loadRelease("data/releases", editionOne));
if (process.argv.includes("--write")) {
  const report = JSON.stringify(reportTrial(matrix, table, trial), null, 2);
  writeFileSync("data/trial.json", `${report}\n`);
  await run("biome", ["format", "--write", "data/trial.json"]);
}
const options = matrix.options.map(({ id }) => id);
const pad = (text: string | number, width: number) => String(text).padEnd(width);

for (const group of trial.groups) {
  console.log(`\n# ${group.label}: ${group.cases} decisions`);
  console.log(pad("judged by", 34), pad("exact", 7), pad("acceptable", 11), "Brier");
  for (const { label, scores } of group.judges)
    console.log(
      pad(label, 34),
      pad(scores.exact, 7),
      pad(scores.acceptable, 11),
      scores.brier.toFixed(3),
    );
  for (const [title, rows] of [
    ["share shown", group.bands],
    ["word", group.words],
  ] as const) {
    console.log(`\n${pad(title, 14)} cases  shown  chosen  acceptable`);
    for (const { label, cases, shown, exact, acceptable } of rows) {
      const of = (count: number) => (cases === 0 ? "–" : `${Math.round((100 * count) / cases)} %`);
      console.log(
        pad(label, 14),
        pad(cases, 6),
        pad(cases === 0 ? "–" : shown.toFixed(0), 6),
        pad(of(exact), 7),
        of(acceptable),
      );
    }
  }
  console.log(`\n${pad("chosen \\ first", 14)} ${options.map((id) => pad(id, 9)).join("")}`);
  for (const chosen of options)
    console.log(
      pad(chosen, 14),
      options.map((first) => pad(group.confusion[chosen]?.[first] ?? 0, 9)).join(""),
    );
}

console.log("\n# Most informative questions, mean bits over the decisions");
for (const { question, bits, quick } of trial.informative.slice(0, 12))
  console.log(pad(question, 16), bits.toFixed(3), quick ? "quick path" : "");

if (process.argv.includes("--cases")) {
  console.log("\n# Cases");
  for (const { decision, said, exact, acceptable } of trial.tried)
    console.log(
      exact ? "=" : acceptable ? "~" : "!",
      pad(decision.id, 24),
      pad(decision.choice.variant ?? decision.choice.option, 20),
      pad(said.variant ?? said.first, 20),
      pad(said.word ?? "", 10),
      Object.entries(said.shares)
        .map(([id, share]) => `${id} ${Math.round(share)}`)
        .join(", "),
    );
}
