import { Agent, get } from "node:http";

export interface Reading {
  /** Milliseconds from asking to the last byte, one for each page read whole. */
  readonly times: readonly number[];
  /** What went wrong, by status or error code. */
  readonly errors: Readonly<Record<string, number>>;
  readonly seconds: number;
}

/** Lets so many readers ask for these pages, each for the next as soon as it has one, until the time is over. */
export async function readTogether(
  port: number,
  paths: readonly string[],
  readers: number,
  seconds: number,
): Promise<Reading> {
  const agent = new Agent({ keepAlive: true });
  const times: number[] = [];
  const errors: Record<string, number> = {};
  const begin = performance.now();
  let asked = 0;
  const readOn = async () => {
    while (performance.now() - begin < seconds * 1000) {
      const start = performance.now();
      const path = paths[asked++ % paths.length] ?? "/";
      const problem = await read(agent, port, path);
      if (problem === undefined) times.push(performance.now() - start);
      else errors[problem] = (errors[problem] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: readers }, readOn));
  agent.destroy();
  return { times, errors, seconds: (performance.now() - begin) / 1000 };
}

/** Reads a page to its end, as a browser that takes gzip; resolves to what went wrong, if something did. */
function read(agent: Agent, port: number, path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const headers = { "accept-encoding": "gzip" };
    const request = get({ agent, host: "127.0.0.1", port, path, headers }, (response) => {
      response.once("error", (error) => resolve(error.message));
      response.once("end", () =>
        resolve(response.statusCode === 200 ? undefined : String(response.statusCode)),
      );
      response.resume();
    });
    request.once("error", (error) => resolve("code" in error ? String(error.code) : error.message));
  });
}
