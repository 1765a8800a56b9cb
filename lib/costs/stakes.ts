import type { Measurement } from "./types";

export type Stake = Measurement["stake"];

/** From those least to those most interested in the outcome. */
export const stakes: readonly Stake[] = ["neutral", "project", "users", "vendor"];

export const stakeNames: Readonly<Record<Stake, string>> = {
  neutral: "with no stake seen",
  project: "by a project itself",
  users: "by users",
  vendor: "by a vendor",
};

export const stakeTitles: Readonly<Record<Stake, string>> = {
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
export function countStakes(measurements: readonly Measurement[]): Record<Stake, number> {
  const count = (stake: Stake) => measurements.filter((each) => each.stake === stake).length;
  return {
    neutral: count("neutral"),
    project: count("project"),
    users: count("users"),
    vendor: count("vendor"),
  };
}
