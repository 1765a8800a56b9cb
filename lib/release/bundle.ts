import { buildSync } from "esbuild";

/**
 * The engine of this tree in one CommonJS file of a few kB, made for one release. The same source gives the same bytes, so
 * a test can say whether the engine changed since it was frozen.
 */
export function bundleEngine(release: string): string {
  const { outputFiles } = buildSync({
    entryPoints: ["lib/release/entry.ts"],
    bundle: true,
    format: "cjs",
    platform: "neutral",
    target: "es2022",
    minify: true,
    write: false,
    banner: { js: "// Frozen by npm run release: never edited, never rebuilt." },
    footer: { js: `module.exports.release=${JSON.stringify(release)};` },
  });
  const [file] = outputFiles;
  if (!file) throw new Error("esbuild wrote nothing for lib/release/entry.ts");
  return file.text;
}
