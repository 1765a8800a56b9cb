import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readFrame } from "@/lib/document/frame";
import { createFiles } from "./files";
import { Front } from "./front";
import { Queue, startRenderers } from "./renderers";
import { readSettings, type Settings } from "./settings";

/** How long a request may wait for a thread, in milliseconds. */
const patience = 15_000;

/**
 * The one way to serve a build: checks what it was given, renders a result and a kit to see that it can, and only then listens.
 * Runs in the folder of the build, of which this file is a part.
 */
async function main(): Promise<void> {
  const overlay = process.env.MESH_ADVISOR_OVERLAY;
  if (overlay) process.env.MESH_ADVISOR_OVERLAY = resolve(overlay);
  process.chdir(__dirname);
  Object.assign(process.env, {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    // Next alone would serve without what is in front of it; instrumentation.ts looks for this.
    MESH_ADVISOR_FRONT: "1",
  });
  const read = readSettings(process.env);
  if (!read.ok) return stop(read.problems);
  const { settings } = read;

  const renderers = startRenderers(
    join(__dirname, "renderer.cjs"),
    settings.renderers,
    settings.heap,
  );
  const queue = new Queue(renderers.render, settings.renderers, settings.waiting, patience);
  const ask = queue.ask.bind(queue);
  const check = { method: "GET", url: "/readyz", headers: { host: "localhost" } };
  const answer = await renderers
    .render(check)
    .catch((error) => `The first result could not be rendered: ${error}.`);
  if (typeof answer === "string") return stop([answer]);
  if (answer.status !== 200) return stop(Buffer.from(answer.body).toString().trim().split("\n"));

  const frame = readFrame(readFileSync(join(".next", "server", "app", "document.html"), "utf8"));
  const front = new Front({ settings, frame, files: createFiles("."), ask });
  await listen(front, settings);
  process.stdout.write(`Serving on ${settings.origin ?? `http://localhost:${settings.port}`}\n`);

  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, async () => {
      await front.close(settings.drainSeconds);
      process.exit(0);
    });
}

function listen({ server }: Front, { port, host }: Settings): Promise<void> {
  return new Promise((resolve) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const why =
        error.code === "EADDRINUSE"
          ? `Port ${port} is already in use.`
          : `Port ${port} of ${host} cannot be used: ${error.message}.`;
      stop([`${why} Choose another one: PORT=${port < 65535 ? port + 1 : 3000} npm start`]);
    });
    server.listen(port, host, resolve);
  });
}

/** Says why there is nothing to serve. */
function stop(problems: readonly string[]): never {
  process.stderr.write(`${problems.join("\n")}\n`);
  process.exit(1);
}

main();
