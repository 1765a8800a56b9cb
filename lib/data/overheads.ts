import type { z } from "zod";
import type { Finding } from "./check/finding";
import type { overheadsSchema } from "./overheads-schema";
import type { Matrix } from "./types";

/** Holds that each variant of the matrix is sized once. */
export function checkOverheads(
  { profiles }: z.infer<typeof overheadsSchema>,
  { variants }: Pick<Matrix, "variants">,
): Finding[] {
  const sized = profiles.flatMap((profile) => profile.variants).sort();
  const all = variants.map(({ id }) => id).sort();
  if (sized.join() === all.join()) return [];
  const message = `must hold each variant once: ${all.join(", ")}`;
  return [{ file: "overheads.json", path: ["profiles"], message }];
}
