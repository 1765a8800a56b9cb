import { listed } from "@/lib/text/words";

/**
 * How options and variants are named inside sentences. A label such as “No mesh” is a phrase, not a name: bare, “no mesh
 * is first” could be read the other way round, so it takes quotation marks there.
 */

interface Labelled {
  readonly label: string;
}

const phrase = /^No (?=\p{Ll})/u;

/** The label with a small first letter if it is a phrase: “Linkerd or no mesh”. Only where nothing can be misread. */
export function smallLabel({ label }: Labelled): string {
  return phrase.test(label) ? label.replace(phrase, "no ") : label;
}

/** The option as the subject or object of a sentence: “Istio is first”, “‘no mesh’ is first”. */
export function optionInText(option: Labelled): string {
  return phrase.test(option.label) ? `“${smallLabel(option)}”` : option.label;
}

/** All options in a sentence: “Istio, Linkerd or no mesh”. */
export function optionList(options: readonly Labelled[], conjunction: "and" | "or" = "or"): string {
  return listed(options.map(smallLabel), conjunction);
}

/** The variant in a sentence: “Istio (ambient mode)”, “no mesh (CNI encryption)”. */
export function variantInText(option: Labelled, variant: { readonly short: string }): string {
  return `${smallLabel(option)} (${variant.short})`;
}
