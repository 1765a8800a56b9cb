import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Language } from "@/lib/kit/types";
import type { Matrix } from "@/lib/matrix/types";
import { checkFile } from "./check-kit";
import { everyKit } from "./every-kit.fixtures";
import type { Finding, KubernetesObject } from "./finding";
import { isBuiltIn, kindsOfOwnSchemaOnly } from "./own-schema-only";
import { readHcl } from "./read-hcl";
import { readUpstream } from "./upstream";

interface Source {
  readonly path: string;
  readonly language: Language;
  readonly content: string;
}

/** What was checked against a folder of schemas, and what was found. */
export interface Report {
  readonly files: number;
  readonly objects: number;
  /** Kinds that the folder has no schema for, and that were held to ours alone. */
  readonly ownSchemaOnly: readonly string[];
  readonly findings: readonly Finding[];
}

/** The YAML files of a folder: an unpacked kit, changed or not. */
function readFolder(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => ({
      path: relative(".", join(folder, file)),
      language: "yaml" as const,
      content: readFileSync(join(folder, file), "utf8"),
    }));
}

/** Every distinct file that any preset or single need can produce. */
function filesOfEveryKit(matrix: Matrix): Source[] {
  const files = new Map<string, Source>();
  for (const { kit } of everyKit(matrix)) {
    for (const file of kit.files) {
      const path = `${kit.variant.id}/${file.path}`;
      files.set(`${path}\n${file.content}`, { ...file, path });
    }
  }
  return [...files.values()];
}

/**
 * Checks kits against the schemas of a folder: all that can be produced, or the unpacked one named. In a kit of one's
 * own only the products' schemas count, since it may have been changed on purpose.
 */
export async function reportOn(
  matrix: Matrix,
  schemaFolder: string,
  kitFolder: string | undefined,
): Promise<Report> {
  const schemas = readUpstream(schemaFolder);
  const files = kitFolder === undefined ? filesOfEveryKit(matrix) : readFolder(kitFolder);
  // Of a cluster only what is installed is known: no kit needs all products, but one's own needs all of its kinds.
  const isForgiven = (object: KubernetesObject) =>
    kindsOfOwnSchemaOnly.has(object.kind) ||
    (schemas.ofCluster && (isBuiltIn(object) || kitFolder === undefined));
  const findings: Finding[] = [];
  const own = new Set<string>();
  let objects = 0;
  for (const file of files) {
    const checked = await checkFile(file, readHcl);
    findings.push(
      ...checked.findings.filter(({ check }) => kitFolder === undefined || check === "syntax"),
    );
    for (const { path, object } of checked.placed) {
      if (!schemas.has(object) && isForgiven(object)) {
        own.add(object.kind);
        continue;
      }
      objects += 1;
      findings.push(...schemas.check(path, object));
    }
  }
  return { files: files.length, objects, ownSchemaOnly: [...own].sort(), findings };
}
