import { markPath } from "@/lib/result/mark-path";
import type { OptionView } from "@/lib/result/option-view";
import { type Markup, markup, verbatim } from "@/lib/text/markup";
import { capitalised } from "@/lib/text/words";
import { briefVerdict } from "./brief";
import { cardSize } from "./card-size";
import { dataOf } from "./edition";
import type { EmbedView } from "./embed-view";
import { describeHundred, drawHundred } from "./hundred";
import { dark, lamp, light, optionClass, optionRules, type Palette } from "./palette";
import type { Theme } from "./parameters";
import { textWidth, wrapText } from "./text-width";

const left = 30;
const inner = cardSize.width - 2 * left;
const footTop = 279;
const hundredTop = 174;
const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

function colours({ field, ink, ink2 }: Palette): string {
  return `.field{fill:${field}}.ink{fill:${ink}}.ink2{fill:${ink2}}.dash{stroke:${ink2};stroke-width:1.4}`;
}

function schemeRules(scheme: "light" | "dark"): string {
  return colours(scheme === "light" ? light : dark) + optionRules(scheme);
}

/** The style sheet of the card: what is light and dark follows the reader, or is fixed. */
export function cardStyle(theme: Theme): string {
  const font =
    'text{font-family:"Radio Canada","Segoe UI","Helvetica Neue","Noto Sans",Arial,sans-serif}.bold{font-weight:600}';
  if (theme !== "auto") return font + schemeRules(theme);
  return `${font}${schemeRules("light")}@media(prefers-color-scheme:dark){${schemeRules("dark")}}`;
}

interface LineProps {
  readonly y: number;
  readonly size: number;
  readonly kind: string;
  readonly x?: number;
}

function line(text: string, { y, size, kind, x = left }: LineProps): Markup {
  return markup`<text x="${x}" y="${y}" font-size="${size}" class="${kind}">${text}</text>`;
}

interface Placed {
  readonly drawn: Markup;
  /** The baseline of its last line. */
  readonly bottom: number;
}

/** On one line, as large as it fits, else on two. */
function drawVerdict({ verdict }: EmbedView): Placed {
  const set = (size: number, lines: number) => {
    const pitch = size * 0.9;
    const indent = verdict.options.length === 0 ? 0 : verdict.options.length * pitch + 8;
    const width = inner - indent;
    return {
      size,
      pitch,
      indent,
      lines: wrapText(verdict.heading, { size, width, lines, bold: true }),
    };
  };
  const settings = [set(40, 2), set(34, 2), set(29, 2)] as const;
  const { size, pitch, indent, lines } =
    settings.find((each) => each.lines.length === 1) ?? settings[2];
  const first = 46 + size * 0.94;
  const marks = verdict.options.map(({ id, mark }, index) => {
    const path = markPath(mark, left + index * pitch, first - size * 0.74, size * 0.75);
    return markup`<path class="${optionClass(id)}" d="${path}"/>`;
  });
  const baseline = (index: number) => Math.round(first + index * size * 1.12);
  const drawn = markup`${marks}${lines.map((text, index) =>
    line(text, { x: left + indent, y: baseline(index), size, kind: "ink bold" }),
  )}`;
  return { drawn, bottom: baseline(lines.length - 1) };
}

/** Where the heading says already that it is too close, or that nothing is possible, the word is left out. */
function drawCertainty({ verdict }: EmbedView, top: number): Markup {
  const size = 17;
  const named = verdict.word === "clear" || verdict.word === "leaning";
  const word = named ? `${verdict.wordLabel}:` : "";
  const text = named ? `${word} ${verdict.certainty}` : capitalised(verdict.certainty);
  return markup`${wrapText(text, { size, width: inner, lines: 2 }).map((each, index) => {
    const y = top + 28 + index * 22;
    if (index > 0 || !named) return line(each, { y, size, kind: "ink" });
    return markup`<text x="${left}" y="${y}" font-size="${size}" class="ink"><tspan class="bold">${word}</tspan>${each.slice(word.length)}</text>`;
  })}`;
}

function drawLegend({ verdict }: EmbedView): Markup {
  const size = 14;
  let x = left;
  const step = (text: string) => {
    const start = x;
    x += textWidth(text, size) + 14;
    return start;
  };
  const entry = ({ id, mark }: OptionView, text: string) => {
    const start = step(`\u2003${text}`);
    return markup`<path class="${optionClass(id)}" d="${markPath(mark, start, 254, 11)}"/>${line(text, { x: start + 17, y: 264, size, kind: "ink2" })}`;
  };
  const first = verdict.shares
    .filter((each) => each.first.share > 0)
    .map(({ option, first: { text } }) => entry(option, `${option.name} ${text}`));
  if (verdict.ruledOut.length === 0) return markup`${first}`;
  const word = first.length > 0 ? "ruled out:" : "Ruled out:";
  const said = line(word, { x: step(word), y: 264, size, kind: "ink2" });
  return markup`${first}${said}${verdict.ruledOut.map((option) => entry(option, option.name))}`;
}

function drawFoot(view: EmbedView): Markup {
  const { release, edition } = view;
  const checked = `data ${release.id}, checked to ${day.format(new Date(release.asOf))}`;
  // An edition takes the place of the day: both do not fit beside the name of the site.
  const [data = ""] = edition
    ? wrapText(dataOf(view), { size: 13, width: inner - 210, lines: 1 })
    : [checked];
  return markup`<path fill="${light.band}" d="M0 ${footTop}h${cardSize.width}v${cardSize.height - footTop}H0z"/><g transform="translate(${left} ${footTop + 8}) scale(.72)" fill="none" stroke="#fff" stroke-width="2.4"><path d="M2 14h8M10 14 19 5M10 14h9M10 14l9 9"/><circle cx="22" cy="4.5" r="4.5" fill="${lamp}" stroke="none"/><circle cx="22" cy="14" r="3.2"/><circle cx="22" cy="23.5" r="3.2"/></g><text x="${left + 29}" y="${footTop + 23}" font-size="15" class="bold" fill="#fff">Choose a service mesh</text><text x="${cardSize.width - left}" y="${footTop + 23}" font-size="13" fill="#d5e4de" text-anchor="end">${data}</text>`;
}

/** The result as a picture: text as text, nothing loaded, light or dark as its reader likes it. */
export function drawCard(
  view: EmbedView,
  { theme, title }: { readonly theme: Theme; readonly title?: string | undefined },
): string {
  const { width, height } = cardSize;
  const forWhat = title ? `Service mesh for “${title}”` : "Which service mesh, if any";
  const [over = ""] = wrapText(forWhat, { size: 15, width: inner, lines: 1 });
  const verdict = drawVerdict(view);
  const hundred = drawHundred(view.verdict, {
    columns: 25,
    pitch: [22, 18.6],
    size: 13.5,
    x: left,
    y: hundredTop,
  });
  const edition = view.edition ? ` Edition of ${view.edition}.` : "";
  const description = `${briefVerdict(view)}. ${describeHundred(view.verdict)}.${edition}`;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description"><title id="title">${forWhat}: ${view.verdict.heading}</title><desc id="description">${description}</desc><style>${verbatim(cardStyle(theme))}</style><rect class="field" width="${width}" height="${height}"/>${line(over, { y: 40, size: 15, kind: "ink2" })}${verdict.drawn}${drawCertainty(view, verdict.bottom)}${hundred}${drawLegend(view)}${drawFoot(view)}</svg>`
    .text;
}
