import type { CapabilityUses } from "@/lib/reference/uses";
import { listed } from "@/lib/text/words";

/** Questions, rules, burdens and published decisions that read a row. */
export function CapabilityUsesList({ uses }: { uses: CapabilityUses }) {
  const { questions, rules, burdens, scenarios } = uses;
  return (
    <div className="uses">
      {questions.length > 0 ? (
        <div>
          <h3>Questions</h3>
          <ul>
            {questions.map(({ id, section, label, row }) => (
              <li key={`${id} ${row}`}>
                <a href={`/questions/${section}#q-${id}`}>{label}</a>
                {row ? <span>{row}</span> : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {rules.length > 0 ? (
        <div>
          <h3>Rules</h3>
          <ul>
            {rules.map(({ rule, effects }) => (
              <li key={rule.id}>
                {rule.because}
                <span>
                  It {listed(effects)}. Source:{" "}
                  {rule.sources.map(({ url, title }, index) => (
                    <span key={url}>
                      {index > 0 ? ", " : ""}
                      <a href={url} rel="noopener">
                        {title}
                      </a>
                    </span>
                  ))}
                  .
                </span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {burdens.length > 0 ? (
        <div>
          <h3>Costs read off it</h3>
          <ul>
            {burdens.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {scenarios.length > 0 ? (
        <div>
          <h3>Decisions it was a reason for</h3>
          <ul>
            {scenarios.map(({ title, url, source }) => (
              <li key={title}>
                {title}
                <span>
                  <a href={url} rel="noopener">
                    {source}
                  </a>
                </span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
