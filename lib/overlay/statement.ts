import type { OverlayNotice } from "./describe";

/** What everything that leaves the site says of the organisation's file it was made with. */
export interface OverlayStatement {
  readonly name: string;
  /** What differs from the published data, in a sentence. */
  readonly what: string;
  readonly asOf: string;
  readonly policy: { readonly title: string; readonly url: string };
  /** False for a code of an older release: its verdict is that of the published data of then. */
  readonly applies: boolean;
}

/** The statement for an answer; undefined where no file is laid over the data, so that nothing is said at all. */
export function stateOverlay(
  notice: OverlayNotice | undefined,
  applies: boolean,
): OverlayStatement | undefined {
  if (!notice) return undefined;
  const { name, what, asOf, policy } = notice;
  return { name, what, asOf, policy: { title: policy.title, url: policy.url }, applies };
}

/** Whose edition it is and how it differs, to precede where the reasons are. */
export function overlaySentence({ name, what, applies }: OverlayStatement): string {
  return applies
    ? `Edition of ${name}, not the published data: ${what}.`
    : `Edition of ${name}, whose file is newer than this code: the verdict is that of the data published at that time; what today’s data says is not (${what}).`;
}
