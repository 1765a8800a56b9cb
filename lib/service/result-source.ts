import "server-only";
import { decodeCode, releaseOf } from "@/lib/answers/code";
import { respondProblem } from "@/lib/api/respond";
import type { Words } from "@/lib/export/links";
import type { ExportSource } from "@/lib/export/source";
import { stateOverlay } from "@/lib/overlay/statement";
import type { LinkProblem } from "@/lib/result/link-problem";
import { viewOffers } from "@/lib/result/offers";
import { readNote, readTitle } from "@/lib/result/title";
import { matrix, overlayNotice, reference } from "@/lib/site/data";
import { publicOrigin } from "@/lib/site/origin";
import { currentRelease, releases } from "@/lib/site/releases";
import { readAssessment, readResult, readSinceThen } from "./assessment";

/** What is wrong with a code and what would mend it, for programs. */
export const codeProblems: Readonly<Record<LinkProblem, string>> = {
  foreign:
    "This is not one of our codes: a code is 5 to 120 letters and digits. Take it from the address of a result, after /r/.",
  damaged:
    "The code is damaged: its checksum does not match, so a character was lost or changed. Copy it again, whole.",
  newer: "The code was made by a later version of this site. Ask where it was made.",
};

/** What is wrong with a code; undefined if it can be opened. */
export function findCodeProblem(code: string): LinkProblem | undefined {
  const decoded = decodeCode(matrix.slots, code, releases.length);
  return decoded.ok ? undefined : decoded.problem;
}

/** The source of a result’s files, from a code that can be opened: the very assessment the page is told from. */
export function sourceOf(request: Request, code: string, words: Words): ExportSource {
  const assessment = readAssessment(code);
  return {
    assessment,
    result: readResult(code),
    release: releases[releaseOf(code)] ?? matrix.release,
    since: readSinceThen(assessment),
    overlay: stateOverlay(overlayNotice, releaseOf(code) === currentRelease),
    offers: viewOffers(reference.offers, assessment),
    ...words,
    origin: publicOrigin(request.headers),
  };
}

/** The words that an address carries beside its code. */
export function readWords(query: URLSearchParams): Words {
  const asked = query.get("why-not");
  const whyNot = matrix.options.find(({ id }) => id === asked)?.id;
  return {
    title: readTitle(query.getAll("title")),
    note: readNote(query.getAll("note")),
    ...(whyNot === undefined ? {} : { whyNot }),
  };
}

/** The source of a file under /r/<code>/, or the answer that says what is wrong with the code. */
export async function readSource(
  request: Request,
  params: Promise<{ code: string }>,
): Promise<ExportSource | Response> {
  const { code } = await params;
  const problem = findCodeProblem(code);
  if (problem) {
    const part = { in: "path", name: "code", detail: codeProblems[problem] } as const;
    return respondProblem(publicOrigin(request.headers), "bad-code", codeProblems[problem], [part]);
  }
  return sourceOf(request, code, readWords(new URL(request.url).searchParams));
}
