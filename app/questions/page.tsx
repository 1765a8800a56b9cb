import type { Metadata } from "next";
import { QuestionnairePage } from "./questionnaire-page";

export const metadata: Metadata = { title: "Questions for a first verdict" };

export default function QuickQuestions({ searchParams }: PageProps<"/questions">) {
  return <QuestionnairePage page="quick" searchParams={searchParams} />;
}
