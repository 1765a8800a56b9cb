import { run } from "./run.ts";
import { buildScripts } from "./scripts.ts";

if (process.argv[2] === "dev") await buildScripts();
process.exitCode = await run("next", process.argv.slice(2));
