import type { OverlayStatement } from "@/lib/overlay/statement";
import type { Assessment } from "@/lib/result/assessment";
import type { OffersView } from "@/lib/result/offers";
import type { ResultView } from "@/lib/result/result";
import type { SinceThenView } from "@/lib/result/since-then";
import type { Words } from "./links";

/** What every export is written from. No clock and no network: the same source gives the same file. */
export interface ExportSource extends Words {
  readonly assessment: Assessment;
  readonly result: ResultView;
  /** The release of the data that the code was made with and the result is computed from. */
  readonly release: { readonly id: string; readonly asOf: string };
  /** What today’s data says, where that release is an older one. */
  readonly since?: SinceThenView | undefined;
  /** The organisation’s file that is laid over the data, where there is one. */
  readonly overlay?: OverlayStatement | undefined;
  /** What the reader’s cloud offers to the point. */
  readonly offers?: OffersView | undefined;
  /** Where the site is reached, without a path: files are read elsewhere, so their links are absolute. */
  readonly origin: string;
}

/** Makes an address of this site absolute. */
export function absolute({ origin }: ExportSource, href: string): string {
  return origin + href;
}
