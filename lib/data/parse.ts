import type { z } from "zod";
import { DataError } from "./check/finding";
import { explainIssue } from "./check/shape";
import * as decisionSchema from "./decision-schema";
import { overheadsSchema } from "./overheads-schema";
import * as planSchema from "./plan-schema";
import type { PlanData } from "./plan-types";
import * as referenceSchema from "./reference-schema";
import * as schema from "./schema";
import type { Matrix, Reference } from "./types";

type Files = Readonly<Record<string, unknown>>;

/**
 * Parses one file.
 * @throws {DataError} naming file, path and what to change, for all that is wrong in it.
 */
export function parseFile<T>(files: Files, file: string, as: z.ZodType<T>): T {
  if (!(file in files)) throw new DataError([{ file, path: [], message: "the file is missing" }]);
  const result = as.safeParse(files[file]);
  if (result.success) return result.data;
  throw new DataError(
    result.error.issues.map((issue) => ({
      file,
      path: issue.path,
      message: explainIssue(issue, as),
    })),
  );
}

/** Parses every file of a folder, sorted by name, and holds that the id is the file's name. */
function parseFolder<T extends { id: string }>(
  files: Files,
  folder: string,
  as: z.ZodType<T>,
): T[] {
  return Object.keys(files)
    .filter((file) => file.startsWith(`${folder}/`))
    .sort()
    .map((file) => {
      const parsed = parseFile(files, file, as);
      if (`${folder}/${parsed.id}.json` !== file) {
        const message = `is "${parsed.id}"; the id must be the file's name`;
        throw new DataError([{ file, path: ["id"], message }]);
      }
      return parsed;
    });
}

/**
 * Parses data files (path from data/ → JSON) into the matrix.
 * @throws {DataError} on the first file whose shape is wrong, naming file, path and what to change. References between files are the
 * business of findBrokenReferences.
 */
export function parseMatrix(files: Files): Matrix {
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
export function parseReference(files: Files): Reference {
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

/**
 * Parses the files of the plan.
 * @throws {DataError} as parseMatrix does.
 */
export function parsePlanData(files: Files): PlanData {
  const { layers, paths } = parseFile(files, "layers.json", planSchema.layersSchema);
  return {
    sources: parseFile(files, "plan-sources.json", planSchema.sourcesSchema),
    layers,
    paths,
    first: parseFile(files, "first-duties.json", planSchema.firstDutiesSchema),
    serviceAuth: parseFile(files, "service-auth.json", planSchema.serviceAuthSchema),
    zeroTrust: parseFile(files, "zero-trust.json", planSchema.zeroTrustSchema),
    adoption: parseFile(files, "adoption-paths.json", planSchema.adoptionPathsSchema),
    migrations: parseFile(files, "migrations.json", planSchema.migrationsSchema),
  };
}

/** Parses what was measured of variants, and the sizing model. */
export const parseOverheads = (files: Files) => parseFile(files, "overheads.json", overheadsSchema);
