import "server-only";
import { encodeAnswers } from "@/lib/answers/code";
import { describeFinding } from "@/lib/data/check/finding";
import { resultHref } from "@/lib/result/links";
import { findOverlayProblem, matrix } from "@/lib/site/data";
import { findFrozenProblems } from "@/lib/site/frozen";
import { currentRelease } from "@/lib/site/releases";
import { GET } from "../r/[code]/route";

/** What keeps this server from its work. */
export async function findProblems(origin: string): Promise<string[]> {
  const overlay = findOverlayProblem();
  const [example] = matrix.presets;
  const code = encodeAnswers(matrix.slots, example?.answers ?? {}, currentRelease);
  const result = await GET(new Request(new URL(resultHref(code), origin)), {
    params: Promise.resolve({ code }),
  });
  return [
    ...(overlay === undefined ? [] : [overlay]),
    ...findFrozenProblems().map((finding) => describeFinding(finding)),
    ...(result.status === 200 ? [] : ["A result cannot be rendered: the log says why."]),
  ];
}
