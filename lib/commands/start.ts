import { run } from "./run.ts";
import { readStamp, stampInputs } from "./stamp.ts";

const built = readStamp();
if (built?.inputs !== stampInputs()) {
  console.log(
    built
      ? "The build is no longer of these files and settings, so it is made again."
      : "There is no build yet, so it is made first.",
  );
  const code = await run(process.execPath, ["lib/commands/build.ts"]);
  if (code !== 0) process.exit(code);
}
await import("./serve.ts");
