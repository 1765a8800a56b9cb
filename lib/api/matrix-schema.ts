import { z } from "zod";
import * as schema from "@/lib/data/schema";
import type { Matrix } from "@/lib/data/types";
import { overlayStatementSchema, releaseSchema } from "@/lib/export/result-schema";
import type { OverlayStatement } from "@/lib/overlay/statement";

const { options, variants } = schema.optionsSchema.shape;

const capabilitySchema = schema.capabilitySchema.meta({
  id: "Capability",
  description: "A row of the matrix: its definition and yardstick, and a cell for each variant",
});

/** The whole matrix. */
export const matrixSchema = z
  .object({
    release: releaseSchema,
    overlay: overlayStatementSchema.optional(),
    groups: schema.groupsSchema,
    options,
    variants,
    levels: schema.levelsSchema.describe("What each level is worth, and why"),
    burdens: schema.burdensSchema,
    capabilities: z.array(capabilitySchema),
  })
  .meta({ id: "Matrix" });

/** One row of it. */
export const matrixRowSchema = z
  .object({
    release: releaseSchema,
    overlay: overlayStatementSchema.optional(),
    capability: capabilitySchema,
  })
  .meta({ id: "MatrixRow" });

export type MatrixJson = z.infer<typeof matrixSchema>;
export type MatrixRow = z.infer<typeof matrixRowSchema>;

/** The matrix as the API gives it: what is known about the options, without questions and rules. */
export function listMatrix(matrix: Matrix, overlay?: OverlayStatement): MatrixJson {
  return {
    release: matrix.release,
    ...(overlay ? { overlay } : {}),
    groups: [...matrix.groups],
    options: [...matrix.options],
    variants: [...matrix.variants],
    levels: matrix.levels,
    burdens: [...matrix.burdens],
    capabilities: [...matrix.capabilities],
  };
}

/** One row; undefined if there is none of that id. */
export function findMatrixRow(
  matrix: Matrix,
  id: string,
  overlay?: OverlayStatement,
): MatrixRow | undefined {
  const capability = matrix.capabilities.find((each) => each.id === id);
  return capability && { release: matrix.release, ...(overlay ? { overlay } : {}), capability };
}
