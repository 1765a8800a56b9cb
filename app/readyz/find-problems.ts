import "server-only";
import { encodeAnswers } from "@/lib/answers/code";
import { describeFinding } from "@/lib/data/check/finding";
import { resultHref } from "@/lib/result/links";
import { findOverlayProblem, matrix } from "@/lib/site/data";
import { findFrozenProblems } from "@/lib/site/frozen";
import { currentRelease } from "@/lib/site/releases";
import { GET as renderKit } from "../r/[code]/kit/route";
import { GET as renderResult } from "../r/[code]/route";

/** Between them they need all that is read from disk: the data, and the files kits are made of. */
const pages = [
  { name: "A result", path: "", render: renderResult },
  { name: "A starter kit", path: "/kit", render: renderKit },
] as const;

/** What keeps this server from its work. */
export async function findProblems(origin: string): Promise<string[]> {
  const overlay = findOverlayProblem();
  const [example] = matrix.presets;
  const code = encodeAnswers(matrix.slots, example?.answers ?? {}, currentRelease);
  const unrendered: string[] = [];
  for (const { name, path, render } of pages) {
    const request = new Request(new URL(`${resultHref(code)}${path}`, origin));
    const { status } = await render(request, { params: Promise.resolve({ code }) });
    if (status !== 200) unrendered.push(`${name} cannot be rendered: the log says why.`);
  }
  return [
    ...(overlay === undefined ? [] : [overlay]),
    ...findFrozenProblems().map((finding) => describeFinding(finding)),
    ...unrendered,
  ];
}
