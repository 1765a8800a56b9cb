import { checkedProps, type FieldNaming } from "@/components/ui/field";

export type ImportanceLevel = "no" | "nice" | "important" | "must" | "unsure";

export const importanceLevels: readonly { value: ImportanceLevel; label: string }[] = [
  { value: "no", label: "Not needed" },
  { value: "nice", label: "Nice to have" },
  { value: "important", label: "Important" },
  { value: "must", label: "Must have" },
  { value: "unsure", label: "Not sure" },
];

interface ImportanceScaleProps extends FieldNaming {
  name: string;
  value?: ImportanceLevel | undefined;
  /** Large for the question in focus. */
  size?: "large" | "normal";
  /** With it the scale is controlled; without it it is a plain part of a form. */
  onChange?: (value: ImportanceLevel) => void;
}

/** How much something matters: a rule that grows heavier and ends in a gate. Not sure stands off the rule. */
export function ImportanceScale(props: ImportanceScaleProps) {
  const { name, value, size = "normal", onChange, labelledBy, describedBy } = props;
  return (
    <fieldset
      className="importance-scale"
      data-size={size}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
    >
      {importanceLevels.map((level) => (
        <label key={level.value} data-level={level.value}>
          <input
            className="radio"
            data-size={size}
            type="radio"
            name={name}
            value={level.value}
            {...checkedProps(level.value === value, onChange && (() => onChange(level.value)))}
          />
          <span className="importance-label">{level.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
