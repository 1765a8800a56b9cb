import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { decodeCode, encodeAnswers } from "../answers/code";
import { describeFinding } from "../data/check/finding";
import { compileTable } from "../data/compile";
import { parseMatrix } from "../data/parse";
import { readJsonFiles } from "../data/read";
import { findBrokenReferences } from "../data/references";
import { frozenReleaseSchema } from "../data/release-schema";
import { bundleEngine } from "../release/bundle";
import { drawAnswers } from "../release/draw-answers";
import { checkReleases, fingerprintOf, releaseFiles } from "../release/frozen";
import { replayResult } from "../release/replay";

/**
 * Freezes the data of this tree under the id in data/release.json: its scoring table, the engine that reads it, a corpus
 * of codes with the results they give, the fingerprint of each, and its place in the list. Refuses to touch a release
 * that exists.
 */

function fail(...problems: readonly string[]): never {
  console.error(problems.join("\n"));
  process.exit(1);
}

const matrix = parseMatrix(readJsonFiles());
const broken = findBrokenReferences(matrix).map((finding) => describeFinding(finding));
if (broken.length > 0) fail(...broken);

const root = "data/releases";
const listPath = `${root}/index.json`;
const list = z
  .array(frozenReleaseSchema)
  .parse(existsSync(listPath) ? JSON.parse(readFileSync(listPath, "utf8")) : []);
const { id, asOf } = matrix.release;
const folder = `${root}/${id}`;
if (existsSync(folder) || list.some((release) => release.id === id))
  fail(`${folder} exists. A release is never edited: give data/release.json a new id first.`);
const edited = checkReleases(root, list).map((finding) => describeFinding(finding));
if (edited.length > 0) fail(...edited);

const index = list.length;
const table = compileTable(matrix);
const answered = [
  {},
  ...matrix.presets.map(({ answers }) => answers),
  ...matrix.scenarios.map(({ answers }) => answers),
  ...drawAnswers(table, 60),
];
const corpus = answered.map((given) => {
  const code = encodeAnswers(matrix.slots, given, index);
  const decoded = decodeCode(matrix.slots, code, index + 1);
  if (!decoded.ok || decoded.release !== index)
    fail(
      `A code cannot carry release ${index}: ${code} comes back as ${decoded.ok ? `release ${decoded.release}` : decoded.problem}.`,
      "Widen what lib/answers/code.ts writes for the release, leaving every older code as it is.",
    );
  const { answers } = decoded;
  return { code, answers, result: replayResult(table, answers) };
});
const texts = {
  table: `${JSON.stringify(table)}\n`,
  engine: bundleEngine(id),
  corpus: `[\n${corpus.map((entry) => JSON.stringify(entry)).join(",\n")}\n]\n`,
};
mkdirSync(folder);
for (const part of ["table", "engine", "corpus"] as const)
  writeFileSync(`${folder}/${releaseFiles[part]}`, texts[part]);
const release = {
  id,
  asOf,
  table: fingerprintOf(texts.table),
  engine: fingerprintOf(texts.engine),
  corpus: fingerprintOf(texts.corpus),
};
writeFileSync(listPath, `${JSON.stringify([...list, release], null, 2)}\n`);
console.log(`Froze ${id} as release ${index}: ${corpus.length} codes in its corpus.`);
