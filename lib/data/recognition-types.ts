import type { z } from "zod";
import type * as schema from "./recognition-schema";
import type { Milestone } from "./types";

export type Thing = z.infer<typeof schema.thingsSchema>[number];
export type Sign = Thing["signs"][number];
export type Place = Sign["at"];
export type Certainty = Sign["certainty"];
export type ProposalRule = z.infer<typeof schema.proposalRulesSchema>[number];
export type MeshVersions = z.infer<typeof schema.meshVersionsSchema>[number];

/** Everything the recognition is made of, parsed from data/recognise and small enough to travel to the browser. */
export interface Recognition {
  readonly things: readonly Thing[];
  readonly proposals: readonly ProposalRule[];
  readonly versions: readonly MeshVersions[];
  readonly milestones: readonly Pick<Milestone, "id" | "date" | "title" | "source">[];
}
