import type { Wording } from "./wording";

type Names = Pick<Wording, "options" | "variants">;

/** "a", "a and b", "a, b and c". */
export function listOf(items: readonly string[], joiner: "and" | "or" = "and"): string {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${joiner} ${items.at(-1)}`;
}

/** A label such as "No mesh" is a phrase, not a name. */
const phrase = /^No (?=\p{Ll})/u;

/** The label with a small first letter if it is a phrase. Only where nothing can be misread. */
export function smallLabel(label: string): string {
  return phrase.test(label) ? label.replace(phrase, "no ") : label;
}

/** An option as subject or object: "rules out no mesh" could be read as ruling out nothing, so a phrase is quoted. */
export function optionInSentence(names: Names, id: string): string {
  const name = optionName(names, id);
  return phrase.test(name) ? `“${smallLabel(name)}”` : name;
}

/** With a capital, for the start of a sentence. */
export function startingSentence(text: string): string {
  return text.replace(/^“?\p{Ll}/u, (start) => start.toUpperCase());
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
  return variant ? `${smallLabel(optionName(names, variant.option))} (${variant.short})` : id;
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
