import { run } from "./run.ts";

process.exitCode = await run("next", process.argv.slice(2));
