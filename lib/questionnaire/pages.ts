import type { Answers } from "@/lib/engine/types";
import { isAsked } from "./answering";
import type { AskedQuestion, Wording } from "./wording";

/** A page of the questionnaire: the quick path, a section by its id, or all questions. */
export interface QuestionPage {
  readonly id: string;
  readonly path: string;
  readonly label: string;
  readonly questions: readonly AskedQuestion[];
}

type Pages = Pick<Wording, "sections" | "questions">;

export const reviewPath = "/questions/review";

/** The quick path first, then the sections in their order, each with what is asked after these answers. */
export function listPages(wording: Pages, answers: Answers): QuestionPage[] {
  const questions = wording.questions.filter((question) => isAsked(question, answers));
  return [
    {
      id: "quick",
      path: "/questions",
      label: "First answer",
      questions: questions.filter(({ quick }) => quick),
    },
    ...wording.sections.map(({ id, label }) => ({
      id,
      path: `/questions/${id}`,
      label,
      questions: questions.filter(({ section }) => section === id),
    })),
  ];
}

/** The page of that id; undefined when there is none. */
export function findPage(wording: Pages, answers: Answers, id: string): QuestionPage | undefined {
  const pages = listPages(wording, answers);
  if (id !== "all") return pages.find((page) => page.id === id);
  const questions = wording.questions.filter((question) => isAsked(question, answers));
  return { id, path: "/questions/all", label: "All questions", questions };
}

/** A place to go to: a question of a page, or a page without one. */
export interface Place {
  readonly path: string;
  readonly label: string;
  /** The id of the question; absent for the review. */
  readonly at?: string;
}

function placeOf(page: QuestionPage, question: AskedQuestion | undefined, label: string): Place {
  return { path: page.path, label, ...(question ? { at: question.id } : {}) };
}

/**
 * Where a question leads: the one before and the one after it, over the ends of pages. After the last comes the review of
 * all answers. On the page of all questions there is nothing but the review.
 */
export function neighboursOf(
  pages: readonly QuestionPage[],
  page: QuestionPage,
  at: string | undefined,
): { readonly previous?: Place; readonly next: Place } {
  const review = { path: reviewPath, label: "Review your answers" };
  if (page.id === "all") return { next: review };
  const index = pages.findIndex(({ id }) => id === page.id);
  const place = page.questions.findIndex(({ id }) => id === at);
  const before = page.questions[place - 1];
  const after = page.questions[place + 1];
  const pageBefore = pages[index - 1];
  const pageAfter = pages[index + 1];
  const previous = before
    ? placeOf(page, before, before.short)
    : pageBefore && placeOf(pageBefore, pageBefore.questions.at(-1), pageBefore.label);
  const next = after
    ? placeOf(page, after, after.short)
    : pageAfter
      ? placeOf(pageAfter, pageAfter.questions[0], pageAfter.label)
      : review;
  return { ...(previous ? { previous } : {}), next };
}

/** What an address of the questionnaire carries: the code of the answers ("" without any), and the name given to them. */
export interface Draft {
  readonly code: string;
  readonly title?: string | undefined;
}

/** An address of the questionnaire with a draft and the question it shows. */
export function addressTo(path: string, { code, title }: Draft, at?: string): string {
  const query = new URLSearchParams();
  if (code !== "") query.set("a", code);
  if (at !== undefined) query.set("at", at);
  if (title !== undefined) query.set("title", title);
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The address of a question: on its section's page, with the draft. */
export function addressOf(question: Pick<AskedQuestion, "id" | "section">, draft: Draft): string {
  return addressTo(`/questions/${question.section}`, draft, question.id);
}
