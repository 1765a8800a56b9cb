import "server-only";
import { LRUCache } from "lru-cache";
import { notFound } from "next/navigation";
import { decodeCode, encodeAnswers, releaseOf } from "@/lib/answers/code";
import type { Assessment } from "@/lib/result/assessment";
import { judgeAsThen } from "@/lib/result/judge-as-then";
import { resultHref } from "@/lib/result/links";
import { assess, type ResultView, viewResult } from "@/lib/result/result";
import { type SinceThenView, viewSinceThen } from "@/lib/result/since-then";
import { matrix, overlayNotice, table } from "@/lib/site/data";
import { findOlder } from "@/lib/site/frozen";
import { currentRelease, releases } from "@/lib/site/releases";

/**
 * The last results written. One follows from its code and the data alone, and a link that was sent round is opened by many
 * at once. A result and what it is written from take about 0.2 MB.
 */
const assessments = new LRUCache<string, Assessment>({ max: 40 });
const results = new LRUCache<string, ResultView>({ max: 40 });

/**
 * What the engine makes of a code, with the table and the engine of the release the code was made with: an old link replays
 * its verdict, in today's words. proxy.ts lets only codes through that can be opened.
 */
export function readAssessment(code: string): Assessment {
  const known = assessments.get(code);
  if (known) return known;
  const decoded = decodeCode(matrix.slots, code, releases.length);
  if (!decoded.ok) notFound();
  const { answers, release } = decoded;
  const then = findOlder(release);
  const assessment = then
    ? assess(matrix, then.table, code, answers, judgeAsThen(then, answers))
    : assess(matrix, table, code, answers);
  assessments.set(code, assessment);
  return assessment;
}

/** The whole result of a code that can be opened. */
export function readResult(code: string): ResultView {
  const known = results.get(code);
  if (known) return known;
  const result = viewResult(readAssessment(code));
  results.set(code, result);
  return result;
}

/** Whose file the verdict of a code rests on. An older code replays the published data of then, so it has none. */
export function readEdition(code: string): string | undefined {
  return releaseOf(code) === currentRelease ? overlayNotice?.name : undefined;
}

/** For a code of an older release: what today's data says, and what changed it. Undefined for a code of today. */
export function readSinceThen(assessment: Assessment): SinceThenView | undefined {
  const then = releases[releaseOf(assessment.code)];
  if (!then || releaseOf(assessment.code) === currentRelease) return undefined;
  const code = encodeAnswers(matrix.slots, assessment.answers, currentRelease);
  return viewSinceThen(assessment, table, then, resultHref(code));
}
