import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** data/ of this checkout, or of the folder from which a server runs. */
export const dataFolder = join(/* turbopackIgnore: true */ process.cwd(), "data");

/** The path of every file under a folder, from that folder, sorted. */
export function listFiles(folder: string): string[] {
  return readdirSync(/* turbopackIgnore: true */ folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** The texts of a folder by their path in it. */
export function readTexts(
  folder: string,
  isWanted: (path: string) => boolean = () => true,
): Map<string, string> {
  return new Map(
    listFiles(folder)
      .filter(isWanted)
      .map((path) => [path, readFileSync(/* turbopackIgnore: true */ join(folder, path), "utf8")]),
  );
}

/** Whether a file of data/ is JSON that lib/data parses: all but the frozen releases, which are told by fingerprints. */
export function isDataFile(path: string): boolean {
  return path.endsWith(".json") && !/^releases\/[^/]+\//.test(path);
}

/** Every JSON file by its path from data/, parsed and checked by nobody yet. */
export function readJsonFiles(folder: string = dataFolder): Record<string, unknown> {
  return Object.fromEntries(
    [...readTexts(folder, isDataFile)].map(([path, text]) => [path, JSON.parse(text)]),
  );
}

/** One of them. */
export function readJsonFile(file: string): unknown {
  return JSON.parse(readFileSync(/* turbopackIgnore: true */ join(dataFolder, file), "utf8"));
}
