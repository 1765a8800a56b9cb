import type { NextRequest } from "next/server";
import { decodeCode, encodeAnswers } from "@/lib/answers/code";
import { closeAnswers } from "@/lib/engine/judge";
import { type Field, mergeForm } from "@/lib/questionnaire/merge-form";
import { addressTo, findPage, listPages, neighboursOf } from "@/lib/questionnaire/pages";
import { wordedHref } from "@/lib/result/links";
import { readTitle } from "@/lib/result/title";
import { wording } from "@/lib/service/wording";
import { matrix, table } from "@/lib/site/data";
import { currentRelease, releases } from "@/lib/site/releases";

const own = ["a", "page", "on", "go", "clear", "rest", "title"];

/** Takes a page of the questionnaire as a plain form, adds it to the draft and leads on. */
export function GET({ nextUrl: { searchParams } }: NextRequest): Response {
  const given = (name: string) => searchParams.get(name) ?? undefined;
  const from = given("a") ?? "";
  const title = readTitle(given("title"));
  const before = from === "" ? undefined : decodeCode(matrix.slots, from, releases.length);
  const old = before?.ok ? before.answers : {};
  const page = findPage(wording, old, given("page") ?? "");
  if (!page) return leadTo("/questions");
  const at = page.questions.find(({ id }) => id === given("on"))?.id;
  const { answers, leftAside } = mergeForm(table.questions, wording.questions, old, {
    on: at === undefined ? page.questions.map(({ id }) => id) : [at],
    entries: [...searchParams].filter(([key]) => !own.includes(key)),
    cleared: given("clear"),
    rest: given("rest"),
  });
  const problems: Field[] = [...leftAside];
  if (before && !before.ok) problems.push(["a", from]);

  const isEmpty = Object.keys(answers).length === 0;
  const draft = isEmpty ? "" : encodeAnswers(matrix.slots, answers, currentRelease);
  const address = (path: string, place?: string) => addressTo(path, { code: draft, title }, place);
  const stay = address(page.path, at);
  if (problems.length > 0) return leadTo(stay, problems);
  const changed = given("clear") ?? given("rest");
  if (changed !== undefined) return leadTo(at ? stay : `${stay}#q-${encodeURIComponent(changed)}`);
  const go = given("go");
  if (go === "result" || go === "enough") {
    if (isEmpty) return leadTo(stay, [["go", "result"]]);
    const final = go === "enough" ? closeAnswers(table, answers) : answers;
    const code = encodeAnswers(matrix.slots, final, currentRelease);
    return leadTo(wordedHref(code, title === undefined ? {} : { title }));
  }
  const pages = listPages(wording, answers);
  const now = pages.find(({ id }) => id === page.id) ?? page;
  const { previous, next } = neighboursOf(pages, now, at);
  if (go === "next") return leadTo(address(next.path, next.at));
  if (go === "previous" && previous) return leadTo(address(previous.path, previous.at));
  return leadTo(stay);
}

/** Relative, so that it holds behind any host name and proxy. */
function leadTo(address: string, problems: readonly Field[] = []): Response {
  const query = new URLSearchParams();
  for (const [key, value] of problems) query.append("bad", `${key}=${value}`);
  const joiner = address.includes("?") ? "&" : "?";
  const location = query.size > 0 ? `${address}${joiner}${query}` : address;
  return new Response(null, {
    status: 303,
    headers: { location, "cache-control": "no-store", "referrer-policy": "same-origin" },
  });
}
