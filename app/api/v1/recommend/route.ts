import { createEndpoint } from "@/lib/api/endpoint";
import { readAnswers, readAnswersFromQuery, readBody } from "@/lib/api/read-answers";
import { readJson } from "@/lib/api/read-json";
import { readableAnywhere, respondCacheable, respondProblem } from "@/lib/api/respond";
import { writeResultJson } from "@/lib/export/json";
import type { Words } from "@/lib/export/links";
import { readNote, readTitle } from "@/lib/result/title";
import { codeOf } from "@/lib/service/api-document";
import { codeProblems, findCodeProblem, readWords, sourceOf } from "@/lib/service/result-source";
import { table } from "@/lib/site/data";
import { publicOrigin } from "@/lib/site/origin";

const type = "application/json";
const unusable = "An answer cannot be used; errors says which and what would be right.";

function recommend(request: Request, code: string, words: Words): string {
  return JSON.stringify(writeResultJson(sourceOf(request, code, words)));
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createEndpoint<unknown>({
  GET: (request) => {
    const origin = publicOrigin(request.headers);
    const query = new URL(request.url).searchParams;
    const words = readWords(query);
    const code = query.get("code");
    if (code !== null) {
      const problem = findCodeProblem(code);
      if (!problem)
        return respondCacheable(request, { body: recommend(request, code, words), type });
      return respondProblem(origin, "bad-code", codeProblems[problem], [
        { in: "query", name: "code", detail: codeProblems[problem] },
      ]);
    }
    const asked = [...query].filter(([key]) => key !== "title" && key !== "note");
    const answers = readAnswersFromQuery(table.questions, asked);
    if (!answers.ok) return respondProblem(origin, "bad-answers", unusable, answers.errors);
    return respondCacheable(request, {
      body: recommend(request, codeOf(answers.value), words),
      type,
    });
  },
  POST: async (request) => {
    const origin = publicOrigin(request.headers);
    const json = await readJson(request);
    if (!json.ok) return respondProblem(origin, json.kind, json.detail);
    const body = readBody(json.value);
    if (!body.ok) {
      const detail =
        'The body must be {"answers": {…}, "title": "…", "note": "…"}; errors says what is not.';
      return respondProblem(origin, "bad-request", detail, body.errors);
    }
    const answers = readAnswers(table.questions, body.value.answers);
    if (!answers.ok) return respondProblem(origin, "bad-answers", unusable, answers.errors);
    const words = { title: readTitle(body.value.title), note: readNote(body.value.note) };
    return new Response(recommend(request, codeOf(answers.value), words), {
      headers: { ...readableAnywhere, "cache-control": "no-store", "content-type": type },
    });
  },
});
