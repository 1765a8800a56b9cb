import type { ReactNode } from "react";
import { checkedProps, type FieldNaming } from "@/components/ui/field";

export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  /** What choosing it does: “rules out Linkerd”. */
  readonly effect?: ReactNode;
  /** Set off from the others: not sure. */
  readonly apart?: boolean;
}

interface ChoiceListProps extends FieldNaming {
  name: string;
  value?: string | undefined;
  choices: readonly Choice[];
  /** With it the list is controlled; without it it is a plain part of a form. */
  onChange?: (value: string) => void;
}

/** One of several, as radio buttons. */
export function ChoiceList(props: ChoiceListProps) {
  const { name, value, choices, onChange, labelledBy, describedBy } = props;
  return (
    <fieldset className="choice-list" aria-labelledby={labelledBy} aria-describedby={describedBy}>
      {choices.map((choice) => (
        <label key={choice.value} data-apart={choice.apart || undefined}>
          <input
            className="radio"
            type="radio"
            name={name}
            value={choice.value}
            {...checkedProps(choice.value === value, onChange && (() => onChange(choice.value)))}
          />
          <ChoiceText label={choice.label} help={choice.help} effect={choice.effect} />
        </label>
      ))}
    </fieldset>
  );
}

export interface Flag {
  readonly value: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly effect?: ReactNode;
  readonly checked: boolean;
}

interface FlagListProps extends FieldNaming {
  name: string;
  flags: readonly Flag[];
  onChange?: (value: string, checked: boolean) => void;
}

/** Any of several, as checkboxes; a form sends the name once per flag set. */
export function FlagList({ name, flags, onChange, labelledBy, describedBy }: FlagListProps) {
  return (
    <fieldset className="choice-list" aria-labelledby={labelledBy} aria-describedby={describedBy}>
      {flags.map((flag) => (
        <label key={flag.value}>
          <input
            className="checkbox"
            type="checkbox"
            name={name}
            value={flag.value}
            {...checkedProps(flag.checked, onChange && (() => onChange(flag.value, !flag.checked)))}
          />
          <ChoiceText label={flag.label} help={flag.help} effect={flag.effect} />
        </label>
      ))}
    </fieldset>
  );
}

function ChoiceText({ label, help, effect }: Pick<Choice, "label" | "help" | "effect">) {
  return (
    <>
      <span className="choice-text">
        <span className="choice-label">{label}</span>
        {help ? <span className="choice-help">{help}</span> : null}
      </span>
      {effect ? <span className="choice-effect">{effect}</span> : null}
    </>
  );
}
