import type { ImportQuestion } from "@/components/import/import-tool";
import type { LookUp } from "@/lib/recognise/look-up";

interface LookUpListProps {
  lookUps: readonly LookUp[];
  questions: readonly ImportQuestion[];
}

/** What to look up by hand, question by question: the same rules, for eyes. Needs no scripts. */
export function LookUpList({ lookUps, questions }: LookUpListProps) {
  return (
    <div className="import-look-ups">
      {questions.flatMap((question) => {
        const lookUp = lookUps.find((each) => each.question === question.id);
        if (!lookUp) return [];
        return [
          <section key={question.id} aria-labelledby={`look-up-${question.id}`}>
            <h3 id={`look-up-${question.id}`}>{question.label}</h3>
            <dl>
              {lookUp.answers.map(({ part, because, signs }) => (
                <div key={part}>
                  <dt>{question.parts.find(({ id }) => id === part)?.label ?? part}</dt>
                  <dd>
                    <p>{because}</p>
                    {signs.length > 0 ? (
                      <ul>
                        {signs.map(({ thing, command, text }) => (
                          <li key={thing}>
                            {thing}: <code>{text}</code> in <code>{command}</code>
                          </li>
                        ))}
                      </ul>
                    ) : null}
                  </dd>
                </div>
              ))}
            </dl>
          </section>,
        ];
      })}
    </div>
  );
}
