import type { z } from "zod";
import type { Milestone } from "@/lib/matrix/types";
import type * as schema from "./schema";

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

/** What the reader brought: a text, and the name of the cluster it came from. */
export interface Paste {
  readonly cluster: string;
  readonly text: string;
}

/** A place in a paste, looked up only when it is shown. */
export interface Spot {
  readonly paste: number;
  readonly from: number;
  readonly to: number;
  /** What to find between the two, so that the right line of an object is shown. */
  readonly find: string;
}

/** A line of a paste as it is shown. */
export interface Line {
  readonly paste: number;
  readonly number: number;
  readonly text: string;
}
