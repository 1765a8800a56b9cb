import type { ReactNode } from "react";
import type { Answers } from "@/lib/engine/types";
import type { QuestionPage } from "@/lib/questionnaire/pages";
import { countAnswered } from "@/lib/questionnaire/progress";
import type { AskedQuestion } from "@/lib/questionnaire/wording";

interface RailProps {
  pages: readonly QuestionPage[];
  /** The id of the page one is on. */
  current: string;
  questions: readonly AskedQuestion[];
  answers: Answers;
  /** The id of the question one is at. */
  here?: string | undefined;
  query: string;
  children?: ReactNode;
}

/** Where one is among the questions: a tick for each, filled when answered, lit for the one in focus. */
export function Rail({ pages, current, questions, answers, here, query, children }: RailProps) {
  const answered = countAnswered(questions, answers);
  return (
    <nav className="rail" aria-label="Sections of the questionnaire">
      <p className="rail-progress">
        {answered} of {questions.length} answered
      </p>
      <ol>
        {pages.map((page) => (
          <li key={page.id} aria-current={page.id === current ? "step" : undefined}>
            <a href={`${page.path}${query}`}>
              <span className="rail-label">{page.label}</span>
              <span className="sr-only">
                , {countAnswered(page.questions, answers)} of {page.questions.length} answered
              </span>
              <span className="rail-ticks" aria-hidden="true">
                {page.questions.map(({ id }) => (
                  <i
                    key={id}
                    data-tick={
                      page.id === current && id === here
                        ? "here"
                        : answers[id] === undefined
                          ? undefined
                          : "answered"
                    }
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
