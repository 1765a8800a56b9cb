import { dark, light, optionRules, type Palette } from "./palette";

function colours({ paper, track, hair, ink, ink2, accent }: Palette): string {
  return `--paper:${paper};--track:${track};--hair:${hair};--ink:${ink};--ink2:${ink2};--accent:${accent}`;
}

/** How far the options' colours reach, rule by rule: a rule for one scheme only. */
function within(selector: string, rules: string): string {
  return rules.replace(/(^|\})(?=\.)/g, `$1${selector} `);
}

/**
 * The style sheet of the embedded document. It is one constant, so its hash is too, and no height depends on that of
 * the window: a frame that grows with its content must not make the content grow.
 */
export const stylesheet = [
  `:root{color-scheme:light dark;${colours(light)}}`,
  optionRules("light"),
  `@media(prefers-color-scheme:dark){:root[data-theme=auto]{${colours(dark)}}${within(":root[data-theme=auto]", optionRules("dark"))}}`,
  `:root[data-theme=light]{color-scheme:light}`,
  `:root[data-theme=dark]{color-scheme:dark;${colours(dark)}}${within(":root[data-theme=dark]", optionRules("dark"))}`,
  "*{box-sizing:border-box;margin:0;padding:0}",
  'body{background:var(--paper);color:var(--ink);font:16px/22px "Radio Canada","Segoe UI","Helvetica Neue","Noto Sans",Arial,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere;text-size-adjust:100%}',
  'body::before{content:"";position:fixed;inset:0;border:1px solid var(--hair);border-top:2px solid var(--ink);pointer-events:none}',
  "main{display:block;padding:16px 17px 13px}",
  "a{color:var(--accent);font-weight:600;text-underline-offset:.2em}a:hover{text-decoration-thickness:3px}",
  "a:focus-visible{outline:3px solid var(--ink);outline-offset:2px}",
  "b{font-weight:600}",
  ".for,.note,.foot,.legend,.sub,.out{font-size:14px;line-height:20px;color:var(--ink2)}",
  "h1{display:flex;gap:.4em;align-items:baseline;margin-top:2px;font-size:24px;line-height:28px;font-weight:600;letter-spacing:-.01em;text-wrap:balance}",
  "h1 .marks{flex:none;white-space:nowrap}",
  ".mark{width:.76em;height:.76em;vertical-align:-.02em}.mark+.mark{margin-left:.16em}",
  ".sure{margin-top:4px}",
  ".note{margin-top:8px;padding-left:10px;border-left:3px solid var(--hair)}",
  ".hundred{display:block;width:100%;max-width:480px;height:auto;margin-top:12px}.dash{stroke:var(--ink2);stroke-width:1.4}",
  ".legend{display:flex;flex-wrap:wrap;gap:0 14px;margin-top:8px;list-style:none}.legend b{color:var(--ink)}",
  "h2{margin-top:12px;padding-top:9px;border-top:1px solid var(--hair);font-size:14px;line-height:20px;font-weight:600;color:var(--ink2)}",
  ".rank{list-style:none}.rank li{display:grid;grid-template-columns:1fr auto;gap:0 12px;padding:4px 0}",
  ".bar{grid-column:1/-1;display:block;width:100%;height:8px;margin-top:3px}.track{fill:var(--track)}",
  ".out{grid-column:1/-1}",
  ".why{margin-top:3px;font-size:15px;line-height:21px}",
  "ul.why{padding-left:1.15em}ul.why li+li{margin-top:4px}",
  ".foot{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 14px;margin-top:12px;padding-top:9px;border-top:1px solid var(--hair)}",
  ".foot a{display:inline-block;padding-block:2px}",
  "@media(forced-colors:active){.mark,.hundred,.bar{forced-color-adjust:none}}",
  "@media print{:root{color-scheme:light}main{break-inside:avoid}}",
].join("");
