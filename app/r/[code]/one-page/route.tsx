import { createDocument } from "@/app/document/create-document";
import { OnePage } from "@/components/result/one-page";
import { SitePage } from "@/components/site/site-page";
import { permalinkHref } from "@/lib/export/links";
import { viewPlanSummary } from "@/lib/plan/plan";
import { resultHref } from "@/lib/result/links";
import { readAssessment, readResult } from "@/lib/service/assessment";
import { findCodeProblem, readWords } from "@/lib/service/result-source";
import { planData } from "@/lib/site/plan";
import { badLink } from "../../bad-link/bad-link";
import { costSentence } from "../parts";

/** A decision on a page, to be printed beside the whole result. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createDocument<
  RouteContext<"/r/[code]/one-page">
>(async ({ query, origin }, { params }) => {
  const { code } = await params;
  const problem = findCodeProblem(code);
  if (problem) return badLink(problem);
  const assessment = readAssessment(code);
  const result = readResult(code);
  const { title, note } = readWords(query);
  const words = { ...(title ? { title } : {}), ...(note ? { note } : {}) };
  return {
    head: {
      title: `${title ? `${title}: ` : ""}${result.verdict.heading}, on a page`,
      description: result.verdict.explanation,
      canonical: resultHref(code),
      index: false,
    },
    scripts: ["copy"],
    body: (
      <SitePage release={result.release}>
        <OnePage
          {...{ result, ...words }}
          cost={costSentence(assessment)}
          plan={viewPlanSummary(assessment, planData)}
          permalink={`${origin}${permalinkHref(code, words)}`}
        />
      </SitePage>
    ),
  };
});
