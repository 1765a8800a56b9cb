import type { Measurement } from "./types";

export type Affiliation = Measurement["stake"];

/** Who measured, from those least to those most interested in the outcome. */
export const affiliations: readonly Affiliation[] = ["neutral", "project", "users", "vendor"];

export const affiliationNames: Readonly<Record<Affiliation, string>> = {
  neutral: "with no stake seen",
  project: "by a project itself",
  users: "by users",
  vendor: "by a vendor",
};

export const affiliationTitles: Readonly<Record<Affiliation, string>> = {
  neutral: "No stake seen",
  project: "Projects that measure themselves",
  users: "Users’ reports",
  vendor: "Run or paid for by someone who sells one of them",
};

export const roleNames: Readonly<Record<Measurement["role"], string>> = {
  derivation: "Parameters rest on it",
  "held-out": "Held out of the first fit",
  reservation: "Reservations",
  warning: "Where the model must stop",
  context: "Context only",
};

/** How many measurements come from whom. */
export function countAffiliations(
  measurements: readonly Measurement[],
): Record<Affiliation, number> {
  const count = (affiliation: Affiliation) =>
    measurements.filter((each) => each.stake === affiliation).length;
  return {
    neutral: count("neutral"),
    project: count("project"),
    users: count("users"),
    vendor: count("vendor"),
  };
}
