import { globSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { build } from "esbuild";
import { scriptsFolder, scriptsManifest } from "../document/scripts.ts";

/**
 * Bundles the scripts of documents, one small file for each in components/scripts. What several of them load when touched
 * (the engine) becomes a file of its own.
 */
export async function buildScripts(): Promise<number> {
  rmSync(scriptsFolder, { recursive: true, force: true });
  mkdirSync(scriptsFolder, { recursive: true });
  const entryPoints = globSync("components/scripts/*.ts", { exclude: ["**/*.test.ts"] }).sort();
  const { metafile } = await build({
    entryPoints,
    outdir: scriptsFolder,
    entryNames: "[name]-[hash]",
    chunkNames: "part-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    minify: true,
    metafile: true,
    logLevel: "warning",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const addresses = Object.entries(metafile.outputs).flatMap(([file, { entryPoint }]) =>
    entryPoint === undefined || !entryPoints.includes(entryPoint)
      ? []
      : [[basename(entryPoint, ".ts"), `/scripts/${basename(file)}`]],
  );
  writeFileSync(scriptsManifest, JSON.stringify(Object.fromEntries(addresses)));
  return addresses.length;
}
