import type { NextRequest } from "next/server";
import { decodeCode, encodeAnswers } from "@/lib/answers/code";
import { matrix, table } from "@/lib/matrix/load";
import { currentRelease, releases } from "@/lib/matrix/releases";
import { type Field, mergeForm } from "@/lib/questionnaire/merge-form";
import { findPage, neighboursOf } from "@/lib/questionnaire/pages";
import { wording } from "../questions/wording";

const own = ["a", "page", "go", "clear"];

/** Takes a page of the questionnaire as a plain form, adds it to the draft and leads on. */
export function GET({ nextUrl: { searchParams } }: NextRequest): Response {
  const page = findPage(wording, searchParams.get("page") ?? "");
  if (!page) return leadTo("/questions");
  const code = searchParams.get("a") ?? "";
  const before = code === "" ? undefined : decodeCode(matrix.slots, code, releases.length);
  const { answers, leftAside } = mergeForm(
    table.questions,
    before?.ok ? before.answers : {},
    page.questions.map(({ id }) => id),
    [...searchParams].filter(([key]) => !own.includes(key)),
    searchParams.get("clear") ?? undefined,
  );
  const problems: Field[] = [...leftAside];
  if (before && !before.ok) problems.push(["a", code]);
  const isEmpty = Object.keys(answers).length === 0;
  const draft = isEmpty ? "" : encodeAnswers(matrix.slots, answers, currentRelease);

  const cleared = searchParams.get("clear");
  const go = cleared === null ? searchParams.get("go") : "here";
  if (problems.length > 0) return leadTo(page.path, draft, problems);
  if (go === "result") {
    return isEmpty ? leadTo(page.path, draft, [["go", "result"]]) : leadTo(`/r/${draft}`);
  }
  const { previous, next } = neighboursOf(wording, page.id);
  if (go === "next") return leadTo(next.path, draft);
  if (go === "previous" && previous) return leadTo(previous.path, draft);
  return leadTo(page.path, draft, [], cleared === null ? undefined : `q-${cleared}`);
}

function leadTo(path: string, draft = "", problems: readonly Field[] = [], anchor?: string) {
  const query = new URLSearchParams();
  if (draft !== "") query.set("a", draft);
  for (const [key, value] of problems) query.append("bad", `${key}=${value}`);
  const search = query.size > 0 ? `?${query}` : "";
  // Relative, so that it holds behind any host name and proxy.
  const location = `${path}${search}${anchor ? `#${encodeURIComponent(anchor)}` : ""}`;
  return new Response(null, {
    status: 303,
    headers: { location, "cache-control": "no-store", "referrer-policy": "same-origin" },
  });
}
