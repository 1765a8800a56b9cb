import type { ReactNode } from "react";
import type { Answers } from "@/lib/engine/types";
import { addressTo, type Draft, type QuestionPage } from "@/lib/questionnaire/pages";
import { countAnswered, isAnswered } from "@/lib/questionnaire/progress";

interface RailProps {
  pages: readonly QuestionPage[];
  /** The id of the page one is on. */
  current: string;
  answers: Answers;
  /** The id of the question one is at. */
  here?: string | undefined;
  link: Draft;
  children?: ReactNode;
}

/** Where one is among the questions: a tick for each, filled when answered, lit for the one in focus. */
export function Rail({ pages, current, answers, here, link, children }: RailProps) {
  const questions = (pages.find(({ id }) => id === current) ?? pages[0])?.questions ?? [];
  return (
    <nav className="rail" aria-label="Sections of the questionnaire">
      <p className="rail-progress">
        {countAnswered(questions, answers)} of {questions.length} answered
      </p>
      <ol>
        {pages.map((page) => (
          <li key={page.id} aria-current={page.id === current ? "step" : undefined}>
            <a href={addressTo(page.path, link)}>
              <span className="rail-label">{page.label}</span>
              <span className="sr-only">
                , {countAnswered(page.questions, answers)} of {page.questions.length} answered
              </span>
              <span className="rail-ticks" aria-hidden="true">
                {page.questions.map(({ id }) => (
                  <i
                    key={id}
                    data-answered={isAnswered({ id }, answers) ? "" : undefined}
                    data-here={page.id === current && id === here ? "" : undefined}
                  />
                ))}
              </span>
            </a>
          </li>
        ))}
      </ol>
      <div className="rail-notes">{children}</div>
    </nav>
  );
}
