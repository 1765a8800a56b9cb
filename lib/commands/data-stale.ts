import { reviewsOf } from "../data/check/check-kits";
import { compileTable } from "../data/compile";
import { loadKits } from "../data/kits";
import { parseMatrix, parseReference } from "../data/parse";
import { readJsonFiles } from "../data/read";
import { countDecisions } from "../freshness/decisions";
import { rankStale } from "../freshness/stale";

/**
 * Lists the cells to re-check first: how much of their time is used up, weighted by how many presets and scenarios they
 * decide. Options: --limit=20, --today=2027-03-01, --strict to fail when a cell that decides something is overdue.
 */

function option(name: string): string | undefined {
  const prefix = `--${name}=`;
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
}

const files = readJsonFiles();
const matrix = parseMatrix(files);
const today = option("today") ?? new Date().toISOString().slice(0, 10);
const situations = [...matrix.presets, ...matrix.scenarios].map(({ answers }) => answers);
const ranked = rankStale(
  matrix,
  parseReference(files),
  countDecisions(compileTable(matrix), situations),
  today,
);
const overdue = ranked.filter(({ isOverdue }) => isOverdue);
const deciding = ranked.filter(({ decides }) => decides > 0);
const limit = Number(option("limit") ?? 20);

console.log(`### Cells to re-check first, on ${today}\n`);
console.log(
  `${overdue.length} of ${ranked.length} cells are overdue. ${deciding.length} decide first place in at least one of ${situations.length} presets and scenarios.\n`,
);
console.log("| cell | decides | checked | again by | source |");
console.log("| --- | ---: | --- | --- | --- |");
for (const cell of ranked.slice(0, limit)) {
  const due = cell.isOverdue ? `**${cell.reviewBy}**` : cell.reviewBy;
  console.log(
    `| ${cell.capability} / ${cell.variant} | ${cell.decides} | ${cell.checked} | ${due} | ${cell.url} |`,
  );
}

const reviews = reviewsOf(loadKits());
const late = reviews.filter(({ reviewBy }) => reviewBy < today);
console.log(`\n### Versions and addresses of the kits\n`);
console.log(`${late.length} of ${reviews.length} are overdue.\n`);
console.log("| what | checked | again by | source |");
console.log("| --- | --- | --- | --- |");
for (const { id, checked, reviewBy, url } of reviews.slice(0, limit)) {
  console.log(
    `| ${id} | ${checked} | ${reviewBy < today ? `**${reviewBy}**` : reviewBy} | ${url} |`,
  );
}
const isLate = overdue.some(({ decides }) => decides > 0) || late.length > 0;
if (process.argv.includes("--strict") && isLate) process.exitCode = 1;
