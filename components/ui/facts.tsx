import type { ReactNode } from "react";

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  /** A quieter second line, say the range. */
  readonly sub?: ReactNode;
}

/** Short labelled values in a row: what was answered, what it costs, what is needed to get the same result again. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>
            {fact.value}
            {fact.sub ? <span>{fact.sub}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
