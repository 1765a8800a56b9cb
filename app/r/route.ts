import type { NextRequest } from "next/server";
import { encodeAnswers } from "@/lib/answers/code";
import { readQuery } from "@/lib/answers/query";
import { resultHref } from "@/lib/result/links";
import { packNotUnderstood, resultParameters } from "@/lib/result/not-understood";
import { readNote, readTitle } from "@/lib/result/title";
import { matrix, table } from "@/lib/site/data";
import { currentRelease } from "@/lib/site/releases";

/**
 * Readable links: /r?platform=kubernetes&routing=canary:must leads to the result of these answers. What is not
 * understood travels along and is reported there. Without parameters there is nothing to show, so it leads to the
 * questions.
 */
export function GET(request: NextRequest): Response {
  const entries = [...request.nextUrl.searchParams];
  const asked = entries.filter(([key]) => !resultParameters.includes(key));
  if (asked.length === 0) return redirect("/questions");
  const { answers } = readQuery(table.questions, asked);
  const code = encodeAnswers(matrix.slots, answers, currentRelease);
  const along = new URLSearchParams();
  const title = readTitle(request.nextUrl.searchParams.getAll("title"));
  if (title) along.set("title", title);
  const note = readNote(request.nextUrl.searchParams.getAll("note"));
  if (note) along.set("note", note);
  const ignored = packNotUnderstood(table.questions, asked);
  if (ignored) along.set("ignored", ignored);
  return redirect(`${resultHref(code)}${along.size > 0 ? `?${along}` : ""}`);
}

/** A relative location: behind a proxy the server does not know its own name. */
function redirect(location: string): Response {
  return new Response(null, { status: 307, headers: { location } });
}
