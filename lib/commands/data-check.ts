import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fixData } from "../data/check/check-data";
import { describeFinding } from "../data/check/finding";
import { readJsonFiles } from "../data/read";
import { checkFolder } from "../site/check-folder";
import { numbered } from "../text/words";
import { run } from "./run";

/**
 * Checks data/ without a network: shape, ids, order, references, evidence, prose, kits and frozen releases. Each finding
 * names file, line, path and what to change. With --fix it first does what needs no thought.
 */

const root = "data";

let checked = checkFolder(root);

if (process.argv.includes("--fix") && [...checked.sources.values()].every(isReadable)) {
  const fixed = fixData(
    Object.entries(readJsonFiles(root)).map(([file, json]) => ({ file, json })),
  );
  for (const { file, json } of fixed)
    writeFileSync(join(root, file), `${JSON.stringify(json, null, 2)}\n`);
  if (fixed.length > 0)
    await run("biome", ["format", "--write", ...fixed.map(({ file }) => join(root, file))]);
  for (const { file } of fixed) console.log(`Fixed data/${file}`);
  checked = checkFolder(root);
}

function isReadable({ errors }: { readonly errors: readonly unknown[] }): boolean {
  return errors.length === 0;
}

const { findings, sources } = checked;
const lines = new Set(
  findings.map((finding) =>
    describeFinding(
      finding,
      finding.path.length > 0 ? sources.get(finding.file)?.lineOf(finding.path) : undefined,
    ),
  ),
);
if (lines.size > 0) {
  console.error([...lines].sort().join("\n"));
  console.error(`\n${numbered(lines.size, "finding")} in data/.`);
  process.exit(1);
}
console.log(`data/ holds together: ${sources.size} files, the kits and the frozen releases.`);
