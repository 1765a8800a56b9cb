import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { numbered } from "@/lib/text/words";
import { checkData, fixData } from "../data/check/check-data";
import type { DataFile } from "../data/check/finding";
import { readSource } from "../data/check/syntax";
import { readKits, readTexts } from "../data/kits";
import { parseMatrix } from "../data/parse";
import { findBrokenCondition } from "../data/references";
import { checkKits } from "../kit/check/check-kits";
import { checkReleases } from "../release/frozen";
import { frozenReleases } from "../site/releases";
import { run } from "./run";

/**
 * Checks data/ without a network: shape, ids, order, references, evidence and prose. Each finding names file, line, path
 * and mend. With --fix it first mends what needs no thought.
 */

const root = "data";
const folders = ["", "capabilities/", "decisions/", "recognise/", "scenarios/"];

function readAll() {
  const names = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith(".json"))
      .map((name) => folder + name),
  );
  return names.map((file) => {
    const text = readFileSync(join(root, file), "utf8");
    return { file, text, source: readSource(text) };
  });
}

let sources = readAll();
const unreadable = sources.flatMap(({ file, source }) =>
  source.errors.map(({ line, message }) => `data/${file}:${line}: ${message}`),
);
if (unreadable.length > 0) {
  console.error(unreadable.join("\n"));
  process.exit(1);
}
const parse = () => sources.map(({ file, text }): DataFile => ({ file, json: JSON.parse(text) }));

if (process.argv.includes("--fix")) {
  const fixed = fixData(parse());
  for (const { file, json } of fixed)
    writeFileSync(join(root, file), `${JSON.stringify(json, null, 2)}\n`);
  if (fixed.length > 0)
    await run("biome", ["format", "--write", ...fixed.map(({ file }) => join(root, file))]);
  for (const { file } of fixed) console.log(`Fixed data/${file}`);
  sources = readAll();
}

const findings = checkData(parse());
const lines = findings.map(({ file, path, message }) => {
  const line = sources.find((each) => each.file === file)?.source.lineOf(path);
  const place = path.length > 0 ? ` ${path.map(String).join(".")}:` : "";
  return `data/${file}${path.length > 0 && line ? `:${line}` : ""}:${place} ${message}`;
});
lines.push(...checkReleases(`${root}/releases`, frozenReleases));
if (findings.length === 0) lines.push(...checkKitData());

/** data/kits, which refers to questions, variants and the plan's duties. */
function checkKitData(): string[] {
  const files = Object.fromEntries(parse().map(({ file, json }) => [file, json]));
  const matrix = parseMatrix(files);
  const { layers } = files["layers.json"] as {
    layers: { duties: { id: string }[] }[];
  };
  try {
    return checkKits(readKits(readTexts(join(root, "kits"))), {
      variants: matrix.variants.map(({ id }) => id),
      questions: matrix.questions,
      duties: layers.flatMap(({ duties }) => duties.map(({ id }) => id)),
      findBrokenCondition: (condition) => findBrokenCondition(matrix.questions, condition),
      asOf: matrix.release.asOf,
    });
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
if (lines.length > 0) {
  console.error([...new Set(lines)].sort().join("\n"));
  console.error(`\n${numbered(lines.length, "finding")} in data/.`);
  process.exit(1);
}
console.log(`data/ holds together: ${sources.length} files.`);
