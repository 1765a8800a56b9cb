import type { VariantResult } from "@/lib/engine/types";
import type { Assessment } from "./assessment";

/** The best variant of the first place; of a result in which nothing is possible the nearest. */
export function plannedVariant({ judgement, matrix }: Assessment): string {
  return heirsOf(matrix, judgement.verdict.variant)[0] ?? judgement.verdict.variant;
}

/** A variant itself, or what one that was retired since an older result has become: plans are of what can be had today. */
function heirsOf(
  { retired }: Pick<Assessment["matrix"], "retired">,
  variant: string,
): readonly string[] {
  return retired.find(({ id }) => id === variant)?.becomes ?? [variant];
}

/** The variants of today that a result speaks of, best first, each with what the result found of it or its forebear. */
export function plannableVariants({
  evaluation,
  matrix,
}: Assessment): { readonly variant: string; readonly result: VariantResult }[] {
  return evaluation.variants.flatMap((result) =>
    heirsOf(matrix, result.variant).map((variant) => ({ variant, result })),
  );
}
