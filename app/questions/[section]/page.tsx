import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { wording } from "@/lib/service/wording";
import { QuestionnairePage } from "../questionnaire-page";

function sectionOf(id: string) {
  return wording.sections.find((section) => section.id === id) ?? notFound();
}

export async function generateMetadata({
  params,
}: PageProps<"/questions/[section]">): Promise<Metadata> {
  return { title: sectionOf((await params).section).label };
}

export default async function SectionQuestions({
  params,
  searchParams,
}: PageProps<"/questions/[section]">) {
  const section = sectionOf((await params).section);
  return <QuestionnairePage page={section.id} searchParams={searchParams} />;
}
