import { createDocument } from "@/app/document/create-document";
import { CompareForm } from "@/components/compare/compare-form";
import { CompareResults } from "@/components/compare/compare-results";
import { DifferenceList } from "@/components/compare/difference-list";
import { SitePage } from "@/components/site/site-page";
import { Section } from "@/components/ui/section";
import { encodeAnswers } from "@/lib/answers/code";
import { viewCompare } from "@/lib/compare/compare";
import { fewestResults, mostResults, type ReadableCode, readCodes } from "@/lib/compare/read-codes";
import { pairSlug, pairsOf } from "@/lib/reference/pairs";
import { wordedHref } from "@/lib/result/links";
import { smallLabel } from "@/lib/result/names";
import { assess } from "@/lib/result/result";
import { matrix, table } from "@/lib/site/data";
import { currentRelease, releases } from "@/lib/site/releases";

/** What stands in the field of a result: its code, or its address where that carries a name. */
function addressOf({ code, title }: ReadableCode): string {
  return title === undefined ? code : wordedHref(code, { title });
}

/** Results side by side. What cannot be compared is said with status 400. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createDocument(({ query }) => {
  const { codes, problems } = readCodes(matrix.slots, releases.length, query.getAll("r"));
  // Older links are compared with today's data, so that only the answers differ.
  const assessments = codes.map(({ answers }) =>
    assess(matrix, table, encodeAnswers(matrix.slots, answers, currentRelease), answers),
  );
  const comparison =
    assessments.length >= fewestResults
      ? viewCompare(
          assessments,
          codes.map(({ title }) => title),
        )
      : undefined;
  const form = (
    <CompareForm
      typed={[...codes.map(addressOf), ...problems.map((problem) => problem.typed)]}
      problems={problems}
      fewest={fewestResults}
      most={mostResults}
    />
  );
  return {
    head: {
      title: "Compare results",
      description:
        "Verdicts side by side: where colleagues’ answers differ, which difference matters, and what all want together.",
      canonical: "/compare",
      index: false,
    },
    status: problems.length > 0 ? 400 : 200,
    scripts: ["recent"],
    body: (
      <SitePage current="/compare" release={matrix.release}>
        <div className="edge pt-10 pb-10">
          <h1 className="text-question max-w-[22em]">
            {comparison ? `${comparison.results.length} results compared` : "Compare results"}
          </h1>
          {comparison ? null : (
            <>
              <p className="text-lead mt-4 max-w-[36em]">
                Put the links of two to six results side by side: colleagues who disagree, or before
                and after. You see where answers differ, which difference matters to the verdict,
                and what all want together.
              </p>
              {form}
              <h2 className="text-lead mt-8">Or compare two options, whatever your answers</h2>
              <ul className="compare-pairs">
                {pairsOf(matrix.options).map(([a, b]) => (
                  <li key={pairSlug(a, b)}>
                    <a href={`/options/${pairSlug(a, b)}`}>
                      {a.label} or {smallLabel(b)}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
        {comparison ? (
          <div className="edge pb-16">
            <Section
              id="verdicts"
              number={1}
              topic="Verdicts"
              finding={comparison.finding}
              notes={[
                "All are computed with today’s data, so that only the answers differ.",
                "Bars: of 100 ways the open answers and the weights may turn out, how many put each option first.",
              ]}
            >
              <CompareResults results={comparison.results} />
            </Section>
            <Section
              id="differences"
              number={2}
              topic="Differences"
              finding={comparison.differencesFinding}
              notes={[
                "Each difference was put into result A alone, and A evaluated again.",
                "Those that change first place come first, then those that move the lead most.",
              ]}
            >
              {comparison.differences.length > 0 ? (
                <DifferenceList differences={comparison.differences} />
              ) : (
                <p>All questions are answered alike.</p>
              )}
            </Section>
            <Section
              id="together"
              number={3}
              topic="All together"
              finding={comparison.mergedFinding}
              notes={[
                "Each need counts at the greatest importance anyone gives it. Where a choice differs it counts as “not sure”.",
              ]}
            >
              <CompareResults results={[comparison.merged]} />
            </Section>
            <Section id="change" number={4} topic="Links" finding="Change what is compared">
              {form}
            </Section>
          </div>
        ) : null}
      </SitePage>
    ),
  };
});
