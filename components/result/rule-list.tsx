import { AnswerRefs } from "@/components/result/answer-refs";
import { SourceList } from "@/components/result/source-list";
import type { ReasonsView } from "@/lib/result/reasons";

/** The rules that applied: why, what they do, which answers fired them, and where it is written. */
export function RuleList({ reasons }: { reasons: ReasonsView }) {
  if (reasons.rules.length === 0)
    return <p>Rules act on what you run, on your team and on your constraints.</p>;
  return (
    <ol className="rule-list">
      {reasons.rules.map((rule) => (
        <li key={rule.id} id={`rule-${rule.id}`}>
          <div>
            <h3>{rule.because}</h3>
            {rule.firedBy.length > 0 ? (
              <AnswerRefs answers={rule.firedBy} />
            ) : (
              <p className="quiet">Holds until you answer otherwise.</p>
            )}
          </div>
          <div>
            {rule.note ? (
              <p>
                <b>{rule.note.tone === "warning" ? "Warning." : "Note."}</b> {rule.note.text}
              </p>
            ) : null}
            {rule.effects.length > 0 ? (
              <ul>
                {rule.effects.map((effect) => (
                  <li key={effect}>{effect}</li>
                ))}
              </ul>
            ) : null}
            <SourceList sources={rule.sources} />
          </div>
        </li>
      ))}
    </ol>
  );
}
