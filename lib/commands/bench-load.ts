import { existsSync } from "node:fs";
import { writeBarePage } from "../bench/bare-page";
import { type Reading, readTogether } from "../bench/readers";
import { readCodes } from "./codes";
import { run } from "./run";
import { askOnce, cpuOf, type Served, serve } from "./served";

/**
 * Many readers at once, beside a bare Next.js page served by Next itself, in turns and in one run: what is kept, what is
 * new, a whole first visit, and how a server under load answers whoever asks whether it lives. Prints Markdown tables; fails
 * if a page was not answered as it should be. Rates are of this machine and this run; the ratios are what to compare.
 */

const readers = 200;
const rounds = 3;
const secondsPerTurn = Number(process.env.SECONDS ?? 10);
const newResults = 200;
const ours = ".next/standalone/main.cjs";

if (!existsSync(ours)) {
  console.error("There is no build to serve. Build first: npm run build");
  process.exit(1);
}

const { examples: codes, others: fresh } = readCodes(newResults);

const page = writeBarePage();
if ((await run("next", ["build", page.folder])) !== 0) process.exit(1);
const bare = await serve(page.server, "/");
const site = await serve(ours, "/healthz");

const underCodes = (...ends: string[]) =>
  codes.flatMap((code) => ends.map((end) => `/r/${code}${end}`));
const turns: readonly { name: string; port: number; paths: readonly string[] }[] = [
  { name: "a bare page", port: bare.port, paths: ["/"] },
  { name: "results of all examples", port: site.port, paths: underCodes("") },
  { name: "one result", port: site.port, paths: underCodes("").slice(0, 1) },
  { name: "plans and kits", port: site.port, paths: underCodes("/plan", "/kit") },
  { name: "embeds", port: site.port, paths: codes.map((code) => `/embed/${code}`) },
  {
    name: "cards, badges, exports",
    port: site.port,
    paths: underCodes("/card.svg", "/badge.svg", "/result.json", "/adr.md", "/fit.csv"),
  },
  {
    name: "matrix, method, feed, index",
    port: site.port,
    paths: [
      "/matrix.json",
      "/matrix.csv",
      "/method",
      "/matrix/retries",
      "/feed.xml",
      "/search-index.json",
    ],
  },
  { name: "/questions", port: site.port, paths: ["/questions"] },
];

const visit = { bare: await firstVisit(bare, "/"), ours: await firstVisit(site, `/r/${codes[0]}`) };
const cold = await askForNew();
const readings = turns.map((): Reading[] => []);
for (let round = 0; round < rounds; round++)
  for (const [index, { port, paths }] of turns.entries())
    readings[index]?.push(await readTogether(port, paths, readers, secondsPerTurn));
bare.child.kill();
site.child.kill();
report();

/** CPU of the server, in milliseconds, for a page and all it links, each asked for once; the median of nine. */
async function firstVisit(served: Served, path: string): Promise<{ cpu: number; files: number }> {
  const { body } = await askOnce(served.port, path);
  const files = [...body.matchAll(/(?:href|src)="(\/(?:_next|scripts|icon)[^"]*)"/g)].map(
    ([, file = ""]) => file.replaceAll("&amp;", "&"),
  );
  const all = [path, ...new Set(files)];
  const repeats = 20;
  const costs: number[] = [];
  for (let round = 0; round < 9; round++) {
    const before = cpuOf(served);
    for (let repeat = 0; repeat < repeats; repeat++)
      for (const each of all) await askOnce(served.port, each, "gzip, br");
    costs.push((cpuOf(served) - before) / repeats);
  }
  return { cpu: median(costs), files: all.length };
}

/** Asks for new results, all at once, and meanwhile again and again whether the server lives. */
async function askForNew() {
  const idle = await askHealth(async () => {
    for (let index = 0; index < 50; index++) await askOnce(site.port, "/healthz");
  });
  const statuses: Record<string, number> = {};
  const before = cpuOf(site);
  const begin = performance.now();
  const loaded = await askHealth(async () => {
    const answers = await Promise.all(
      fresh.map((code) => askOnce(site.port, `/r/${code}`, "gzip, br")),
    );
    for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1;
  });
  const seconds = (performance.now() - begin) / 1000;
  const computed = statuses[200] ?? 1;
  return { idle, loaded, statuses, seconds, cpu: (cpuOf(site) - before) / computed };
}

async function askHealth(during: () => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  let isOver = false;
  const work = during().finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const start = performance.now();
    const { status } = await askOnce(site.port, "/healthz");
    if (status !== 200) process.exitCode = 1;
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await work;
  return times.sort((a, b) => a - b);
}

function median(values: readonly number[]): number {
  return at(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function report(): void {
  const rates = readings.map((each) =>
    median(each.map(({ times, seconds }) => times.length / seconds)),
  );
  console.log(
    `\n${readers} readers at once, ${rounds} turns of ${secondsPerTurn} seconds each, medians of turns; Node ${process.version}.\n`,
  );
  console.log("| what | a second | to the bare page | median | slowest in 100 | errors |");
  console.log("|---|---:|---:|---:|---:|---:|");
  for (const [index, { name }] of turns.entries()) {
    const each = readings[index] ?? [];
    const times = each.flatMap((reading) => reading.times).sort((a, b) => a - b);
    const errors = each.flatMap((reading) => Object.entries(reading.errors));
    const printed = errors.map(([problem, count]) => `${count} × ${problem}`).join(", ") || "none";
    const ratio = (rates[index] ?? 0) / (rates[0] ?? 1);
    console.log(
      `| ${name} | ${rates[index]?.toFixed(0)} | ${ratio.toFixed(1)} | ${at(times, 0.5).toFixed(0)} ms | ${at(times, 0.99).toFixed(0)} ms | ${printed} |`,
    );
    if (errors.length > 0) process.exitCode = 1;
  }
  const { idle, loaded, statuses, seconds, cpu } = cold;
  const printed = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`);
  if (Object.keys(statuses).some((status) => status !== "200" && status !== "503"))
    process.exitCode = 1;
  console.log(
    `\n${newResults} new results asked for at once: ${printed.join(", ")} in ${seconds.toFixed(1)} s, ${cpu.toFixed(0)} ms of CPU each.\n`,
  );
  console.log("| /healthz | asked | median | slowest in 100 | slowest |");
  console.log("|---|---:|---:|---:|---:|");
  for (const [name, times] of [
    ["at rest", idle],
    ["meanwhile", loaded],
  ] as const)
    console.log(
      `| ${name} | ${times.length} | ${at(times, 0.5).toFixed(1)} ms | ${at(times, 0.99).toFixed(1)} ms | ${at(times, 1).toFixed(1)} ms |`,
    );
  console.log("\n| a first visit | files | CPU of the server |\n|---|---:|---:|");
  console.log(`| a bare page | ${visit.bare.files} | ${visit.bare.cpu.toFixed(1)} ms |`);
  console.log(`| a result | ${visit.ours.files} | ${visit.ours.cpu.toFixed(1)} ms |`);
}
