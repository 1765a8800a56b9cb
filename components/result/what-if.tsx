import type { WhatIfQuestion } from "@/lib/result/what-if";

interface WhatIfProps {
  questions: readonly WhatIfQuestion[];
  code: string;
  title?: string | undefined;
}

const levels = [
  ["no", "not needed"],
  ["nice", "nice to have"],
  ["important", "important"],
  ["must", "must have"],
  ["unsure", "not sure"],
] as const;

/** What was asked for, each importance movable: the result follows, and its address keeps what was moved. */
export function WhatIf({ questions, code, title }: WhatIfProps) {
  if (questions.length === 0) return null;
  return (
    <div className="what-if">
      <h3>What if it mattered more, or less?</h3>
      {questions.map(({ question, short, fields, fixed }) => (
        <form key={question} action="/answer" method="get" data-swap-form="" aria-label={short}>
          <input type="hidden" name="page" value="all" />
          <input type="hidden" name="on" value={question} />
          <input type="hidden" name="a" value={code} />
          <input type="hidden" name="go" value="result" />
          {title ? <input type="hidden" name="title" value={title} /> : null}
          {fixed.map(({ name, value }) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {fields.map(({ name, label, value }) => (
            <label key={name}>
              <span>{label}</span>
              <select name={name} defaultValue={value}>
                {levels.map(([id, word]) => (
                  <option key={id} value={id}>
                    {word}
                  </option>
                ))}
              </select>
            </label>
          ))}
          <button className="text-button" type="submit" data-without-script="">
            See what changes
          </button>
        </form>
      ))}
    </div>
  );
}
