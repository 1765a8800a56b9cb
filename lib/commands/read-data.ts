import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every data file by its path from the data folder, as parsed JSON: what commands read instead of the bundler's glob. */
export function readDataFiles(folder = "data"): Record<string, unknown> {
  const names = ["", "capabilities/", "decisions/", "recognise/", "scenarios/"].flatMap((part) =>
    readdirSync(join(folder, part))
      .filter((name) => name.endsWith(".json"))
      .map((name) => part + name),
  );
  return Object.fromEntries(
    names.map((name) => [name, JSON.parse(readFileSync(join(folder, name), "utf8"))]),
  );
}
