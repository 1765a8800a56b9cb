import { EvidenceLink } from "@/components/result/evidence-link";
import { SourceList } from "@/components/result/source-list";
import { Alert } from "@/components/ui/alert";
import { OptionName } from "@/components/ui/mark";
import type { StillOpenView } from "@/lib/result/still-open";

/** What could still change first place, what does not go together, and what to watch. */
export function OpenQuestions({ stillOpen }: { stillOpen: StillOpenView }) {
  const { questions, statement, contradictions, warnings } = stillOpen;
  return (
    <div className="still-open">
      {questions.length > 0 ? (
        <ul className="open-questions">
          {questions.map((question) => (
            <li key={question.question}>
              <h3>
                <span>{question.number}</span>
                <a href={question.href}>{question.label}</a>
              </h3>
              {question.unsure ? <p className="quiet">You answered “Not sure”.</p> : null}
              <ul>
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
