import type { z } from "zod";
import * as decisionSchema from "./decision-schema";
import * as referenceSchema from "./reference-schema";
import * as schema from "./schema";
import type { Matrix, Reference } from "./types";

/** Names the file, the path in it, and the fix. */
class DataError extends Error {
  override name = "DataError";
}

/**
 * Parses one file.
 * @throws {DataError} naming file, path and what is wrong.
 */
export function parseFile<T>(
  files: Readonly<Record<string, unknown>>,
  file: string,
  as: z.ZodType<T>,
): T {
  if (!(file in files)) throw new DataError(`data/${file}: the file is missing`);
  const result = as.safeParse(files[file]);
  if (result.success) return result.data;
  const issues = result.error.issues.map(
    (issue) => `  at ${issue.path.join(".") || "the top"}: ${issue.message}`,
  );
  throw new DataError(`data/${file}:\n${issues.join("\n")}`);
}

/** Parses every file of a folder, sorted by name, and holds that the id is the file's name. */
function parseFolder<T extends { id: string }>(
  files: Readonly<Record<string, unknown>>,
  folder: string,
  as: z.ZodType<T>,
): T[] {
  return Object.keys(files)
    .filter((file) => file.startsWith(`${folder}/`))
    .sort()
    .map((file) => {
      const parsed = parseFile(files, file, as);
      if (`${folder}/${parsed.id}.json` !== file) {
        throw new DataError(
          `data/${file}: at id: is "${parsed.id}"; the id must be the file's name`,
        );
      }
      return parsed;
    });
}

/**
 * Parses data files (path from data/ → JSON) into the matrix.
 * @throws {DataError} on the first file whose shape is wrong, naming file, path and mend. References between files are the
 * business of findBrokenReferences.
 */
export function parseMatrix(files: Readonly<Record<string, unknown>>): Matrix {
  const { options, variants, retired } = parseFile(files, "options.json", schema.optionsSchema);
  const { sections, questions } = parseFile(files, "questions.json", schema.questionsSchema);
  return {
    release: parseFile(files, "release.json", schema.releaseSchema),
    groups: parseFile(files, "groups.json", schema.groupsSchema),
    options,
    variants,
    retired,
    capabilities: parseFolder(files, "capabilities", schema.capabilitySchema),
    burdens: parseFile(files, "burdens.json", schema.burdensSchema),
    levels: parseFile(files, "levels.json", schema.levelsSchema),
    sections,
    questions,
    likelyChanges: parseFile(files, "likely-changes.json", schema.likelyChangesSchema),
    slots: parseFile(files, "slots.json", schema.slotsSchema),
    rules: parseFile(files, "rules.json", schema.ruleSchema.array()),
    contradictions: parseFile(files, "contradictions.json", schema.contradictionSchema.array()),
    presets: parseFile(files, "presets.json", schema.presetsSchema),
    scenarios: parseFolder(files, "scenarios", schema.scenarioSchema),
    protocols: parseFile(files, "protocols.json", decisionSchema.protocolsSchema),
    decisions: parseFolder(files, "decisions", decisionSchema.decisionSchema),
  };
}

/**
 * Parses the files of the reference work.
 * @throws {DataError} as parseMatrix does.
 */
export function parseReference(files: Readonly<Record<string, unknown>>): Reference {
  return {
    factKinds: parseFile(files, "fact-kinds.json", referenceSchema.factKindsSchema),
    publishers: parseFile(files, "publishers.json", referenceSchema.publishersSchema),
    benchmarks: parseFile(files, "benchmarks.json", referenceSchema.benchmarksSchema),
    terms: parseFile(files, "glossary.json", referenceSchema.glossarySchema),
    milestones: parseFile(files, "milestones.json", referenceSchema.milestonesSchema),
    releases: parseFile(files, "changes.json", referenceSchema.changesSchema),
    offers: parseFile(files, "cloud-offers.json", referenceSchema.cloudOffersSchema),
    trial: parseFile(files, "trial.json", decisionSchema.trialSchema),
  };
}
