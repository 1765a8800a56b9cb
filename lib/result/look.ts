import type { Ground } from "./ground";
import { optionOf, variantOf } from "./ground";

/** What is drawn of an option: its id picks the colour, its mark the shape. */
export interface OptionView {
  readonly id: string;
  readonly name: string;
  readonly mark: "triangle" | "diamond" | "circle" | "square" | "plus";
}

export interface VariantView {
  readonly id: string;
  readonly option: OptionView;
  /** “Istio, ambient mode”. */
  readonly label: string;
  /** “ambient mode”, beside the option’s name. */
  readonly short: string;
}

export function viewOption(ground: Ground, id: string): OptionView {
  const { label, mark } = optionOf(ground, id);
  return { id, name: label, mark };
}

export function viewVariant(ground: Ground, id: string): VariantView {
  const { option, label, short } = variantOf(ground, id);
  return { id, option: viewOption(ground, option), label, short };
}
