import type { Metadata } from "next";
import { QuestionnairePage } from "../questionnaire-page";

export const metadata: Metadata = { title: "All questions" };

export default function AllQuestions({ searchParams }: PageProps<"/questions/all">) {
  return <QuestionnairePage page="all" searchParams={searchParams} />;
}
