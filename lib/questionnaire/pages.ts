import type { AskedQuestion, Wording } from "./wording";

/** A page of the questionnaire: the quick path, a section by its id, or all questions. */
export interface QuestionPage {
  readonly id: string;
  readonly path: string;
  readonly label: string;
  readonly questions: readonly AskedQuestion[];
}

type Pages = Pick<Wording, "sections" | "questions">;

const reviewPath = "/questions/review";

/** The quick path first, then the sections in their order. */
export function listPages({ sections, questions }: Pages): QuestionPage[] {
  return [
    {
      id: "quick",
      path: "/questions",
      label: "First verdict",
      questions: questions.filter(({ quick }) => quick),
    },
    ...sections.map(({ id, label }) => ({
      id,
      path: `/questions/${id}`,
      label,
      questions: questions.filter(({ section }) => section === id),
    })),
  ];
}

/** The page of that id; undefined when there is none. */
export function findPage(wording: Pages, id: string): QuestionPage | undefined {
  if (id === "all") {
    return {
      id,
      path: "/questions/all",
      label: "All questions",
      questions: wording.questions,
    };
  }
  return listPages(wording).find((page) => page.id === id);
}

/** Where a page leads: the page before it, and the page after it; after the last comes the review of all answers. */
export function neighboursOf(
  wording: Pages,
  id: string,
): {
  readonly previous?: Omit<QuestionPage, "questions">;
  readonly next: Omit<QuestionPage, "questions">;
} {
  const pages = listPages(wording);
  const index = pages.findIndex((page) => page.id === id);
  const review = { id: "review", path: reviewPath, label: "Review your answers" };
  if (id === "all") return { next: review };
  const previous = pages[index - 1];
  return { ...(previous ? { previous } : {}), next: pages[index + 1] ?? review };
}

/** The address of a question: on its section's page, with the draft. */
export function addressOf(question: Pick<AskedQuestion, "id" | "section">, code: string): string {
  return `/questions/${question.section}?a=${code}#q-${question.id}`;
}
