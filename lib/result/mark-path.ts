import type { OptionView } from "./option-view";

/** The outline of a mark in the square of the given size whose upper left corner is at x, y, as SVG path data. */
export function markPath(shape: OptionView["mark"], x: number, y: number, size: number): string {
  const at = (dx: number, dy: number) => `${round(x + dx * size)} ${round(y + dy * size)}`;
  switch (shape) {
    case "triangle":
      return `M${at(0.5, 0.04)}L${at(0.99, 0.94)} ${at(0.01, 0.94)}z`;
    case "diamond":
      return `M${at(0.5, 0)}L${at(1, 0.5)} ${at(0.5, 1)} ${at(0, 0.5)}z`;
    case "circle": {
      const radius = round(0.46 * size);
      const arc = `A${radius} ${radius} 0 1 1 `;
      return `M${at(0.5, 0.04)}${arc}${at(0.5, 0.96)}${arc}${at(0.5, 0.04)}z`;
    }
    case "plus":
      return `M${at(0.33, 0.02)}L${at(0.67, 0.02)} ${at(0.67, 0.33)} ${at(0.98, 0.33)} ${at(0.98, 0.67)} ${at(0.67, 0.67)} ${at(0.67, 0.98)} ${at(0.33, 0.98)} ${at(0.33, 0.67)} ${at(0.02, 0.67)} ${at(0.02, 0.33)} ${at(0.33, 0.33)}z`;
    case "square":
      // The inner square runs the other way round, which makes it a hole.
      return `M${at(0.08, 0.08)}L${at(0.92, 0.08)} ${at(0.92, 0.92)} ${at(0.08, 0.92)}zM${at(0.28, 0.28)}L${at(0.28, 0.72)} ${at(0.72, 0.72)} ${at(0.72, 0.28)}z`;
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
