import type { z } from "zod";
import * as decision from "./decision-schema";
import { overheadsSchema } from "./overheads-schema";
import * as plan from "./plan-schema";
import * as recognise from "./recognition-schema";
import * as reference from "./reference-schema";
import { releasesSchema } from "./release-schema";
import * as schema from "./schema";

export interface DataFileKind {
  /** The name its JSON Schema is published under. */
  readonly name: string;
  /** Which files, by path from data/. */
  readonly files: RegExp;
  readonly schema: z.ZodType;
  /** The one file of its kind, which must be there. */
  readonly single?: string;
}

function one(file: string, as: z.ZodType): DataFileKind {
  return {
    single: `${file}.json`,
    name: file.replace("/", "-"),
    files: new RegExp(`^${file}\\.json$`),
    schema: as,
  };
}

function folder(name: string, files: string, as: z.ZodType): DataFileKind {
  return { name, files: new RegExp(`^${files}/[^/]+\\.json$`), schema: as };
}

/** Things to recognise in a cluster: one file for each sort of them. */
export const thingFiles = /^recognise\/(?!answers|versions)[^/]+\.json$/;

/** Every kind of JSON file in data/, and its schema. */
export const dataFileKinds: readonly DataFileKind[] = [
  one("adoption-paths", plan.adoptionPathsSchema),
  one("benchmarks", reference.benchmarksSchema),
  one("burdens", schema.burdensSchema),
  folder("capability", "capabilities", schema.capabilitySchema),
  one("changes", reference.changesSchema),
  one("cloud-offers", reference.cloudOffersSchema),
  one("contradictions", schema.contradictionSchema.array()),
  folder("decision", "decisions", decision.decisionSchema),
  one("fact-kinds", reference.factKindsSchema),
  one("first-duties", plan.firstDutiesSchema),
  one("glossary", reference.glossarySchema),
  one("groups", schema.groupsSchema),
  one("layers", plan.layersSchema),
  one("levels", schema.levelsSchema),
  one("likely-changes", schema.likelyChangesSchema),
  one("migrations", plan.migrationsSchema),
  one("milestones", reference.milestonesSchema),
  one("options", schema.optionsSchema),
  one("overheads", overheadsSchema),
  one("plan-sources", plan.sourcesSchema),
  one("presets", schema.presetsSchema),
  one("protocols", decision.protocolsSchema),
  one("publishers", reference.publishersSchema),
  one("questions", schema.questionsSchema),
  { name: "recognise-things", files: thingFiles, schema: recognise.thingsSchema },
  one("recognise/answers", recognise.proposalRulesSchema),
  one("recognise/versions", recognise.meshVersionsSchema),
  one("release", schema.releaseSchema),
  one("releases/index", releasesSchema),
  one("rules", schema.ruleSchema.array()),
  folder("scenario", "scenarios", schema.scenarioSchema),
  one("service-auth", plan.serviceAuthSchema),
  one("slots", schema.slotsSchema),
  one("trial", decision.trialSchema),
  one("zero-trust", plan.zeroTrustSchema),
];

/** The kind of a data file; undefined for one that nothing reads. */
export function kindOf(file: string): DataFileKind | undefined {
  return dataFileKinds.find(({ files }) => files.test(file));
}
