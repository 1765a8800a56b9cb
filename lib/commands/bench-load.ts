import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { get } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { encodeAnswers } from "../answers/code";
import { writeBarePage } from "../bench/bare-page";
import { type Reading, readTogether } from "../bench/readers";
import { parseMatrix } from "../matrix/parse";
import { currentRelease } from "../matrix/releases";
import { listenOnce } from "./port";
import { readDataFiles } from "./read-data";
import { run } from "./run";

/**
 * Many readers at once of embeds and results, beside a bare Next.js page served the same way, in turns and in one run. Prints a
 * Markdown table; fails if a page was not answered with 200. Rates are of this machine and this run; the ratios are what to
 * compare.
 */

const readers = 200;
const rounds = 3;
const secondsPerTurn = 20;
const ours = ".next/standalone/server.js";

if (!existsSync(ours)) {
  console.error("There is no build to serve. Build first: npm run build");
  process.exit(1);
}

const { presets, slots } = parseMatrix(readDataFiles());
const codes = presets.map(({ answers }) => encodeAnswers(slots, answers, currentRelease));

async function serve(server: string): Promise<{ port: number; child: ChildProcess }> {
  const port = await listenOnce(0);
  const env = { ...process.env, PORT: String(port), HOSTNAME: "127.0.0.1" };
  const child = spawn(process.execPath, [server], { env, stdio: "ignore" });
  for (let tries = 0; tries < 100 && child.exitCode === null; tries++) {
    await wait(200);
    const answered = await new Promise((resolve) => {
      get({ host: "127.0.0.1", port }, (response) => resolve(response.resume().statusCode)).once(
        "error",
        () => resolve(undefined),
      );
    });
    if (answered === 200) return { port, child };
  }
  throw new Error(`${server} did not start.`);
}

const page = writeBarePage();
if ((await run("next", ["build", page.folder])) !== 0) process.exit(1);
const bare = await serve(page.server);
const site = await serve(ours);

const turns = [
  { name: "a bare page", port: bare.port, paths: ["/"] },
  { name: "embeds", port: site.port, paths: codes.map((code) => `/embed/${code}`) },
  { name: "results", port: site.port, paths: codes.map((code) => `/r/${code}`) },
  {
    name: "embeds and results in turns",
    port: site.port,
    paths: codes.flatMap((code) => [`/embed/${code}`, `/r/${code}`]),
  },
];

const readings = turns.map((): Reading[] => []);
for (let round = 0; round < rounds; round++) {
  for (const [index, { port, paths }] of turns.entries()) {
    readings[index]?.push(await readTogether(port, paths, readers, secondsPerTurn));
  }
}
bare.child.kill();
site.child.kill();

const rates = readings.map((each) => {
  const seconds = each.reduce((sum, reading) => sum + reading.seconds, 0);
  return each.flatMap(({ times }) => times).length / seconds;
});

console.log(
  `\n${readers} readers at once, ${rounds} turns of ${secondsPerTurn} seconds each; Node ${process.version}.\n`,
);
console.log(
  "| what | pages read | a second | to the bare page | median | slowest in 100 | errors |",
);
console.log("|---|---:|---:|---:|---:|---:|---:|");
for (const [index, { name }] of turns.entries()) {
  const each = readings[index] ?? [];
  const times = each.flatMap((reading) => reading.times).sort((a, b) => a - b);
  const at = (share: number) =>
    `${((times[Math.floor(times.length * share)] ?? 0) / 1000).toFixed(2)} s`;
  const errors = each.flatMap((reading) => Object.entries(reading.errors));
  const told = errors.map(([problem, count]) => `${count} × ${problem}`).join(", ") || "none";
  const ratio = (rates[index] ?? 0) / (rates[0] ?? 1);
  console.log(
    `| ${name} | ${times.length} | ${rates[index]?.toFixed(0)} | ${ratio.toFixed(2)} | ${at(0.5)} | ${at(0.99)} | ${told} |`,
  );
  if (errors.length > 0) process.exitCode = 1;
}
