import type { z } from "zod";
import type * as schema from "./plan-schema";

export type PlanSource = z.infer<typeof schema.sourcesSchema>[number];
export type LayerFacts = z.infer<typeof schema.layersSchema>["layers"][number];
export type PathFacts = z.infer<typeof schema.layersSchema>["paths"][number];
export type DutyGroup = z.infer<typeof schema.firstDutiesSchema>[number];
export type ServiceAuthFacts = z.infer<typeof schema.serviceAuthSchema>;
export type ZeroTrustFacts = z.infer<typeof schema.zeroTrustSchema>;
export type AdoptionFacts = z.infer<typeof schema.adoptionPathsSchema>;
export type MigrationFacts = z.infer<typeof schema.migrationsSchema>[number];
export type When = NonNullable<LayerFacts["duties"][number]["when"]>;
export type Fit = (typeof schema.fits)[number];

/** How far something is covered: in full, in part, not at all. */
export type Coverage = "full" | "partial" | "none";

/** The plan's data, parsed and cross-checked. */
export interface PlanData {
  readonly sources: readonly PlanSource[];
  readonly layers: readonly LayerFacts[];
  readonly paths: readonly PathFacts[];
  readonly first: readonly DutyGroup[];
  readonly serviceAuth: ServiceAuthFacts;
  readonly zeroTrust: ZeroTrustFacts;
  readonly adoption: AdoptionFacts;
  readonly migrations: readonly MigrationFacts[];
}
