import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { decodeCode, encodeAnswers, releaseOf } from "@/lib/answers/code";
import { tableOf } from "@/lib/matrix/frozen";
import { matrix, overlayNotice, table } from "@/lib/matrix/load";
import { currentRelease, releases } from "@/lib/matrix/releases";
import type { Ground } from "@/lib/result/ground";
import { resultHref } from "@/lib/result/links";
import { findGround } from "@/lib/result/result";
import { type SinceThenView, viewSinceThen } from "@/lib/result/since-then";

/**
 * What the engine makes of a code, once per request, with the scoring table of the release the code was made with: an
 * old link replays its verdict, told in today's words. proxy.ts lets only codes through that can be opened. */
export const readGround = cache((code: string): Ground => {
  const decoded = decodeCode(matrix.slots, code, releases.length);
  if (!decoded.ok) notFound();
  return findGround(matrix, tableOf(decoded.release), code, decoded.answers);
});

/** Whose file the verdict of a code rests on. An older code replays the published data of then, so it has none. */
export function readEdition(code: string): string | undefined {
  return releaseOf(code) === currentRelease ? overlayNotice?.name : undefined;
}

/** For a code of an older release: what today's data says, and what changed it. Undefined for a code of today. */
export function readSinceThen(ground: Ground): SinceThenView | undefined {
  const then = releases[releaseOf(ground.code)];
  if (!then || releaseOf(ground.code) === currentRelease) return undefined;
  const code = encodeAnswers(matrix.slots, ground.answers, currentRelease);
  return viewSinceThen(ground, table, then, resultHref(code));
}
