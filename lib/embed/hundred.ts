import { markPath } from "@/lib/result/mark-path";
import type { OptionView } from "@/lib/result/option-view";
import type { VerdictView } from "@/lib/result/verdict";
import { unitText } from "@/lib/result/verdict-text";
import { type Markup, markup } from "@/lib/text/markup";
import { optionClass } from "./palette";

interface Grid {
  readonly columns: number;
  /** From one mark to the next, across and down. */
  readonly pitch: readonly [number, number];
  readonly size: number;
  readonly x?: number;
  readonly y?: number;
}

/**
 * The hundred as SVG paths, each mark in the shape and colour of the option first in it. Paler are those that open answers
 * alone would give it: doubt that answering removes.
 */
export function drawHundred(
  { shares }: VerdictView,
  { columns, pitch, size, x = 0, y = 0 }: Grid,
): Markup {
  const place = (index: number) =>
    [x + (index % columns) * pitch[0], y + Math.floor(index / columns) * pitch[1]] as const;
  let next = 0;
  const draw = (option: OptionView, count: number, kind: string) => {
    const path = Array.from({ length: count }, (_, index) =>
      markPath(option.mark, ...place(next + index), size),
    ).join("");
    next += count;
    return path === "" ? "" : markup`<path class="${optionClass(option.id)}${kind}" d="${path}"/>`;
  };
  const groups = shares.map(
    ({ option, first, open }) =>
      markup`${draw(option, first.of100 - open, "")}${draw(option, open, " open")}`,
  );
  if (next > 0) return markup`${groups}`;
  const dashes = Array.from({ length: 100 }, (_, index) => {
    const [left, top] = place(index);
    return `M${left + size * 0.3} ${top + size / 2}h${size * 0.4}`;
  }).join("");
  return markup`<path class="dash" d="${dashes}"/>`;
}

/** The same in words, for those who do not see it. */
export function describeHundred({ shares, ruledOut, progress }: VerdictView): string {
  const unit = progress.open ? unitText(true) : "weightings";
  const first = shares.filter((each) => each.first.share > 0);
  const said = first.map(({ option, first: { text } }, index) =>
    index === 0 ? `${option.name} is first in ${text} of 100 ${unit}` : `${option.name} in ${text}`,
  );
  return [
    ...(said.length > 0 ? said : ["Nothing is first in any of 100 weightings"]),
    ...ruledOut.map(({ name }) => `${name} is ruled out`),
  ].join(", ");
}
