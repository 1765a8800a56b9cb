import { createDocument } from "@/app/document/create-document";
import { ResultPage } from "@/components/result/result-page";
import { SitePage } from "@/components/site/site-page";
import { wordedHref } from "@/lib/embed/addresses";
import { resultHref } from "@/lib/result/links";
import { unpackNotUnderstood } from "@/lib/result/not-understood";
import { summarise } from "@/lib/result/summary";
import { readNote, readTitle } from "@/lib/result/title";
import { viewVerdict } from "@/lib/result/verdict";
import { table } from "@/lib/site/data";
import { findCodeProblem } from "../../api/result-source";
import { badLink } from "../bad-link/bad-link";
import { readAssessment, readEdition, readResult, readSinceThen } from "./assessment";
import { partsOf } from "./parts";
import { describePreview } from "./preview";

/** A result: what to choose, why, how sure, and what would change it. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createDocument<
  RouteContext<"/r/[code]">
>(async ({ query, origin }, { params }) => {
  const { code } = await params;
  const problem = findCodeProblem(code);
  if (problem) return badLink(problem);
  const assessment = readAssessment(code);
  const result = readResult(code);
  const words = readWords(query);
  const problems = unpackNotUnderstood(table.questions, query.get("ignored") ?? "");
  const permalink = `${origin}${wordedHref(code, words)}`;
  const summary = summarise(viewVerdict(assessment));
  return {
    head: {
      ...summary,
      title: words.title === undefined ? summary.title : `${words.title}: ${summary.title}`,
      canonical: resultHref(code),
      index: false,
      preview: describePreview(origin, code, words, summary, readEdition(code)),
    },
    scripts: ["copy", "result", "findings", "evidence"],
    body: (
      <SitePage release={result.release}>
        <ResultPage
          {...{ result, permalink, problems }}
          {...words}
          {...partsOf(code, words.title)}
          since={readSinceThen(assessment)}
        />
      </SitePage>
    ),
  };
});

/** The title and the note that the address carries. */
function readWords(query: URLSearchParams) {
  const title = readTitle(query.getAll("title"));
  const note = readNote(query.getAll("note"));
  return { ...(title === undefined ? {} : { title }), ...(note === undefined ? {} : { note }) };
}
