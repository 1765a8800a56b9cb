import "server-only";
import { decodeCode } from "@/lib/answers/code";
import { type EmbedView, viewEmbed } from "@/lib/embed/embed-view";
import type { LinkProblem } from "@/lib/result/link-problem";
import { matrix } from "@/lib/site/data";
import { releases } from "@/lib/site/releases";
import { readAssessment, readEdition } from "./assessment";

export type ReadView =
  | { readonly ok: true; readonly view: EmbedView }
  | { readonly ok: false; readonly problem: LinkProblem };

/** What a card says of the code. */
export function readView(code: string): ReadView {
  const decoded = decodeCode(matrix.slots, code, releases.length);
  if (!decoded.ok) return { ok: false, problem: decoded.problem };
  const release = releases[decoded.release] ?? matrix.release;
  return { ok: true, view: viewEmbed(readAssessment(code), release, readEdition(code)) };
}
