import { existsSync } from "node:fs";
import { connect } from "node:net";
import { readCodes } from "./codes";
import { isDue } from "./due";
import { createMutator, type Hostile } from "./mutate";
import { askOnce, memoryOf, serve } from "./served";

/**
 * Sends hostile requests over bare sockets: addresses, queries, headers, methods, bodies and framing out of order, clients
 * that leave or say only half. Fails at a 5xx that is not due, a connection nobody ends, a server that stops to answer, or
 * memory over its bound. REQUESTS and SEED repeat a run.
 */

const requests = Number(process.env.REQUESTS ?? 50_000);
const seed = Number(process.env.SEED ?? 1);
const atOnce = 64;
/** Longer than every limit of the server. */
const patience = 50_000;
const mostMemory = 1000;
const ours = ".next/standalone/main.cjs";

if (!existsSync(ours)) {
  console.error("There is no build to serve. Build first: npm run build");
  process.exit(1);
}
const { examples, others } = readCodes(60);
const next = createMutator([...examples, ...others], seed);
const site = await serve(ours, "/healthz", { WAITING: "1000" });

const counts = new Map<string, number>();
const wrong = new Map<string, number>();
let sent = 0;
let memory = 0;
let slowest = 0;

/** Sends it, and resolves to everything that came back until the connection ended. */
function send({ bytes, cutAt, isHalfOpen }: Hostile): Promise<string | undefined> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect({ port: site.port, host: "127.0.0.1", allowHalfOpen: true }, () => {
      if (cutAt !== undefined)
        socket.write(bytes.subarray(0, cutAt), () =>
          setTimeout(() => socket.destroy(), cutAt % 50),
        );
      else if (isHalfOpen) socket.end(bytes);
      else socket.write(bytes);
    });
    const late = setTimeout(() => {
      resolve(undefined);
      socket.destroy();
    }, patience);
    socket.setEncoding("latin1");
    socket.on("data", (part: string) => {
      if (text.length < 20_000) text += part;
    });
    socket.on("end", () => socket.end());
    socket.on("error", () => {});
    socket.on("close", () => {
      clearTimeout(late);
      resolve(text);
    });
  });
}

/** Counts a problem, and prints its first example at once. */
function note(problem: string, { bytes }: Hostile, said: string): void {
  const times = wrong.get(problem) ?? 0;
  wrong.set(problem, times + 1);
  if (times > 0) return;
  const asked = JSON.stringify(bytes.toString("latin1").slice(0, 1500));
  console.error(`\n${problem}\n${asked}\n${JSON.stringify(said.slice(0, 400))}`);
}

function judge(hostile: Hostile, said: string | undefined): string {
  if (said === undefined) {
    note(`held open: ${hostile.kind}`, hostile, "");
    return "held";
  }
  const statuses = [...said.matchAll(/(?:^|\n|\}|>)HTTP\/1\.1 (\d{3}) /g)].map(
    ([, status = ""]) => status,
  );
  for (const status of statuses)
    if (status.startsWith("5") && !isDue(status, hostile.bytes.toString("latin1")))
      note(`${status}: ${hostile.path.split(/[?]/)[0]?.slice(0, 40)}`, hostile, said);
  const head = said.slice(0, said.indexOf("\r\n\r\n"));
  if (statuses[0] === "503" && !/\nretry-after: /i.test(head))
    note("503 without Retry-After", hostile, said);
  if (/\nset-cookie: /i.test(head)) note("a header got in", hostile, said);
  if (/\nlocation: (?:\w+:)?\/\/(?!127\.0\.0\.1)/i.test(head))
    note("leads to another site", hostile, said);
  return statuses[0] ?? "closed";
}

async function work(): Promise<void> {
  while (sent < requests) {
    sent += 1;
    const hostile = next();
    const start = performance.now();
    const what = judge(hostile, await send(hostile));
    slowest = Math.max(slowest, performance.now() - start);
    counts.set(what, (counts.get(what) ?? 0) + 1);
    if (sent % 500 === 0) memory = Math.max(memory, memoryOf(site));
    if (sent % 5000 === 0) console.log(`${sent} sent, ${memory.toFixed(0)} MB`);
  }
}

const begin = performance.now();
await Promise.all(Array.from({ length: atOnce }, work));
const { status } = await askOnce(site.port, `/r/${examples[0]}`);
const told = [...counts].sort(([, a], [, b]) => b - a).map(([what, count]) => `${count} × ${what}`);
console.log(
  `${sent} hostile requests (seed ${seed}) in ${((performance.now() - begin) / 1000).toFixed(0)} s: ${told.join(", ")}.`,
);
console.log(
  `At most ${memory.toFixed(0)} MB of memory; the slowest ended after ${(slowest / 1000).toFixed(1)} s; a result afterwards: ${status}.`,
);
for (const [problem, times] of wrong) console.error(`${times} × ${problem}`);
if (wrong.size > 0 || status !== 200 || memory > mostMemory) process.exitCode = 1;
site.child.kill();
