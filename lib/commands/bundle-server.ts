import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/**
 * Puts our own way in into the build, in place of Next’s: main.cjs, which talks to the network, and what its threads run.
 * Piscina brings a file for its threads, so it is taken along as it is; all else is bundled.
 */
export async function bundleServer(standalone: string): Promise<void> {
  await build({
    entryPoints: ["lib/server/main.ts", "lib/server/renderer.ts"],
    outdir: standalone,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    target: "node20",
    external: ["piscina"],
    logLevel: "warning",
  });
  cpSync(join("node_modules", "piscina"), join(standalone, "node_modules", "piscina"), {
    recursive: true,
  });
  for (const licence of ["LICENSE", join("data", "LICENSE")])
    cpSync(licence, join(standalone, licence));
  rmSync(join(standalone, "server.js"));
}
