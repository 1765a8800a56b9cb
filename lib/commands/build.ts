import { globSync } from "node:fs";
import { join } from "node:path";
import { bundleServer } from "./bundle-server.ts";
import { writeNotices } from "./notices.ts";
import { run } from "./run.ts";
import { buildScripts } from "./scripts.ts";
import { stampInputs, writeStamp } from "./stamp.ts";
import { completeStandalone, listStatic, setAsideStatic } from "./static-files.ts";

const standalone = join(".next", "standalone");

if (process.env.MESH_ADVISOR_OVERLAY) {
  const checked = await run("tsx", ["lib/commands/overlay-check.ts"]);
  if (checked !== 0) process.exit(checked);
}
const inputs = stampInputs();
setAsideStatic();
await buildScripts();
const code = await run("next", ["build"]);
if (code !== 0) process.exit(code);
expectNothingPrerendered();
completeStandalone();
await bundleServer(standalone);
writeNotices(standalone);
writeStamp({ inputs, files: listStatic() });

/**
 * A prerendered page would say what held when it was built, and where; and it has inline scripts without a nonce, which its
 * policy forbids.
 */
function expectNothingPrerendered(): void {
  const allowed = ["document.html", "_not-found.html", "_global-error.html"];
  const pages = globSync("**/*.html", { cwd: join(".next", "server", "app") });
  const wrong = pages.filter((page) => !allowed.includes(page));
  if (wrong.length === 0) return;
  console.error(
    `Next prerendered ${wrong.join(", ")}. Make it a document (createDocument) if it is only read; else have it say its address: alternates: await canonical("/…").`,
  );
  process.exit(1);
}
