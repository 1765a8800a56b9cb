import type { z } from "zod";
import * as schema from "./plan-schema";
import type { PlanData } from "./plan-types";

/** Names the file, the path in it, and the mend. */
class PlanDataError extends Error {
  override name = "PlanDataError";
}

function parseFile<T>(files: Readonly<Record<string, unknown>>, file: string, as: z.ZodType<T>): T {
  const result = as.safeParse(files[file]);
  if (result.success) return result.data;
  const issues = result.error.issues.map(
    (issue) => `  at ${issue.path.join(".") || "the top"}: ${issue.message}`,
  );
  throw new PlanDataError(`data/${file}:\n${issues.join("\n")}`);
}

/**
 * Parses the plan's files (path from data/ → JSON).
 * @throws on the first file whose shape is wrong, naming file, path and mend.
 */
export function parsePlanData(files: Readonly<Record<string, unknown>>): PlanData {
  const { layers, paths } = parseFile(files, "layers.json", schema.layersSchema);
  return {
    sources: parseFile(files, "plan-sources.json", schema.sourcesSchema),
    layers,
    paths,
    first: parseFile(files, "first-duties.json", schema.firstDutiesSchema),
    serviceAuth: parseFile(files, "service-auth.json", schema.serviceAuthSchema),
    zeroTrust: parseFile(files, "zero-trust.json", schema.zeroTrustSchema),
    adoption: parseFile(files, "adoption-paths.json", schema.adoptionPathsSchema),
    migrations: parseFile(files, "migrations.json", schema.migrationsSchema),
  };
}
