import { join } from "node:path";
import { parse, parseAllDocuments } from "yaml";
import type { z } from "zod";
import { DataError, type Finding } from "./check/finding";
import { explainIssue } from "./check/shape";
import * as schema from "./kit-schema";
import type { Family, KitData, Source, StepId } from "./kit-types";
import { steps } from "./kit-types";
import { withRanges } from "./kit-versions";
import { parseFile } from "./parse";
import { dataFolder, readJsonFile, readTexts } from "./read";
import { meshVersionsSchema } from "./recognition-schema";
import type { MeshVersions } from "./recognition-types";

const fail = (path: string, message: string): never => {
  throw new DataError([{ file: `kits/${path}`, path: [], message }]);
};

function check<T>(path: string, value: unknown, as: z.ZodType<T>): T {
  const result = as.safeParse(value);
  if (result.success) return result.data;
  throw new DataError(
    result.error.issues.map((issue) => ({
      file: `kits/${path}`,
      path: issue.path,
      message: explainIssue(issue, as),
    })),
  );
}

function readYaml(path: string, text: string, uniqueKeys = true): unknown {
  try {
    return parse(text, { uniqueKeys });
  } catch (error) {
    return fail(path, error instanceof Error ? error.message : String(error));
  }
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
  if (step === undefined) return fail(path, "its folder is not a step of a kit: move it");
  if (!match) return fail(path, "must begin with front matter between two lines of ---");
  const [, head = "", body = ""] = match;
  const source = { path, step, name: parts.at(-1) ?? "", head, body };
  checkSource(source);
  return source;
}

/**
 * Holds the front matter to its schema and the body to YAML. Marks of blocks are comments to YAML, so this is the file
 * with every block in; what a kit makes of it for given answers is the business of lib/kit.
 */
function checkSource({ path, head, body }: Source): void {
  for (const text of [head, body]) {
    let open = 0;
    for (const line of text.split("\n")) {
      if (/^\s*#when \S+$/.test(line)) open++;
      else if (/^\s*#end$/.test(line) && --open < 0) fail(path, "an #end closes no block");
    }
    if (open > 0) fail(path, "a #when has no #end");
  }
  check(path, readYaml(path, head, false), schema.frontMatterSchema);
  if (!path.endsWith(".yaml")) return;
  const documents = parseAllDocuments(body, { uniqueKeys: false });
  for (const { errors } of Array.isArray(documents) ? documents : [])
    for (const { message } of errors) fail(path, `its manifest is not YAML: ${message}`);
}

/**
 * Reads all of data/kits, and the ranges of versions that data/recognise states.
 * @throws {DataError} naming every file whose shape is wrong, and what to change.
 */
export function readKits(
  texts: ReadonlyMap<string, string>,
  ranges: readonly MeshVersions[] = readRanges(),
): KitData {
  const read = <T>(path: string, as: z.ZodType<T>) => {
    const text = texts.get(path);
    return text === undefined
      ? fail(path, "the file is missing: restore it")
      : check(path, readYaml(path, text), as);
  };
  const paths = [...texts.keys()].filter((path) => path.includes("/"));
  const isFamily = (path: string) => path.endsWith("/kit.yaml");
  const readVersions = () => {
    const { products, ...versions } = read("versions.yaml", schema.versionsSchema);
    try {
      return { ...versions, products: withRanges(products, ranges) };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return fail("versions.yaml", error.message);
    }
  };
  const findings: Finding[] = [];
  /** The part, or what is wrong with it put among the findings, so that one broken file hides no other. */
  const attempt = <T>(part: () => T): T | undefined => {
    try {
      return part();
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      findings.push(...error.findings);
      return undefined;
    }
  };
  const families = paths
    .filter(isFamily)
    .flatMap(
      (path): Family[] =>
        attempt(() => [{ id: path.split("/")[0] ?? "", ...read(path, schema.familySchema) }]) ?? [],
    );
  const sources = paths
    .filter((path) => !isFamily(path) && path !== "shared/hosts/rules.yaml")
    .flatMap((path) => attempt(() => [splitSource(path, texts.get(path) ?? "")]) ?? []);
  const conditions = attempt(() => read("conditions.yaml", schema.conditionsSchema));
  const versions = attempt(readVersions);
  const gaps = attempt(() => read("gaps.yaml", schema.gapsSchema));
  const intents = attempt(() => read("intents.yaml", schema.intentsSchema));
  const hosts = attempt(() => read("shared/hosts/rules.yaml", schema.hostRulesSchema));
  for (const path of texts.keys())
    if (!path.includes("/") && !known.has(path))
      findings.push({
        file: `kits/${path}`,
        path: [],
        message: "is read by nothing: move or remove it",
      });
  if (findings.length > 0 || !conditions || !versions || !gaps || !intents || !hosts)
    throw new DataError(findings);
  return { families, sources, conditions, versions, gaps, intents, hosts };
}

/** The files of data/kits that belong to no family. */
const known = new Set(["conditions.yaml", "versions.yaml", "gaps.yaml", "intents.yaml"]);

function readRanges(): MeshVersions[] {
  const file = "recognise/versions.json";
  return parseFile({ [file]: readJsonFile(file) }, file, meshVersionsSchema);
}

let loaded: KitData | undefined;

/** data/kits of this checkout or server, read once. */
export function loadKits(): KitData {
  loaded ??= readKits(readTexts(join(dataFolder, "kits")));
  return loaded;
}
