import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a build was made of, and the static files that are its own. */
export interface Stamp {
  readonly inputs: string;
  readonly files: readonly string[];
}

const stampIn = (root: string) => join(root, ".next", "standalone", "stamp.json");
const inputs = [
  "{app,components,lib,data,public}/**/*",
  "*.{ts,mjs,json}",
  "node_modules/.package-lock.json",
];
/** Not part of a build, or made by it. */
const notInputs = /\.(?:test|fixtures)\.tsx?$|^public\/scripts\/|^next-env|\.md$/;

/** Names the files in this folder, and the overlay, that a build depends on by their content. What else is set is read at the start. */
export function stampInputs(): string {
  const hash = createHash("sha256");
  for (const path of inputs.flatMap((pattern) => globSync(pattern)).sort()) {
    if (notInputs.test(path)) continue;
    const content = readFile(path);
    if (content) hash.update(path).update("\0").update(content).update("\0");
  }
  const overlay = process.env.MESH_ADVISOR_OVERLAY;
  hash.update(`${overlay ?? ""}\0`);
  if (overlay && existsSync(overlay)) hash.update(readFileSync(overlay));
  return hash.digest("hex");
}

/** Its content; undefined of a folder. */
function readFile(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** The stamp of the build that is there; undefined if there is none that was finished. */
export function readStamp(root = "."): Stamp | undefined {
  try {
    return JSON.parse(readFileSync(stampIn(root), "utf8"));
  } catch {
    return undefined;
  }
}

/** Says that the build is finished. */
export function writeStamp(stamp: Stamp, root = "."): void {
  writeFileSync(stampIn(root), JSON.stringify(stamp));
}
