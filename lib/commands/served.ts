import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { listenOnce } from "./port";

/** A server that runs beside the benchmark. */
export interface Served {
  readonly port: number;
  readonly child: ChildProcess;
}

const agent = new Agent({ keepAlive: true });

/** Starts a server and waits until it answers this path with 200. */
export async function serve(
  server: string,
  path: string,
  own: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const port = await listenOnce(0);
  const host = { PORT: String(port), HOSTNAME: "127.0.0.1", HOST: "127.0.0.1" };
  const env = { ...process.env, ...host, ...own };
  // What a server says went wrong is read by whoever runs this.
  const child = spawn(process.execPath, [server], { env, stdio: ["ignore", "ignore", "inherit"] });
  for (let tries = 0; tries < 1500 && child.exitCode === null; tries++) {
    await wait(200);
    const answer = await askOnce(port, path).catch(() => undefined);
    if (answer?.status === 200) return { port, child };
  }
  child.kill();
  throw new Error(`${server} did not start.`);
}

/** Asks for a page once, and reads it to its end; its text can be read if no coding is accepted. */
export function askOnce(
  port: number,
  path: string,
  coding = "identity",
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = { "accept-encoding": coding };
    const request = get({ agent, host: "127.0.0.1", port, path, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        body += part;
      });
      response.once("end", () => resolve({ status: response.statusCode ?? 0, body }));
      response.once("error", reject);
    });
    request.once("error", reject);
  });
}

/** Megabytes of memory a server holds now; needs Linux. */
export function memoryOf({ child }: Served): number {
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
}

/** Milliseconds of CPU a server has used so far, all its threads together; needs Linux. */
export function cpuOf({ child }: Served): number {
  const stat = readFileSync(`/proc/${child.pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // Ticks of user and system time, a hundred to the second.
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
