import type { NumberField } from "@/lib/costs/inputs";
import { nearestValue, sliderValues } from "@/lib/costs/slider";
import { inDigits } from "@/lib/text/words";

interface CostFieldProps {
  field: NumberField;
  /** As typed, right or wrong. */
  typed: string;
  /** What the figures are computed with; shown in an empty field. */
  used: number | undefined;
  /** What is wrong with what was typed. */
  problem: string | undefined;
  onType: (text: string) => void;
}

/**
 * A number to type, and a slider for those who would rather try. The box takes any text, so that a slip stays to be
 * mended; the slider has no name, and is hidden where it could not work.
 */
export function CostField({ field, typed, used, problem, onType }: CostFieldProps) {
  const { id, label, help, unit, optional } = field;
  const values = sliderValues(field);
  return (
    <div className="cost-field" data-wrong={problem ? true : undefined}>
      <label htmlFor={`cost-${id}`}>
        {label}
        {unit ? <span>, {unit}</span> : null}
      </label>
      <input
        id={`cost-${id}`}
        name={id}
        type="text"
        inputMode={field.whole ? "numeric" : "decimal"}
        autoComplete="off"
        maxLength={40}
        value={typed}
        placeholder={used === undefined ? undefined : inDigits(used)}
        aria-invalid={problem ? true : undefined}
        aria-describedby={`cost-${id}-help${problem ? ` cost-${id}-problem` : ""}`}
        onChange={(event) => onType(event.target.value)}
      />
      {optional || used === undefined ? null : (
        <input
          className="cost-slider"
          type="range"
          min={0}
          max={values.length - 1}
          value={nearestValue(values, used)}
          aria-label={`${label}, slider`}
          aria-valuetext={unit ? `${inDigits(used)} ${unit}` : inDigits(used)}
          onChange={(event) => onType(String(values[Number(event.target.value)] ?? used))}
        />
      )}
      <span className="cost-field-help" id={`cost-${id}-help`}>
        {help}
      </span>
      {problem ? (
        <span className="cost-field-problem" id={`cost-${id}-problem`}>
          {problem}
        </span>
      ) : null}
    </div>
  );
}
