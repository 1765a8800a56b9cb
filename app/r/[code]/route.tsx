import { createDocument } from "@/app/document/create-document";
import { ResultPage } from "@/components/result/result-page";
import { SitePage } from "@/components/site/site-page";
import { releaseOf } from "@/lib/answers/code";
import { viewSinceLink } from "@/lib/compare/since-link";
import { describePreview } from "@/lib/embed/preview";
import { permalinkHref } from "@/lib/export/links";
import { resultHref } from "@/lib/result/links";
import { unpackNotUnderstood } from "@/lib/result/not-understood";
import { summarise } from "@/lib/result/summary";
import { viewVerdict } from "@/lib/result/verdict";
import { readAssessment, readEdition, readResult, readSinceThen } from "@/lib/service/assessment";
import { findCodeProblem, readWords } from "@/lib/service/result-source";
import { table } from "@/lib/site/data";
import { currentRelease } from "@/lib/site/releases";
import { badLink } from "../bad-link/bad-link";
import { partsOf } from "./parts";

/** A result: what to choose, why, how sure, and what would change it. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createDocument<
  RouteContext<"/r/[code]">
>(async ({ query, origin }, { params }) => {
  const { code } = await params;
  const problem = findCodeProblem(code);
  if (problem) return badLink(problem);
  const assessment = readAssessment(code);
  const result = readResult(code);
  const { title, note, whyNot } = readWords(query);
  const words = { ...(title ? { title } : {}), ...(note ? { note } : {}) };
  const cameFrom = readCameFrom(query, code);
  const problems = unpackNotUnderstood(table.questions, query.get("ignored") ?? "");
  const permalink = `${origin}${permalinkHref(code, { ...words, whyNot })}`;
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
          {...(whyNot ? { whyNot } : {})}
          {...partsOf(code, { title, whyNot })}
          since={readSinceThen(assessment)}
          sinceLink={
            cameFrom === undefined ? undefined : viewSinceLink(assessment, readAssessment(cameFrom))
          }
          cameFrom={cameFrom}
        />
      </SitePage>
    ),
  };
});

/** The result somebody came from, where both are of today’s release; what cannot be opened is passed over. */
function readCameFrom(query: URLSearchParams, code: string): string | undefined {
  const from = query.get("since");
  if (from === null || from === code || findCodeProblem(from)) return undefined;
  return [from, code].every((each) => releaseOf(each) === currentRelease) ? from : undefined;
}
