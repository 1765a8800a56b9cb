import { execFileSync } from "node:child_process";
import { compileTable } from "../data/compile";
import { parseMatrix } from "../data/parse";
import { isDataFile, readJsonFiles } from "../data/read";
import { describeDataDiff } from "../freshness/data-diff";

/** Prints what a change of the data does to presets and scenarios, as Markdown: npm run data:diff -- main */

function git(...args: readonly string[]): string {
  return execFileSync("git", args, { encoding: "utf8", maxBuffer: 1 << 26 });
}

function readAt(ref: string): Record<string, unknown> {
  const names = git("ls-tree", "-r", "--name-only", ref, "--", "data/")
    .split("\n")
    .map((name) => name.slice("data/".length))
    .filter(isDataFile);
  return Object.fromEntries(
    names.map((name) => [name, JSON.parse(git("show", `${ref}:data/${name}`))]),
  );
}

const ref = process.argv[2];
if (!ref) {
  console.error("Name what to compare with, say a branch: npm run data:diff -- main");
  process.exit(2);
}
try {
  git("rev-parse", "--verify", "--quiet", `${ref}^{commit}`);
} catch {
  console.error(`Git knows no commit called "${ref}".`);
  process.exit(2);
}
const read = (files: Record<string, unknown>) => {
  const matrix = parseMatrix(files);
  return { matrix, table: compileTable(matrix) };
};
const after = read(readJsonFiles());
let before: ReturnType<typeof read>;
try {
  before = read(readAt(ref));
} catch (error) {
  console.error(
    `The data at ${ref} has another shape than the code here reads, so results cannot be compared.\n${error}`,
  );
  process.exit(2);
}
console.log(describeDataDiff(before, after, ref));
