import { markPath } from "@/lib/result/mark-path";
import { markup, verbatim } from "@/lib/text/markup";
import { briefVerdict } from "./brief";
import type { EmbedView } from "./embed-view";
import { light, optionClass, optionRules } from "./palette";
import { textWidth } from "./text-width";

const subject = "service mesh";
const size = 11;
const pad = 7;

/** The style sheet of the badge. It stands on its own paper, so one scheme is enough. */
export const badgeStyle = `text{font:${size}px Verdana,"DejaVu Sans",Geneva,sans-serif}${optionRules("light")}`;

/** The result in the height of a line, for the head of a README: “service mesh | ▲ Istio, ambient mode · clear”. */
export function drawBadge(view: EmbedView): string {
  const brief = briefVerdict(view) + (view.edition ? ` (${view.edition})` : "");
  const { options } = view.verdict;
  const subjectWidth = Math.round(textWidth(subject, size) * 1.06);
  const briefWidth = Math.round(textWidth(brief, size) * 1.06);
  const split = subjectWidth + 2 * pad;
  const marks = options.map(
    ({ id, mark }, index) =>
      markup`<path class="${optionClass(id)}" d="${markPath(mark, split + pad + index * 13, 5, 10)}"/>`,
  );
  const briefLeft = split + pad + (options.length === 0 ? 0 : options.length * 13 + 2);
  const width = briefLeft + briefWidth + pad;
  // The length is fixed, so that the words stay in the badge whatever font draws them.
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" viewBox="0 0 ${width} 20" role="img" aria-label="${subject}: ${brief}"><title>${subject}: ${brief}</title><style>${verbatim(badgeStyle)}</style><rect width="${width}" height="20" rx="3" fill="${light.band}"/><path fill="${light.field}" d="M${split} 1h${width - split - 3}a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2h-${width - split - 3}z"/><text x="${pad}" y="14" fill="#fff" textLength="${subjectWidth}" lengthAdjust="spacingAndGlyphs">${subject}</text>${marks}<text x="${briefLeft}" y="14" fill="${light.ink}" textLength="${briefWidth}" lengthAdjust="spacingAndGlyphs">${brief}</text></svg>`
    .text;
}
