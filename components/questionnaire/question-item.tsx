import type { ReactNode } from "react";
import { AnswerControl } from "@/components/questionnaire/answer-control";
import { Alert } from "@/components/ui/alert";
import type { Answer } from "@/lib/engine/types";
import type { Contradiction } from "@/lib/questionnaire/contradictions";
import type { Clause, HardLine } from "@/lib/questionnaire/effect-text";
import type { AskedQuestion } from "@/lib/questionnaire/wording";

interface QuestionItemProps {
  question: AskedQuestion;
  answer: Answer | undefined;
  /** What the answer has done. */
  clause?: Clause | undefined;
  /** What answers would rule out, for those who want to know before. */
  hard: readonly HardLine[];
  contradictions: readonly Contradiction[];
  heading: "h2" | "h3";
  /** “3 of 8”, where it is the only question shown. */
  place?: string | undefined;
  hrefOf: (question: AskedQuestion) => string;
  onAnswer: (answer: Answer | undefined) => void;
  children?: ReactNode;
}

/** One question: what is asked, the controls, and after an answer what it does. */
export function QuestionItem(props: QuestionItemProps) {
  const { question, answer, clause, hard, contradictions, place, hrefOf, children } = props;
  const { heading: Heading, onAnswer } = props;
  return (
    <section
      className="question"
      id={`q-${question.id}`}
      aria-labelledby={`q-${question.id}-label`}
      data-question={question.id}
      data-here={place ? "" : undefined}
    >
      {place ? (
        <p className="question-number">
          <b className="lamp-number">{place}</b>
        </p>
      ) : null}
      <Heading className="question-label" id={`q-${question.id}-label`}>
        {question.label}
      </Heading>
      <p className="question-help" id={`q-${question.id}-help`}>
        {question.help}
      </p>
      <details className="question-more">
        <summary>Why we ask</summary>
        <p>{question.why}</p>
        {hard.length > 0 ? (
          <ul>
            {hard.map(({ answers, text }) => (
              <li key={text}>
                <b>{answers}</b> {text}.
              </li>
            ))}
          </ul>
        ) : null}
      </details>
      <AnswerControl
        {...{ question, answer, onAnswer }}
        isLarge={place !== undefined}
        clause={clause ? <ClauseText clause={clause} /> : null}
      />
      <p className="question-actions">
        {children}
        {answer === undefined ? null : (
          <button
            className="text-button"
            type="submit"
            name="clear"
            value={question.id}
            onClick={(event) => {
              event.preventDefault();
              onAnswer(undefined);
            }}
          >
            Clear<span className="sr-only"> the answer: {question.short}</span>
          </button>
        )}
      </p>
      {contradictions.map((contradiction) => (
        <ContradictionAlert key={contradiction.id} {...{ contradiction, hrefOf }} />
      ))}
    </section>
  );
}

function ClauseText({ clause: { text, source } }: { clause: Clause }) {
  return (
    <span className="question-clause">
      {text}{" "}
      {source ? (
        <a href={source.url}>
          Source<span className="sr-only">: {source.title}</span>
        </a>
      ) : null}
    </span>
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
