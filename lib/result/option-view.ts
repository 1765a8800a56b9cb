import type { Assessment } from "./assessment";
import { optionOf, variantOf } from "./assessment";

/** What is read of an assessment here. */
type Input = Pick<Assessment, "matrix">;

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

export function viewOption(assessment: Input, id: string): OptionView {
  const { label, mark } = optionOf(assessment, id);
  return { id, name: label, mark };
}

export function viewVariant(assessment: Input, id: string): VariantView {
  const { option, label, short } = variantOf(assessment, id);
  return { id, option: viewOption(assessment, option), label, short };
}
