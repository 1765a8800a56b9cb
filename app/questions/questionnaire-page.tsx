import { Questionnaire } from "@/components/questionnaire/questionnaire";
import { SitePage } from "@/components/site/site-page";
import { compute } from "@/lib/questionnaire/compute";
import { explainField } from "@/lib/questionnaire/merge-form";
import { findPage } from "@/lib/questionnaire/pages";
import { firstUnanswered } from "@/lib/questionnaire/progress";
import { type DraftParameters, readDraft } from "@/lib/service/read-draft";
import { wording } from "@/lib/service/wording";
import { matrix, table } from "@/lib/site/data";
import { currentRelease, releases } from "@/lib/site/releases";

/** A page of questions with the answers of the draft in its address: one question, or all of them. */
export async function QuestionnairePage({
  page,
  searchParams,
}: {
  page: string;
  searchParams: Promise<DraftParameters>;
}) {
  const draft = readDraft(await searchParams);
  const { answers, title } = draft;
  const questions = findPage(wording, answers, page)?.questions ?? [];
  const shown =
    questions.find(({ id, detail }) => draft.at && [id, detail?.id].includes(draft.at)) ??
    firstUnanswered(questions, answers) ??
    questions[0];
  const at = page === "all" ? undefined : shown?.id;
  return (
    <SitePage current="/questions" release={matrix.release}>
      <Questionnaire
        key={page}
        wording={wording}
        table={table}
        slots={matrix.slots}
        release={{ index: currentRelease, count: releases.length }}
        page={page}
        at={at}
        title={title}
        initial={{
          answers,
          ...compute(
            table,
            wording,
            questions.filter(({ id }) => at === undefined || id === at),
            answers,
          ),
        }}
        notices={[
          ...(draft.problem ? [draft.problem] : []),
          ...draft.leftAside.map((field) => explainField(table.questions, field)),
        ]}
        offersDraft={page === "quick" && !draft.isGiven}
      />
    </SitePage>
  );
}
