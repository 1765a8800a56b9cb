import { claimPort } from "./port.ts";
import { run } from "./run.ts";

await claimPort();
const code = await run(process.execPath, ["lib/commands/build.ts"]);
if (code !== 0) process.exit(code);
await import("./serve.ts");
