import { BoardView, SoFar } from "@/components/questionnaire/board-view";
import { ContradictionAlert } from "@/components/questionnaire/question-item";
import { Rail } from "@/components/questionnaire/rail";
import type { Thresholds } from "@/components/ui/bar";
import { LinkButton } from "@/components/ui/button";
import type { Answers } from "@/lib/engine/types";
import { answerText } from "@/lib/questionnaire/answer-text";
import { answerOf, isAsked } from "@/lib/questionnaire/answering";
import type { Board } from "@/lib/questionnaire/board";
import { type Contradiction, findContradictions } from "@/lib/questionnaire/contradictions";
import { addressOf, addressTo, listPages } from "@/lib/questionnaire/pages";
import { firstUnanswered } from "@/lib/questionnaire/progress";
import type { AskedQuestion, Wording } from "@/lib/questionnaire/wording";
import { wordedHref } from "@/lib/result/links";

interface ReviewProps {
  wording: Wording;
  answers: Answers;
  board: Board;
  thresholds: Thresholds;
  /** The code of the answers; empty when there are none. */
  code: string;
  title?: string | undefined;
  problem?: string | undefined;
}

/** All answers on one page, each with a way to change it. */
export function Review(props: ReviewProps) {
  const { wording, answers, board, thresholds, code, title, problem } = props;
  const link = { code, title };
  const questions = wording.questions.filter((question) => isAsked(question, answers));
  const open = firstUnanswered(questions, answers);
  const contradictions = findContradictions(wording, answers);
  const hrefOf = (question: AskedQuestion) => addressOf(question, link);
  return (
    <div className="questionnaire" data-page="review">
      <SoFar {...{ wording, board }} />
      <Rail current="review" pages={listPages(wording, answers)} {...{ answers, link }}>
        <p>Your answers are kept in the address of this page. They are not collected.</p>
        <p>
          <a href={addressTo("/questions/all", link)}>All questions on one page</a>
          <br />
          <a href="/questions">Start again</a>
        </p>
      </Rail>
      <div className="questions review">
        <div className="questions-head">
          <h1>Review your answers</h1>
          <p>
            {board.answered} of {board.total} answered. {open ? "" : "Nothing is left open."}
          </p>
        </div>
        {problem ? (
          <div className="questions-notices" role="alert">
            <p>{problem}</p>
          </div>
        ) : null}
        <p className="questions-go">
          {code === "" ? (
            <LinkButton href="/questions" arrow>
              Start with the first question
            </LinkButton>
          ) : (
            <LinkButton href={wordedHref(code, title === undefined ? {} : { title })} arrow>
              See the result
            </LinkButton>
          )}
          {open && code !== "" ? (
            <LinkButton href={hrefOf(open)} variant="secondary">
              Go on with: {open.short}
            </LinkButton>
          ) : null}
          {code === "" ? null : <a href="/questions">Start again</a>}
        </p>
        {wording.sections.map((section) => (
          <section
            key={section.id}
            id={`review-${section.id}`}
            aria-labelledby={`review-${section.id}-label`}
          >
            <h2 id={`review-${section.id}-label`}>{section.label}</h2>
            <ul className="review-list">
              {questions
                .filter((question) => question.section === section.id)
                .map((question) => (
                  <ReviewItem
                    key={question.id}
                    question={question}
                    answers={answers}
                    contradictions={contradictions.filter(({ at }) => at === question.id)}
                    hrefOf={hrefOf}
                  />
                ))}
            </ul>
          </section>
        ))}
      </div>
      <aside className="board on-field" id="board" aria-label="What follows from your answers">
        <BoardView {...{ wording, board, thresholds, hrefOf, link }} />
      </aside>
    </div>
  );
}

interface ReviewItemProps {
  question: AskedQuestion;
  answers: Answers;
  contradictions: readonly Contradiction[];
  hrefOf: (question: AskedQuestion) => string;
}

function ReviewItem({ question, answers, contradictions, hrefOf }: ReviewItemProps) {
  const answer = answerOf(question, answers);
  return (
    <li data-open={answer === undefined || undefined}>
      <span>{question.label}</span>
      <span className="review-answer">
        {answer === undefined ? "Not answered" : answerText(question, answer)}
      </span>
      <a href={hrefOf(question)}>
        {answer === undefined ? "Answer" : "Change"}
        <span className="sr-only">: {question.short}</span>
      </a>
      {contradictions.map((contradiction) => (
        <ContradictionAlert key={contradiction.id} {...{ contradiction, hrefOf }} />
      ))}
    </li>
  );
}
