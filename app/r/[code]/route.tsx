import { createDocument } from "@/app/document/create-document";
import { EvidenceList } from "@/components/result/evidence-list";
import { NotUnderstood } from "@/components/result/not-understood";
import { ResultHero } from "@/components/result/result-hero";
import { SameAgain } from "@/components/result/same-again";
import { SinceThen } from "@/components/result/since-then";
import { SitePage } from "@/components/site/site-page";
import { Section } from "@/components/ui/section";
import { Toc } from "@/components/ui/toc";
import { shareHref, wordedHref } from "@/lib/embed/addresses";
import { table } from "@/lib/matrix/load";
import { changeHref, resultHref } from "@/lib/result/links";
import { unpackNotUnderstood } from "@/lib/result/not-understood";
import { summarise } from "@/lib/result/summary";
import { readNote, readTitle } from "@/lib/result/title";
import { viewVerdict } from "@/lib/result/verdict";
import { findCodeProblem } from "../../api/result-source";
import { badLink } from "../bad-link/bad-link";
import { readEdition, readGround, readResult, readSinceThen } from "./ground";
import { describePreview } from "./preview";
import { sectionsOf } from "./still-parts";

/** A result: what to choose, why, how sure, and what would change it. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createDocument<
  RouteContext<"/r/[code]">
>(async ({ query, origin }, { params }) => {
  const { code } = await params;
  const problem = findCodeProblem(code);
  if (problem) return badLink(problem);
  const ground = readGround(code);
  const result = readResult(code);
  const words = readWords(query);
  const problems = unpackNotUnderstood(table.questions, query.get("ignored") ?? "");
  const permalink = `${origin}${wordedHref(code, words)}`;
  const [first] = ground.matrix.questions;
  const since = readSinceThen(ground);
  const sections = sectionsOf(code);
  const summary = summarise(viewVerdict(ground));
  return {
    head: {
      ...summary,
      canonical: resultHref(code),
      index: false,
      preview: describePreview(origin, code, words, summary, readEdition(code)),
    },
    scripts: ["copy"],
    body: (
      <SitePage release={result.release}>
        <ResultHero
          result={result}
          {...words}
          permalink={permalink}
          shareHref={shareHref(code, words)}
          changeHref={first ? changeHref(first.section, first.id, code) : "/questions"}
        />
        <Toc entries={sections.map(({ id, topic }, index) => ({ id, topic, number: index + 1 }))} />
        <div className="result-body edge">
          {since ? <SinceThen since={since} /> : null}
          {problems.length > 0 ? <NotUnderstood problems={problems} /> : null}
          {sections.map(({ content, ...section }, index) => (
            <Section key={section.id} number={index + 1} {...section}>
              {content}
            </Section>
          ))}
          <SameAgain result={result} permalink={permalink} />
          <EvidenceList evidence={result.fit.evidence} />
        </div>
      </SitePage>
    ),
  };
});

/** The title and the note that ride along in the address. */
function readWords(query: URLSearchParams) {
  const title = readTitle(query.getAll("title"));
  const note = readNote(query.getAll("note"));
  return { ...(title === undefined ? {} : { title }), ...(note === undefined ? {} : { note }) };
}
