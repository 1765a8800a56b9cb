import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { z } from "zod";
import * as schema from "./kit-schema";
import type { Family, KitData, Source, StepId } from "./kit-types";
import { steps } from "./kit-types";
import { withRanges } from "./kit-versions";
import { meshVersionsSchema } from "./recognition-schema";
import type { MeshVersions } from "./recognition-types";

/** Names the file and what to change in it. */
class KitDataError extends Error {
  override name = "KitDataError";
}

function check<T>(path: string, value: unknown, as: z.ZodType<T>): T {
  const result = as.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map(
    (issue) => `  at ${issue.path.join(".") || "the top"}: ${issue.message}`,
  );
  throw new KitDataError(`data/kits/${path}:\n${issues.join("\n")}`);
}

/** The texts of a folder by their path in it. */
export function readTexts(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry): [string, string] => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(folder.length + 1), readFileSync(path, "utf8")];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const folders: Readonly<Record<string, StepId>> = {
  ...Object.fromEntries(steps.map(({ id }) => [id, id])),
  hosts: "layers",
};

/** “istio/strict/x.yaml” is a file of the step “strict”; “shared/look.sh” of the first. */
function splitSource(path: string, text: string): Source {
  const parts = path.split("/");
  const step = parts.length === 2 ? "look" : folders[parts[1] ?? ""];
  const match = text.match(/^---\n(.*?)\n---\n(.*)$/s);
  if (step === undefined) throw new KitDataError(`data/kits/${path}: its folder is not a step`);
  if (!match) {
    throw new KitDataError(`data/kits/${path}: begins with front matter between two lines of ---`);
  }
  const [, head = "", body = ""] = match;
  return { path, step, name: parts.at(-1) ?? "", head, body };
}

const dataFolder = join(process.cwd(), "data");

function readRanges(): MeshVersions[] {
  const text = readFileSync(join(dataFolder, "recognise", "versions.json"), "utf8");
  return check("../recognise/versions.json", JSON.parse(text), meshVersionsSchema);
}

/**
 * Reads all of data/kits, and the ranges of versions that data/recognise states.
 * @throws {KitDataError} on the first file whose shape is wrong, naming it and what to change.
 */
export function readKits(
  texts: ReadonlyMap<string, string>,
  ranges: readonly MeshVersions[] = readRanges(),
): KitData {
  const read = <T>(path: string, as: z.ZodType<T>) => check(path, parse(texts.get(path) ?? ""), as);
  const paths = [...texts.keys()].filter((path) => path.includes("/"));
  const families = paths
    .filter((path) => path.endsWith("/kit.yaml"))
    .map((path): Family => ({ id: path.split("/")[0] ?? "", ...read(path, schema.familySchema) }));
  const readVersions = () => {
    const { products, ...versions } = read("versions.yaml", schema.versionsSchema);
    return { ...versions, products: withRanges(products, ranges) };
  };
  return {
    families,
    sources: paths
      .filter((path) => !path.endsWith("/kit.yaml") && path !== "shared/hosts/rules.yaml")
      .map((path) => splitSource(path, texts.get(path) ?? "")),
    conditions: read("conditions.yaml", schema.conditionsSchema),
    versions: readVersions(),
    gaps: read("gaps.yaml", schema.gapsSchema),
    intents: read("intents.yaml", schema.intentsSchema),
    hosts: read("shared/hosts/rules.yaml", schema.hostRulesSchema),
  };
}

let known: KitData | undefined;

/** data/kits of this checkout or server, read once. */
export function loadKits(): KitData {
  known ??= readKits(readTexts(join(dataFolder, "kits")));
  return known;
}
