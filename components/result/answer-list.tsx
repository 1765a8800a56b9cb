import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { AnswersView } from "@/lib/result/answers";

interface AnswerListProps {
  answers: AnswersView;
  /** The page where all answers are reviewed. */
  review: string;
}

/** Every answer, section by section, each with the way to change it; what is unanswered in one line. */
export function AnswerList({ answers, review }: AnswerListProps) {
  return (
    <>
      {answers.sections.map((section) => (
        <section key={section.id} className="answer-section" aria-label={section.label}>
          <h3>
            {section.label}{" "}
            <a className="screen-only" href={`${review}#review-${section.id}`}>
              Review<VisuallyHidden> answers on {section.label}</VisuallyHidden>
            </a>
          </h3>
          <dl>
            {section.answers.map((answer) => (
              <div key={answer.question}>
                <dt>
                  <span>{answer.number}</span>
                  {answer.label}
                </dt>
                <dd>
                  {answer.lines.map(({ label, importance }) => (
                    <span key={label}>
                      {importance ? (
                        <>
                          {label}: <b>{importance.toLowerCase()}</b>
                        </>
                      ) : (
                        label
                      )}
                    </span>
                  ))}
                </dd>
                <dd className="screen-only">
                  <a href={answer.href}>
                    Change<VisuallyHidden> answer {answer.number}</VisuallyHidden>
                  </a>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {answers.unanswered.length > 0 ? (
        <p className="unanswered">
          Not answered:{" "}
          {answers.unanswered.map(({ question, number, short, href }, index) => (
            <span key={question}>
              {index > 0 ? ", " : null}
              <a href={href}>
                {number} {short}
              </a>
            </span>
          ))}
          .
        </p>
      ) : null}
    </>
  );
}
