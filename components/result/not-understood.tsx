import type { QueryProblem } from "@/lib/answers/query";
import { capitalised } from "@/lib/text/words";

/** Parts of a readable link that named no answer, each with what would be right. */
export function NotUnderstood({ problems }: { problems: readonly QueryProblem[] }) {
  return (
    <div className="not-understood alert">
      <h2>
        <span className="alert-sign" aria-hidden="true">
          !
        </span>
        <span>
          {problems.length === 1
            ? "A part of the link was not understood"
            : "These parts of the link were not understood"}
        </span>
      </h2>
      <ul>
        {problems.map(({ key, value, mend }) => (
          <li key={`${key} ${value} ${mend}`}>
            <code>
              {key}={value}
            </code>
            <span>{capitalised(mend)}.</span>
          </li>
        ))}
      </ul>
      <p>Everything else in the link was used for this result.</p>
    </div>
  );
}
