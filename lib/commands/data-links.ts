import { evidenceOf } from "../data/findings";
import { parseMatrix, parseReference } from "../data/parse";
import { readJsonFiles } from "../data/read";
import { parseRecognition } from "../data/recognition";
import { checkLinks } from "../freshness/links";

/**
 * Asks whether the pages that the data cites are still there. It opens the network, so it runs on a schedule and only when
 * told so: npm run data:links -- --online
 */

if (!process.argv.includes("--online")) {
  console.error(
    "This asks some hundred servers of other people. Run it on a schedule, not for each change: npm run data:links -- --online",
  );
  process.exit(2);
}

const files = readJsonFiles();
const matrix = parseMatrix(files);
const reference = parseReference(files);
const cited = new Map<string, string[]>();
function cite(url: string, by: string) {
  const address = url.split("#")[0] ?? url;
  cited.set(address, [...(cited.get(address) ?? []), by]);
}
for (const { id, cells } of matrix.capabilities)
  for (const [variant, cell] of Object.entries(cells))
    for (const { url } of evidenceOf(cell)) cite(url, `${id} / ${variant}`);
for (const { id, sources } of matrix.burdens)
  for (const { url } of sources) cite(url, `burden ${id}`);
for (const { id, sources } of matrix.rules) for (const { url } of sources) cite(url, `rule ${id}`);
for (const { id, source } of matrix.scenarios) if (source.url) cite(source.url, `scenario ${id}`);
for (const { id, source } of matrix.decisions) if (source.url) cite(source.url, `decision ${id}`);
for (const { id, source } of reference.terms) cite(source.url, `term ${id}`);
for (const { id, sources } of reference.offers)
  for (const { url } of sources) cite(url, `offer ${id}`);
for (const { id, source } of reference.milestones) cite(source.url, `date ${id}`);
for (const { id, source } of parseRecognition(files, reference).things)
  cite(source.url, `recognised ${id}`);

const results = await checkLinks([...cited.keys()], fetch);
const bad = results.filter(({ state }) => state !== "fine");
console.log(`### Links\n\n${results.length} asked, ${results.length - bad.length} fine.\n`);
if (bad.length > 0) {
  console.log("| state | answer | address | cited by |");
  console.log("| --- | --- | --- | --- |");
  for (const { url, state, detail } of bad)
    console.log(`| ${state} | ${detail} | ${url} | ${(cited.get(url) ?? []).join(", ")} |`);
}
if (bad.some(({ state }) => state === "gone")) process.exitCode = 1;
