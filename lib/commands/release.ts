import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { decodeCode, encodeAnswers } from "../answers/code";
import { compileTable } from "../matrix/compile";
import { parseMatrix } from "../matrix/parse";
import { findBrokenReferences } from "../matrix/references";
import { drawAnswers } from "../release/draw-answers";
import { replayResult } from "../release/replay";
import { readDataFiles } from "./read-data";

/**
 * Freezes the data of this tree under the id in data/release.json: its scoring table, its place in the list, and a corpus
 * of codes with the results they give. Refuses to touch a release that exists.
 */

const matrix = parseMatrix(readDataFiles());
const broken = findBrokenReferences(matrix);
if (broken.length > 0) {
  console.error(broken.join("\n"));
  process.exit(1);
}
const { id, asOf } = matrix.release;
const path = `data/releases/${id}.json`;
if (existsSync(path)) {
  console.error(
    `${path} exists. A release is never edited: give data/release.json a new id first.`,
  );
  process.exit(1);
}

const listPath = "data/releases/index.json";
const list: { id: string; asOf: string }[] = existsSync(listPath)
  ? JSON.parse(readFileSync(listPath, "utf8"))
  : [];
const index = list.length;
const table = compileTable(matrix);
const frozen = `${JSON.stringify(table)}\n`;
const answered = [
  {},
  ...matrix.presets.map(({ answers }) => answers),
  ...matrix.scenarios.map(({ answers }) => answers),
  ...drawAnswers(table, 60),
];
const corpus = answered.map((given) => {
  const code = encodeAnswers(matrix.slots, given, index);
  const decoded = decodeCode(matrix.slots, code, index + 1);
  if (!decoded.ok) throw new Error(`${code} does not decode: ${decoded.problem}`);
  const { answers } = decoded;
  return { code, answers, result: replayResult(table, answers) };
});
writeFileSync(path, frozen);
writeFileSync(
  `data/releases/${id}.corpus.json`,
  `${corpus
    .map((entry) => JSON.stringify(entry))
    .join(",\n")
    .replace(/^/, "[\n")}\n]\n`,
);
writeFileSync(
  `data/releases/${id}.sha256`,
  `${createHash("sha256").update(frozen).digest("hex")}\n`,
);
writeFileSync(listPath, `${JSON.stringify([...list, { id, asOf }], null, 2)}\n`);
console.log(`Froze ${id} as release ${index}: ${corpus.length} codes in its corpus.`);
