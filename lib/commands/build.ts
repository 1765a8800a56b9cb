import { cpSync, globSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bundleServer } from "./bundle-server.ts";
import { compressFiles } from "./compress.ts";
import { run } from "./run.ts";
import { buildScripts } from "./scripts.ts";
import { readStamp, stampInputs, writeStamp } from "./stamp.ts";

const standalone = join(".next", "standalone");
/** Next empties .next for a build, but for this folder. */
const lastStatic = join(".next", "cache", "last-static");
/** Files under names that change with their content. */
const named = ["static", "scripts"] as const;
const builtTo = { static: join(".next", "static"), scripts: join("public", "scripts") };

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
writeStamp({ inputs, files: listStatic() });

/** A tab that is open while the site is upgraded asks for files of the build it came from. */
function setAsideStatic(): void {
  rmSync(lastStatic, { recursive: true, force: true });
  for (const file of readStamp()?.files ?? []) {
    const [root = ""] = file.split("/", 1);
    const from = join(standalone, root === "static" ? ".next" : "public", file);
    cpSync(from, join(lastStatic, file), { force: true });
  }
}

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

/** Next leaves static files out of its standalone output, expecting a CDN to serve them. */
function completeStandalone(): void {
  cpSync("public", join(standalone, "public"), { recursive: true });
  cpSync(builtTo.static, join(standalone, ".next", "static"), { recursive: true });
  for (const [root, into] of [
    ["static", join(standalone, ".next", "static")],
    ["scripts", join(standalone, "public", "scripts")],
  ] as const) {
    const files = globSync("**/*.*", { cwd: join(lastStatic, root) });
    for (const file of files)
      cpSync(join(lastStatic, root, file), join(into, file), { force: false });
  }
  compressFiles(join(standalone, ".next", "static"));
  compressFiles(join(standalone, "public"));
}

/** This build’s own files, as static/… and scripts/…. */
function listStatic(): string[] {
  return named.flatMap((root) =>
    globSync("**/*.*", { cwd: builtTo[root] })
      .filter((file) => file !== "manifest.json")
      .map((file) => `${root}/${file.replaceAll("\\", "/")}`),
  );
}
