import type { Overheads } from "./types";

/** A parameter without its prose and sources. */
type Slim<T> = T extends { unit: string }
  ? Omit<T, "label" | "unit" | "sources" | "note">
  : T extends readonly (infer Item)[]
    ? Slim<Item>[]
    : T extends object
      ? { [Key in keyof T]: Slim<T[Key]> }
      : T;

/** What sizing needs and no more: small enough to travel to the browser. */
export type SizingModel = Slim<
  Pick<Overheads, "profiles" | "ratios" | "refusals" | "validity" | "newest">
> & { readonly waypoints: { readonly callsPerReplica: number; readonly perCluster: number } };

export type SizingProfile = SizingModel["profiles"][number];
export type SizingDataPlane = SizingProfile["dataPlane"];
export type SizingControlPlane = Exclude<SizingProfile["controlPlane"], { refused: string }>;
export type SizingParameter = SizingControlPlane["memoryBase"];
export type MeasuredParameter = Extract<SizingDataPlane, { kind: "sidecar" }>["memory"];

function isParameter(value: object): boolean {
  return "unit" in value && "low" in value;
}

function slim(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(slim);
  if (typeof value !== "object" || value === null) return value;
  const dropped = isParameter(value) ? ["label", "unit", "sources", "note"] : [];
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !dropped.includes(key))
      .map(([key, part]) => [key, slim(part)]),
  );
}

/** Reduces the data to the sizing model. */
export function compileModel(overheads: Overheads): SizingModel {
  const { profiles, ratios, refusals, validity, newest, defaults } = overheads;
  const { callsPerReplica, perCluster } = defaults.waypoints;
  return {
    ...(slim({ profiles, ratios, refusals, validity, newest }) as Omit<SizingModel, "waypoints">),
    waypoints: { callsPerReplica, perCluster },
  };
}

export function profileOf(model: SizingModel, id: string): SizingProfile {
  const profile = model.profiles.find((each) => each.id === id);
  if (!profile) throw new RangeError(`the sizing model has no profile "${id}"`);
  return profile;
}

export function refusalOf(model: SizingModel, id: string): SizingModel["refusals"][number] {
  const refusal = model.refusals.find((each) => each.id === id);
  if (!refusal) throw new RangeError(`the sizing model has no refusal "${id}"`);
  return refusal;
}
