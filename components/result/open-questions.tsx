import { EvidenceLink } from "@/components/result/evidence-link";
import { SourceList } from "@/components/result/source-list";
import { Alert } from "@/components/ui/alert";
import { Disclosure } from "@/components/ui/disclosure";
import { OptionName } from "@/components/ui/mark";
import type { OpenView, StillOpenView } from "@/lib/result/still-open";

/** They come with the widest swing first; the rest is folded. */
const shownAtOnce = 5;

/** What could still change first place, what does not go together, and what to watch. */
export function OpenQuestions({ stillOpen }: { stillOpen: StillOpenView }) {
  const { questions, statement, contradictions, warnings } = stillOpen;
  const more = questions.slice(shownAtOnce);
  return (
    <div className="still-open">
      {questions.length > 0 ? <QuestionList questions={questions.slice(0, shownAtOnce)} /> : null}
      {more.length > 0 ? (
        <Disclosure summary={more.length === 1 ? "One more" : `${more.length} more`}>
          <QuestionList questions={more} />
        </Disclosure>
      ) : null}
      <p>{statement}</p>
      {contradictions.map((contradiction) => (
        <Alert key={contradiction.id} title={contradiction.title} answers={contradiction.answers}>
          <p>{contradiction.text}</p>
          <SourceList sources={contradiction.sources} />
        </Alert>
      ))}
      {warnings.length > 0 ? (
        <div>
          <h3>Watch</h3>
          <ul className="warnings">
            {warnings.map(({ id, text, detail, evidence }) => (
              <li key={id}>
                <b>{text}</b> {detail}{" "}
                {evidence ? (
                  <EvidenceLink evidence={evidence} label={`Evidence: ${text}`}>
                    Evidence
                  </EvidenceLink>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}

function QuestionList({ questions }: { questions: readonly OpenView[] }) {
  return (
    <ul className="open-questions">
      {questions.map((question) => (
        <li key={question.question}>
          <h3>
            <span>{question.number}</span>
            <a href={question.href}>{question.label}</a>
          </h3>
          <ul>
            {question.unsure ? <li className="quiet">You answered “Not sure”.</li> : null}
            {question.changes.map((change) => (
              <li key={change.sentence}>
                <span>
                  {change.part ? `${change.part}: ` : null}
                  {change.answers}
                </span>
                {change.first ? (
                  <OptionName option={change.first}>{change.first.name} first</OptionName>
                ) : (
                  <b>nothing possible</b>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
