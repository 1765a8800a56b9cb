import type { ReactNode } from "react";
import { checkedProps } from "@/components/ui/field";
import { type ImportanceLevel, importanceLevels as levels } from "@/components/ui/importance-scale";

export interface NeedRow {
  /** Unique on the page. */
  readonly id: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly name: string;
  readonly value?: ImportanceLevel | undefined;
}

interface NeedRowsProps {
  rows: readonly NeedRow[];
  onChange?: (id: string, value: ImportanceLevel) => void;
}

/** Several needs at once, each with its importance: the scale of ImportanceScale in one line a row. */
export function NeedRows({ rows, onChange }: NeedRowsProps) {
  return (
    <div className="need-rows">
      <div className="need-rows-head" aria-hidden="true">
        <span />
        {levels.map((level) => (
          <span key={level.value} data-level={level.value}>
            {level.label}
          </span>
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
          {levels.map((level) => (
            <label key={level.value} data-level={level.value}>
              <input
                className="radio"
                type="radio"
                name={row.name}
                value={level.value}
                {...checkedProps(
                  level.value === row.value,
                  onChange && (() => onChange(row.id, level.value)),
                )}
              />
              <span className="need-row-level">{level.label}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
