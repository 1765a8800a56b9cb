import type { MouseEvent } from "react";
import { AnswerControl } from "@/components/questionnaire/answer-control";
import { Alert } from "@/components/ui/alert";
import { Icon } from "@/components/ui/icon";
import type { Answer, ScoringTable } from "@/lib/engine/types";
import { answerText } from "@/lib/questionnaire/answer-text";
import type { Contradiction } from "@/lib/questionnaire/contradictions";
import type { Consequences } from "@/lib/questionnaire/effects";
import type { AskedQuestion, Wording } from "@/lib/questionnaire/wording";

interface QuestionItemProps {
  question: AskedQuestion;
  answer: Answer | undefined;
  consequences: Consequences;
  /** What the rules say that this answer has a part in firing. */
  says: readonly string[];
  contradictions: readonly Contradiction[];
  wording: Wording;
  importance: ScoringTable["importance"];
  heading: "h2" | "h3";
  /** The question one is at: large, with the lamp. */
  isHere: boolean;
  isOpen: boolean;
  /** The question after it on this page. */
  next?: AskedQuestion | undefined;
  hrefOf: (question: AskedQuestion) => string;
  onAnswer: (answer: Answer) => void;
  onClear: () => void;
  onToggle: (isOpen: boolean) => void;
  onMove: (question: AskedQuestion) => void;
}

/** One question. Answered it folds to its answer; the fold is plain HTML, so it works without JavaScript. */
export function QuestionItem(props: QuestionItemProps) {
  const { question, answer, says, contradictions, isHere, isOpen, next, hrefOf } = props;
  const { heading: Heading, onClear, onMove, onToggle } = props;
  const isAnswered = answer !== undefined;

  function move(event: MouseEvent<HTMLAnchorElement>) {
    if (!next || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onMove(next);
  }

  return (
    <section
      className={`question${isHere ? " lamp-bar" : ""}`}
      aria-labelledby={`q-${question.id}-label`}
      data-question={question.id}
      data-here={isHere || undefined}
      data-answered={isAnswered || undefined}
    >
      <p className="question-number">
        <b className={isHere ? "lamp-number" : undefined}>{question.number}</b>
      </p>
      <div className="question-body">
        <Heading className="question-label" id={`q-${question.id}-label`}>
          {question.label}
        </Heading>
        <details open={isOpen} onToggle={(event) => onToggle(event.currentTarget.open)}>
          <summary className="question-summary">
            <span className="question-answer">
              {isAnswered ? answerText(question, answer) : "Not answered"}
            </span>
            <span className="question-change">
              <span className="question-change-closed">
                {isAnswered ? "Change" : "Answer"}
                <span className="sr-only"> question {question.number}</span>
              </span>
              <span className="question-change-open">Fold</span>
            </span>
          </summary>
          <div className="question-content" id={`q-${question.id}`}>
            <p className="question-help" id={`q-${question.id}-help`}>
              {question.help}
            </p>
            {isHere ? (
              <p className="question-why">
                <b>Why we ask.</b> {question.why}
              </p>
            ) : (
              <details className="question-why">
                <summary>Why we ask</summary>
                <p>{question.why}</p>
              </details>
            )}
            <AnswerControl {...props} />
            {says.length > 0 ? (
              <div className="question-says">
                <p className="sr-only">What this answer brings into play:</p>
                {says.map((text) => (
                  <p key={text}>{text}</p>
                ))}
              </div>
            ) : null}
            <p className="question-actions">
              {isHere && next ? (
                <a className="question-next" href={`#q-${next.id}`} onClick={move}>
                  {isAnswered ? "Next" : "Skip"}: {next.number}, {next.short} <Icon name="arrow" />
                </a>
              ) : null}
              {isAnswered ? (
                <button
                  className="question-clear"
                  type="submit"
                  name="clear"
                  value={question.id}
                  onClick={(event) => {
                    event.preventDefault();
                    onClear();
                  }}
                >
                  Clear this answer
                </button>
              ) : null}
            </p>
          </div>
        </details>
        {contradictions.map((contradiction) => (
          <ContradictionAlert key={contradiction.id} {...{ contradiction, hrefOf }} />
        ))}
      </div>
    </section>
  );
}

interface ContradictionAlertProps {
  contradiction: Contradiction;
  hrefOf: (question: AskedQuestion) => string;
}

/** Names both answers, offers to change each, forbids neither. */
export function ContradictionAlert({ contradiction, hrefOf }: ContradictionAlertProps) {
  return (
    <div className="question-alert">
      <Alert
        live
        title={contradiction.title}
        answers={contradiction.answers.map(({ question, text }) => ({
          number: question.number,
          text: `${question.short}: ${text}`,
          href: hrefOf(question),
        }))}
        actions={contradiction.sources.map(({ url, title }) => (
          <a key={url} href={url}>
            Source: {title}
          </a>
        ))}
      >
        <p>{contradiction.text} You can keep both answers.</p>
      </Alert>
    </div>
  );
}
