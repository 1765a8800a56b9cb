import { counted, listed } from "@/lib/text/words";
import type { Overlay } from "./schema";

/** What readers are told on every page. */
export interface OverlayNotice {
  readonly name: string;
  readonly logo?: string;
  readonly policy: { readonly url: string; readonly title: string };
  readonly asOf: string;
  /** What differs from the published data, in a sentence. */
  readonly what: string;
}

/** Says in a sentence how the organisation's edition differs. */
export function describeOverlay(
  overlay: Overlay,
  variantName: (id: string) => string,
  questionName: (id: string) => string,
): OverlayNotice {
  const {
    name,
    logo,
    policy,
    asOf,
    cells = [],
    banned = [],
    preferred,
    answers,
    presets = [],
  } = overlay;
  const parts = [
    ...(cells.length > 0 ? [`${counted(cells.length, "cell")} corrected`] : []),
    ...(banned.length > 0
      ? [`not allowed: ${listed(banned.map(({ variant }) => variantName(variant)))}`]
      : []),
    ...(preferred
      ? [`preferred: ${listed(preferred.variants.map(({ variant }) => variantName(variant)))}`]
      : []),
    ...(answers && Object.keys(answers).length > 0
      ? [`answered for everybody: ${listed(Object.keys(answers).map(questionName))}`]
      : []),
    ...(presets.length > 0 ? [`${counted(presets.length, "example")} added`] : []),
  ];
  return {
    name,
    ...(logo ? { logo } : {}),
    policy,
    asOf,
    what: parts.length > 0 ? parts.join("; ") : "no finding is changed",
  };
}
