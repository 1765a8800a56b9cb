import { existsSync } from "node:fs";
import { get } from "node:http";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { readCodes } from "./codes";
import { askOnce, cpuOf, memoryOf, serve } from "./served";

/**
 * Half an hour of what a public server meets: readers of what is kept, readers of new results, readers who leave, who read
 * slowly or not at all, and who send their request a byte at a time. Prints memory and answers as a Markdown table; fails at
 * a 5xx other than 503, an answer that never comes, or memory that goes on growing.
 */

const minutes = Number(process.env.MINUTES ?? 30);
const rows = 10;
/** A reader who is not served ends after this: longer than every limit of the server. */
const patience = 45_000;
const ours = ".next/standalone/main.cjs";

if (!existsSync(ours)) {
  console.error("There is no build to serve. Build first: npm run build");
  process.exit(1);
}

const { examples, others } = readCodes(Math.ceil(minutes * 150));
const site = await serve(ours, "/healthz", { SITE_URL: "https://mesh.example.org" });
if ((await askOnce(site.port, `/r/${others[0]}`)).status !== 200) {
  console.error(
    "The build cannot open a new result: it is of other data. Build again: npm run build",
  );
  site.child.kill();
  process.exit(1);
}
const ends = ["", "", "", "/plan", "/kit", "/card.svg", "/result.json", "/adr.md"];
const files = [
  "/",
  "/questions",
  "/matrix",
  "/matrix.json",
  "/method",
  "/feed.xml",
  "/search?q=tls",
];

const begin = performance.now();
const isOver = () => performance.now() - begin > minutes * 60_000;
const counts: Record<string, number> = {};
const health: number[] = [];
let next = 0;
let left = 0;

const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;
const hotPath = () => (Math.random() < 0.7 ? `/r/${pick(examples)}${pick(ends)}` : pick(files));
const newPath = () => `/r/${others[next++ % others.length]}`;

/** Does this again and again, with pauses of this many milliseconds, until the time is over. */
const again = async (pause: number, act: () => Promise<void>) => {
  while (!isOver()) {
    await act();
    await wait(pause);
  }
};
const many = (count: number, pause: number, act: () => Promise<void>) =>
  Array.from({ length: count }, () => again(pause, act));

/** Reads one page to its end, and counts how it was answered. */
async function read(path: string): Promise<void> {
  const late = wait(patience, "no answer", { ref: false });
  const asked = askOnce(site.port, path, pick(["br", "gzip, br", "gzip", "identity"])).then(
    ({ status }) => String(status),
    (error) => String(error.code ?? error.message),
  );
  count(await Promise.race([asked, late]));
}

function count(what: string): void {
  counts[what] = (counts[what] ?? 0) + 1;
}

/** Asks, and leaves before or while it is answered. */
async function leave(): Promise<void> {
  const path = Math.random() < 0.5 ? newPath() : hotPath();
  const request = get({ host: "127.0.0.1", port: site.port, path, agent: false });
  request.on("error", () => {});
  request.on("response", (response) => response.on("error", () => {}));
  await wait(Math.random() * 200);
  request.destroy();
  left += 1;
}

/** Writes these parts with pauses, never reads, and resolves when the server ends it: as it must. */
async function hold(parts: readonly string[], pause: number): Promise<void> {
  const socket = connect(site.port, "127.0.0.1");
  socket.on("error", () => {});
  socket.pause();
  const closed = new Promise<string>((resolve) => socket.once("close", () => resolve("ended")));
  const write = async () => {
    for (const part of parts) {
      if (socket.destroyed) return;
      socket.write(part);
      await wait(pause);
    }
    // Nothing tells one who does not read that the other side has closed.
    await wait(patience);
    socket.resume();
  };
  void write();
  const end = await Promise.race([closed, wait(3 * patience, "held open", { ref: false })]);
  count(end);
  socket.destroy();
}

const asks = (path: string) => `GET ${path} HTTP/1.1\r\nhost: a\r\n\r\n`;

async function watch(): Promise<void> {
  const start = performance.now();
  await read("/healthz");
  health.push(performance.now() - start);
}

const memory: number[] = [];
console.log("| minutes | memory | new results | answers | 503 | left | health, slowest in 100 |");
console.log("|---:|---:|---:|---:|---:|---:|---:|");
async function note(): Promise<void> {
  for (let row = 1; row <= rows; row++) {
    const until = begin + (row * minutes * 60_000) / rows;
    const samples: number[] = [];
    while (performance.now() < until) {
      await wait(Math.min(1000, Math.max(1, until - performance.now())));
      samples.push(memoryOf(site));
    }
    const mean = samples.reduce((sum, each) => sum + each, 0) / samples.length;
    memory.push(mean);
    const slowest = health.sort((a, b) => a - b)[Math.floor(health.length * 0.99)] ?? 0;
    console.log(
      `| ${((row * minutes) / rows).toFixed(0)} | ${mean.toFixed(0)} MB | ${next} | ${counts[200]} | ${counts[503] ?? 0} | ${left} | ${slowest.toFixed(0)} ms |`,
    );
    health.length = 0;
  }
}

await Promise.all([
  note(),
  ...many(10, 100, () => read(hotPath())),
  ...many(1, 500, () => read(newPath())),
  ...many(3, 500, leave),
  ...many(1, 50, watch),
  // A megabyte asked for many times over, and none of it taken.
  ...many(2, 1000, () => hold(Array(20).fill(asks("/matrix.json")), 10)),
  ...many(2, 1000, () => hold([...asks(hotPath())], 400)),
  ...many(1, 1000, () =>
    hold(["POST /mcp HTTP/1.1\r\nhost: a\r\ncontent-length: 900\r\n\r\n{"], 1),
  ),
]);

const wrong = Object.keys(counts).filter((each) => !["200", "503", "ended"].includes(each));
const [early = 0, late = 0] = [memory[3], memory.at(-1)];
console.log(
  `\nIn ${minutes} minutes: ${Object.entries(counts)
    .map(([what, times]) => `${times} × ${what}`)
    .join(", ")}; ${(cpuOf(site) / 1000).toFixed(0)} s of CPU.`,
);
if (wrong.length > 0) console.error(`Not answered as they should be: ${wrong.join(", ")}.`);
// After the caches are full, memory may go up and down, not up and up.
if (late > early * 1.1)
  console.error(`Memory grew from ${early.toFixed(0)} to ${late.toFixed(0)} MB.`);
if (wrong.length > 0 || late > early * 1.1) process.exitCode = 1;
site.child.kill();
