import { optionInText, variantInText } from "@/lib/result/names";
import type { Wording } from "./wording";

type Names = Pick<Wording, "options" | "variants">;

/** An option as subject or object: "rules out no mesh" could be read as ruling out nothing, so a phrase is quoted. */
function optionInSentence(names: Names, id: string): string {
  return optionInText({ label: optionName(names, id) });
}

export function optionName(names: Names, id: string): string {
  return names.options.find((option) => option.id === id)?.name ?? id;
}

export function variantName(names: Names, id: string): string {
  return names.variants.find((variant) => variant.id === id)?.label ?? id;
}

/** "Istio (ambient mode)": option and variant in a running sentence. */
export function variantInSentence(names: Names, id: string): string {
  const variant = names.variants.find((each) => each.id === id);
  return variant ? variantInText({ label: optionName(names, variant.option) }, variant) : id;
}

/**
 * These variants in a sentence, in the order of the data. An option whose every variant is meant, or that is in
 * `whole`, is named once.
 */
export function listVariants(
  names: Names,
  ids: readonly string[],
  whole: readonly string[] = [],
): string[] {
  return names.options.flatMap(({ id }) => {
    const all = names.variants.filter(({ option }) => option === id);
    const meant = all.filter((variant) => ids.includes(variant.id));
    if (meant.length === 0) return [];
    if (meant.length === all.length || whole.includes(id)) return [optionInSentence(names, id)];
    return meant.map((variant) => variantInSentence(names, variant.id));
  });
}
