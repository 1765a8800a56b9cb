export type MarkShape = "triangle" | "diamond" | "circle" | "square" | "plus";

/** What the drawing components need to know of an option: its id picks the colour, its mark the shape. */
export interface OptionLook {
  readonly id: string;
  readonly name: string;
  readonly mark: MarkShape;
}

/** Sets --o, the option's colour, on an element. An id without a colour of its own gets a neutral one. */
export function optionClass(id: string): string {
  return `o o-${id}`;
}
