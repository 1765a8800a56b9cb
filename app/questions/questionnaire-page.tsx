import { Questionnaire } from "@/components/questionnaire/questionnaire";
import { SitePage } from "@/components/site/site-page";
import { matrix, table } from "@/lib/matrix/load";
import { currentRelease, releases } from "@/lib/matrix/releases";
import { compute } from "@/lib/questionnaire/compute";
import { explainField } from "@/lib/questionnaire/merge-form";
import { findPage } from "@/lib/questionnaire/pages";
import { type DraftParameters, readDraft } from "./read-draft";
import { wording } from "./wording";

/** A page of questions with the answers of the draft in its address. */
export async function QuestionnairePage({
  page,
  searchParams,
}: {
  page: string;
  searchParams: Promise<DraftParameters>;
}) {
  const draft = readDraft(await searchParams);
  const questions = findPage(wording, page)?.questions ?? [];
  return (
    <SitePage current="/questions" release={matrix.release}>
      <Questionnaire
        key={page}
        wording={wording}
        table={table}
        slots={matrix.slots}
        release={{ index: currentRelease, count: releases.length }}
        page={page}
        initial={{
          answers: draft.answers,
          ...compute(table, wording, questions, draft.answers),
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
