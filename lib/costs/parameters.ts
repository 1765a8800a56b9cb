import type { AnyParameter, Confidence, Overheads, Profile } from "./types";

/** A row of the table of parameters. */
export interface ParameterRow {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly low: number;
  /** Undefined where nothing typical is known. */
  readonly typical: number | undefined;
  readonly high: number;
  readonly confidence: Confidence;
  readonly sources: readonly string[];
  readonly note: string | undefined;
}

export interface ParameterGroup {
  readonly profile: Profile;
  readonly rows: readonly ParameterRow[];
}

function isShown(value: object): value is Extract<AnyParameter, { unit: string }> {
  return "unit" in value && "low" in value;
}

function collect(value: unknown, path: string): ParameterRow[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  if (isShown(value)) {
    const { label, unit, low, high, confidence, sources, note } = value;
    const typical = "typical" in value ? value.typical : undefined;
    return [{ id: path, label, unit, low, typical, high, confidence, sources, note }];
  }
  return Object.entries(value).flatMap(([key, part]) => collect(part, `${path}-${key}`));
}

/** Every unit cost of the model by profile, in the order of the data. */
export function listParameters({ profiles }: Overheads): ParameterGroup[] {
  return profiles.map((profile) => ({ profile, rows: collect(profile, profile.id) }));
}

/** How many of the parameters rest on low confidence. */
export function countLowConfidence(groups: readonly ParameterGroup[]): {
  readonly low: number;
  readonly all: number;
} {
  const rows = groups.flatMap((group) => group.rows);
  return { low: rows.filter(({ confidence }) => confidence === "low").length, all: rows.length };
}
