import { dataOf } from "./edition";
import type { EmbedView } from "./embed-view";
import type { EmbedOptions } from "./parameters";
import { textWidth } from "./text-width";

/** Lines that a paragraph takes, with room for words that do not break where counted. */
function lines(text: string, size: number, width: number, bold = false): number {
  return Math.max(1, Math.ceil((textWidth(text, size, bold) * 1.08) / width));
}

/**
 * How high a frame of this width has to be for the whole card, where no script can tell: counted from the words, a line
 * too much rather than one too few.
 */
export function countHeight(view: EmbedView, options: EmbedOptions, width: number): number {
  const inner = Math.max(160, width - 34);
  const { verdict, ranking, reasons } = view;
  const title = options.title ? `Service mesh for “${options.title}”` : "Which service mesh";
  const marks = verdict.options.length * 22 + 10;
  const legend = [
    ...verdict.shares.filter(({ first }) => first.share > 0).map(({ option }) => option.name),
    ...verdict.ruledOut.map(({ name }) => `${name}, ruled out`),
  ];
  const legendWidth = legend.reduce((sum, text) => sum + textWidth(`${text} 88`, 14) + 32, 0);
  let height = 29;
  height += 20 * lines(title, 14, inner);
  height += 2 + 28 * lines(verdict.heading, 24, inner - marks, true);
  height += 4 + 22 * lines(`${verdict.wordLabel}: ${verdict.certainty}`, 16, inner);
  if (options.note) height += 8 + 20 * lines(options.note, 14, inner - 13);
  height += 12 + Math.ceil((Math.min(480, inner) * 49) / 322);
  height += 8 + 20 * Math.ceil(legendWidth / inner);
  if (options.view === "full") {
    height += 42;
    for (const rank of ranking) {
      const name = lines(`${rank.option.name} ${rank.variant}`, 16, inner - 60);
      height += 8 + 22 * name + (rank.out ? 20 * lines(`ruled out: ${rank.out}`, 14, inner) : 11);
    }
    height += 45 + 21 * lines(verdict.explanation, 15, inner);
    if (reasons.length > 0) height += 45;
    for (const reason of reasons) height += 4 + 21 * lines(reason, 15, inner - 18);
  }
  const data = dataOf(view);
  const [reasonsLink, changesLink] = [
    textWidth("See the reasons", 14, true),
    textWidth("What would change it", 14, true),
  ];
  const links = options.view === "full" ? reasonsLink + 14 + changesLink : reasonsLink;
  // The links in one line or in two, and what edition it is beside them or below.
  const linkLines = links * 1.08 > inner ? 2 : 1;
  const below = links * 1.08 + 14 + textWidth(data, 14) * 1.08 > inner;
  return height + 30 + 24 * linkLines + (below ? 20 * lines(data, 14, inner) : 0);
}
