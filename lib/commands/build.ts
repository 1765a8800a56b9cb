import { cpSync, existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashInlineElements } from "./hash-inline-elements.ts";
import { run } from "./run.ts";
import { buildScripts } from "./scripts.ts";

const standalone = join(".next", "standalone");

if (process.env.MESH_ADVISOR_OVERLAY) {
  const checked = await run("tsx", ["lib/commands/overlay-check.ts"]);
  if (checked !== 0) process.exit(checked);
}
await buildScripts();
const code = await run("next", ["build"]);
if (code !== 0) process.exit(code);
writeInlineHashes();
completeStandalone();

/** Prerendered pages cannot carry a nonce, so proxy.ts allows their inline elements by hash. */
function writeInlineHashes(): void {
  const pages = join(".next", "server", "app");
  const hashes = globSync("**/*.html", { cwd: pages })
    .sort()
    .map((file) => [toPath(file), hashInlineElements(readFileSync(join(pages, file), "utf8"))]);
  writeFileSync(
    join(standalone, ".next", "inline-hashes.json"),
    JSON.stringify(Object.fromEntries(hashes)),
  );
  console.log(`Hashed the inline scripts and styles of ${hashes.length} prerendered pages.`);
}

function toPath(file: string): string {
  const path = `/${file.replace(/\.html$/, "")}`;
  return path === "/index" ? "/" : path;
}

/** Next leaves static files out of its standalone output, expecting a CDN to serve them. */
function completeStandalone(): void {
  cpSync(join(".next", "static"), join(standalone, ".next", "static"), { recursive: true });
  if (existsSync("public")) cpSync("public", join(standalone, "public"), { recursive: true });
}
