import type { z } from "zod";
import type { Slot } from "@/lib/answers/slots";
import type * as decisionSchema from "./decision-schema";
import type * as referenceSchema from "./reference-schema";
import type * as schema from "./schema";

export type Capability = z.infer<typeof schema.capabilitySchema>;
export type MatrixCell = z.infer<typeof schema.cellSchema>;
/** A cell without what is beside it: what holds in general, or under one scope. */
export type Finding = Omit<MatrixCell, "scopes" | "replies">;
export type Evidence = z.infer<typeof schema.evidenceSchema>;
export type Release = z.infer<typeof schema.releaseSchema>;
export type Group = z.infer<typeof schema.groupsSchema>[number];
export type Option = z.infer<typeof schema.optionsSchema>["options"][number];
export type Variant = z.infer<typeof schema.optionsSchema>["variants"][number];
export type RetiredVariant = z.infer<typeof schema.optionsSchema>["retired"][number];
export type BurdenFacts = z.infer<typeof schema.burdensSchema>[number];
export type Levels = z.infer<typeof schema.levelsSchema>;
export type RuleText = z.infer<typeof schema.ruleSchema>;
export type Contradiction = z.infer<typeof schema.contradictionSchema>;
export type Section = z.infer<typeof schema.questionsSchema>["sections"][number];
export type QuestionText = z.infer<typeof schema.questionsSchema>["questions"][number];
export type Preset = z.infer<typeof schema.presetsSchema>[number];
export type Scenario = z.infer<typeof schema.scenarioSchema>;
export type Protocol = z.infer<typeof decisionSchema.protocolsSchema>[number];
export type TrialReport = z.infer<typeof decisionSchema.trialSchema>;
export type Decision = z.infer<typeof decisionSchema.decisionSchema>;

/** The whole data set, parsed and cross-checked. */
export interface Matrix {
  readonly release: Release;
  readonly groups: readonly Group[];
  readonly options: readonly Option[];
  readonly variants: readonly Variant[];
  /** Columns of earlier releases, for telling their results. */
  readonly retired: readonly RetiredVariant[];
  readonly capabilities: readonly Capability[];
  readonly burdens: readonly BurdenFacts[];
  readonly levels: Levels;
  readonly sections: readonly Section[];
  readonly questions: readonly QuestionText[];
  readonly slots: readonly Slot[];
  readonly likelyChanges: z.infer<typeof schema.likelyChangesSchema>;
  readonly rules: readonly RuleText[];
  readonly contradictions: readonly Contradiction[];
  readonly presets: readonly Preset[];
  readonly scenarios: readonly Scenario[];
  readonly protocols: readonly Protocol[];
  readonly decisions: readonly Decision[];
}

export type FactKind = z.infer<typeof referenceSchema.factKindsSchema>[number];
export type Publisher = z.infer<typeof referenceSchema.publishersSchema>[number];
export type Benchmark = z.infer<typeof referenceSchema.benchmarksSchema>[number];
export type Term = z.infer<typeof referenceSchema.glossarySchema>[number];
export type Milestone = z.infer<typeof referenceSchema.milestonesSchema>[number];
export type CloudOffer = z.infer<typeof referenceSchema.cloudOffersSchema>[number];
export type ReleaseChanges = z.infer<typeof referenceSchema.changesSchema>[number];

/** What the matrix needs as a reference work and scoring does not: terms, dates, publishers, history. */
export interface Reference {
  readonly factKinds: readonly FactKind[];
  readonly publishers: readonly Publisher[];
  readonly benchmarks: readonly Benchmark[];
  readonly terms: readonly Term[];
  readonly milestones: readonly Milestone[];
  readonly releases: readonly ReleaseChanges[];
  readonly offers: readonly CloudOffer[];
  readonly trial: TrialReport;
}
