import type { LinkProblem } from "@/lib/result/link-problem";
import { wordedHref } from "@/lib/result/links";
import { markPath } from "@/lib/result/mark-path";
import type { OptionView } from "@/lib/result/option-view";
import { type Markup, markup, verbatim } from "@/lib/text/markup";
import { capitalised } from "@/lib/text/words";
import { briefVerdict } from "./brief";
import { dataOf } from "./edition";
import type { EmbedRank, EmbedView } from "./embed-view";
import { describeHundred, drawHundred } from "./hundred";
import { optionClass } from "./palette";
import type { EmbedOptions } from "./parameters";
import { resizeScript } from "./resize";
import { stylesheet } from "./stylesheet";

interface PageProps {
  readonly title: string;
  readonly theme: EmbedOptions["theme"];
  /** The origin that wants to know the height; without it the document holds no script. */
  readonly host?: string | undefined;
  readonly content: Markup;
}

function page({ title, theme, host, content }: PageProps): string {
  const data = host === undefined ? "" : markup` data-host="${host}"`;
  const script = host === undefined ? "" : markup`<script>${verbatim(resizeScript)}</script>`;
  return markup`<!doctype html><html lang="en" data-theme="${theme}"${data}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${verbatim(stylesheet)}</style></head><body><main aria-label="Service mesh verdict">${content}</main>${script}</body></html>`
    .text;
}

function mark({ id, mark: shape }: OptionView): Markup {
  return markup`<svg class="mark ${optionClass(id)}" viewBox="0 0 16 16" aria-hidden="true"><path d="${markPath(shape, 0, 0, 16)}"/></svg>`;
}

function legend({ verdict }: EmbedView): Markup {
  const first = verdict.shares
    .filter((each) => each.first.share > 0)
    .map(
      ({ option, first: { text } }) =>
        markup`<li>${mark(option)} ${option.name} <b>${text}</b></li>`,
    );
  const out = verdict.ruledOut.map(
    (option) => markup`<li>${mark(option)} ${option.name}, ruled out</li>`,
  );
  return markup`<ul class="legend" aria-hidden="true">${first}${out}</ul>`;
}

function rank({ option, variant, score, points, out }: EmbedRank): Markup {
  const name = markup`<span>${mark(option)} ${option.name} <span class="sub">${variant}</span></span>`;
  if (score === undefined) {
    return markup`<li>${name}<span class="out">ruled out: ${out ?? ""}</span></li>`;
  }
  const bar = markup`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8"/><rect class="${optionClass(option.id)}" width="${score.toFixed(2)}" height="8"/></svg>`;
  return markup`<li>${name}<b>${points ?? ""}</b>${bar}</li>`;
}

function details({ ranking, verdict, reasons }: EmbedView): Markup {
  const decided =
    reasons.length === 0
      ? ""
      : markup`<h2>What counted most</h2><ul class="why">${reasons.map((each) => markup`<li>${each}</li>`)}</ul>`;
  return markup`<h2>Score of 100</h2><ol class="rank">${ranking.map(rank)}</ol><h2>Why</h2><p class="why">${verdict.explanation}</p>${decided}`;
}

/** The card as one document: no script, nothing loaded, readable from 280 px. */
export function writeEmbed(view: EmbedView, options: EmbedOptions, host?: string): string {
  const { verdict, code } = view;
  const { title, note, theme } = options;
  const forWhat = title
    ? markup`Service mesh for “<bdi>${title}</bdi>”`
    : markup`Which service mesh, if any`;
  const marks =
    verdict.options.length === 0
      ? ""
      : markup`<span class="marks">${verdict.options.map(mark)}</span>`;
  const said = note ? markup`<p class="note"><bdi>${note}</bdi></p>` : "";
  const href = wordedHref(code, options);
  const full = options.view === "full";
  const named = verdict.word === "clear" || verdict.word === "leaning";
  const sure = named
    ? markup`<b>${verdict.wordLabel}:</b> ${verdict.certainty}`
    : capitalised(verdict.certainty);
  const content = markup`<p class="for">${forWhat}</p><h1>${marks}<span>${verdict.heading}</span></h1><p class="sure">${sure}</p>${said}<svg class="hundred" viewBox="0 0 322 49" role="img" aria-label="${describeHundred(verdict)}">${drawHundred(verdict, { columns: 25, pitch: [13, 13], size: 10 })}</svg>${legend(view)}${full ? details(view) : ""}<p class="foot"><a href="${href}" target="_blank" rel="noopener">See the reasons</a>${full ? markup`<a href="${href}#changes" target="_blank" rel="noopener">What would change it</a>` : ""}<span>${dataOf(view)}</span></p>`;
  return page({ title: `Service mesh: ${briefVerdict(view)}`, theme, host, content });
}

const problems: Readonly<Record<LinkProblem, string>> = {
  foreign: "What stands at the end of its address is not one of our codes.",
  damaged: "A character of its code was lost or changed on the way.",
  newer: "Its code was made by a later version of this site.",
};

/** What stands in the frame when the code cannot be opened. */
export function writeEmbedProblem(
  problem: LinkProblem,
  { theme }: EmbedOptions,
  host?: string,
): string {
  const content = markup`<h1>This card cannot be shown</h1><p class="sure">${problems[problem]} Whoever runs the page around it can make a new one.</p><p class="foot"><a href="/" target="_blank" rel="noopener">Choose a service mesh</a></p>`;
  return page({ title: "This card cannot be shown", theme, host, content });
}
