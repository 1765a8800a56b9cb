import type { Metadata } from "next";
import { Review } from "@/components/questionnaire/review";
import { SitePage } from "@/components/site/site-page";
import { encodeAnswers } from "@/lib/answers/code";
import { boardOf } from "@/lib/questionnaire/board";
import { readDraft } from "@/lib/service/read-draft";
import { wording } from "@/lib/service/wording";
import { matrix, table } from "@/lib/site/data";
import { currentRelease } from "@/lib/site/releases";

export const metadata: Metadata = { title: "Review your answers" };

export default async function ReviewPage({ searchParams }: PageProps<"/questions/review">) {
  const { answers, title, problem } = readDraft(await searchParams);
  const isEmpty = Object.keys(answers).length === 0;
  return (
    <SitePage current="/questions" release={matrix.release}>
      <Review
        wording={wording}
        answers={answers}
        board={boardOf(table, wording, answers)}
        thresholds={table.thresholds}
        code={isEmpty ? "" : encodeAnswers(matrix.slots, answers, currentRelease)}
        title={title}
        problem={problem}
      />
    </SitePage>
  );
}
