import { cpSync, globSync, rmSync } from "node:fs";
import { join } from "node:path";
import { compressFiles } from "./compress.ts";
import { readStamp } from "./stamp.ts";

/** Files under names that change with their content: where a build leaves them, and where they are served from. */
const named = [
  { name: "static", left: join(".next", "static"), served: join(".next", "static") },
  { name: "scripts", left: join("public", "scripts"), served: join("public", "scripts") },
] as const;
const standalone = join(".next", "standalone");
/** Next empties .next for a build, but for this folder. */
const last = join(".next", "cache", "last-static");

/** Keeps what the last build serves: a tab that is open while the site is upgraded asks for files of the build it came from. */
export function setAsideStatic(root = "."): void {
  const stamp = readStamp(root);
  // The build before was not finished, so what was set aside for it still is what is being served.
  if (!stamp) return;
  rmSync(join(root, last), { recursive: true, force: true });
  for (const { name, served } of named)
    for (const file of stamp.files.filter((each) => each.startsWith(`${name}/`))) {
      const from = join(root, standalone, served, file.slice(name.length + 1));
      cpSync(from, join(root, last, file), { force: true });
    }
}

/**
 * Next leaves static files out of its standalone output, expecting a CDN to serve them. Here they are put there, with those of
 * the last build where none has the same name.
 */
export function completeStandalone(root = "."): void {
  const into = join(root, standalone);
  cpSync(join(root, "public"), join(into, "public"), { recursive: true });
  for (const { name, left, served } of named) {
    cpSync(join(root, left), join(into, served), { recursive: true });
    const kept = join(root, last, name);
    for (const file of globSync("**/*.*", { cwd: kept }))
      cpSync(join(kept, file), join(into, served, file), { force: false });
  }
  compressFiles(join(into, ".next", "static"));
  compressFiles(join(into, "public"));
}

/** This build’s own files, as static/… and scripts/…. */
export function listStatic(root = "."): string[] {
  return named.flatMap(({ name, left }) =>
    globSync("**/*.*", { cwd: join(root, left) })
      .filter((file) => file !== "manifest.json")
      .map((file) => `${name}/${file.replaceAll("\\", "/")}`),
  );
}
