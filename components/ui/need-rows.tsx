import type { ReactNode } from "react";
import { checkedProps } from "@/components/ui/field";

export type NeedStop = "no" | "nice" | "important" | "must";

const stops: readonly { value: NeedStop; label: string }[] = [
  { value: "no", label: "Not needed" },
  { value: "nice", label: "Nice to have" },
  { value: "important", label: "Important" },
  { value: "must", label: "Must have" },
];

export interface NeedRow {
  /** Unique on the page. */
  readonly id: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly name: string;
  readonly value?: NeedStop | undefined;
  /** What a stop does: “rules out 2”. */
  readonly effects?: Partial<Readonly<Record<NeedStop, ReactNode>>>;
}

interface NeedRowsProps {
  rows: readonly NeedRow[];
  onChange?: (id: string, value: NeedStop) => void;
}

/** Several needs at once, each with its importance: the scale of ImportanceScale in one line a row. */
export function NeedRows({ rows, onChange }: NeedRowsProps) {
  return (
    <div className="need-rows">
      <div className="need-rows-head" aria-hidden="true">
        <span />
        {stops.map((stop) => (
          <span key={stop.value}>{stop.label}</span>
        ))}
      </div>
      {rows.map((row) => (
        <fieldset
          key={row.id}
          className="need-row"
          aria-labelledby={`${row.id}-label`}
          aria-describedby={row.help ? `${row.id}-help` : undefined}
        >
          <div className="need-row-text">
            <span id={`${row.id}-label`}>{row.label}</span>
            {row.help ? (
              <span className="need-row-help" id={`${row.id}-help`}>
                {row.help}
              </span>
            ) : null}
          </div>
          {stops.map((stop) => (
            <label key={stop.value} data-stop={stop.value}>
              <input
                className="radio"
                type="radio"
                name={row.name}
                value={stop.value}
                {...checkedProps(
                  stop.value === row.value,
                  onChange && (() => onChange(row.id, stop.value)),
                )}
              />
              <span className="need-row-stop">{stop.label}</span>
              <span className="need-row-effect">{row.effects?.[stop.value]}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
