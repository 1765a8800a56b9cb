import type { Metadata } from "next";
import { Commands } from "@/components/import/commands";
import { type ImportQuestion, ImportTool } from "@/components/import/import-tool";
import { LookUpList } from "@/components/import/look-up-list";
import { SitePage } from "@/components/site/site-page";
import { Disclosure } from "@/components/ui/disclosure";
import type { QuestionText } from "@/lib/data/types";
import { listLookUps } from "@/lib/recognise/look-up";
import { makeScript } from "@/lib/recognise/script";
import { recognitionIssueHref } from "@/lib/reference/issue-link";
import { type DraftParameters, readDraft } from "@/lib/service/read-draft";
import { matrix } from "@/lib/site/data";
import { recognition } from "@/lib/site/recognition";
import { currentRelease } from "@/lib/site/releases";
import { canonical } from "../canonical";
import { issuesUrl } from "../issues-url";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: "Fill in from the cluster",
    description:
      "Paste what kubectl, Helm or Consul prints; answers are proposed with the lines they came from. Read in the browser, sent nowhere.",
    alternates: await canonical("/import"),
  };
}

/** Every question with what it can be answered with: also those that the questionnaire asks within another. */
const questions = matrix.questions.map((question): ImportQuestion => {
  const { id, label, short, kind, askedIf } = question;
  return { id, label, short, kind, parts: partsOf(question), askedIf };
});

function partsOf(question: QuestionText): ImportQuestion["parts"] {
  const parts =
    question.kind === "choice"
      ? question.values
      : question.kind === "needs"
        ? question.rows
        : question.kind === "flags"
          ? question.flags
          : [];
  return parts.map(({ id, label }) => ({ id, label }));
}

const lookUps = listLookUps(recognition);
const script = makeScript(recognition.things);

export default async function ImportPage({
  searchParams,
}: {
  searchParams: Promise<DraftParameters>;
}) {
  const { answers, title, problem } = readDraft(await searchParams);
  return (
    <SitePage current="/questions" release={matrix.release}>
      <header className="import-head edge">
        <p className="reference-path">
          <a href="/questions">Questions</a>
        </p>
        <h1>Fill in from the cluster</h1>
        <p>
          Paste what your cluster prints. It is read in this browser and sent nowhere. You see which
          answer follows from which line, and tick the ones to use.
        </p>
        {problem ? <p className="import-problem">{problem}</p> : null}
      </header>
      <Commands script={script} />
      <ImportTool
        recognition={recognition}
        questions={questions}
        slots={matrix.slots}
        release={currentRelease}
        answers={answers}
        title={title}
        issueHref={recognitionIssueHref(matrix.release.id, issuesUrl)}
      />
      <section className="import-by-hand edge" aria-labelledby="by-hand">
        <h2 id="by-hand">Look it up by hand</h2>
        <p>
          The same rules, question by question: what to look for, and in which command’s output. “*”
          stands for anything.
        </p>
        <Disclosure summary={`${lookUps.length} questions a cluster can tell something about`}>
          <LookUpList lookUps={lookUps} questions={questions} />
        </Disclosure>
      </section>
    </SitePage>
  );
}
