import "server-only";
import { readEdition, readGround } from "@/app/r/[code]/ground";
import { decodeCode } from "@/lib/answers/code";
import { type EmbedView, viewEmbed } from "@/lib/embed/view";
import { matrix } from "@/lib/matrix/load";
import { releases } from "@/lib/matrix/releases";
import type { LinkProblem } from "@/lib/result/link-problem";

export type ReadView =
  | { readonly ok: true; readonly view: EmbedView }
  | { readonly ok: false; readonly problem: LinkProblem };

/** Enough for the embeds of a busy page; a view takes a few kB. */
const kept = 200;
const views = new Map<string, EmbedView>();

/**
 * What a card says of the code. It follows from the code and the data alone, and one result is often read in many
 * places at once, so the last ones are kept.
 */
export function readView(code: string): ReadView {
  const known = views.get(code);
  if (known) {
    views.delete(code);
    views.set(code, known);
    return { ok: true, view: known };
  }
  const decoded = decodeCode(matrix.slots, code, releases.length);
  if (!decoded.ok) return { ok: false, problem: decoded.problem };
  const release = releases[decoded.release] ?? matrix.release;
  const view = viewEmbed(readGround(code), release, readEdition(code));
  views.set(code, view);
  const [oldest] = views.keys();
  if (views.size > kept && oldest !== undefined) views.delete(oldest);
  return { ok: true, view };
}
