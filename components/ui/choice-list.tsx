import type { ReactNode } from "react";
import { checkedProps, type FieldNaming } from "@/components/ui/field";

export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  /** What having chosen it does: “Rules out Linkerd.” */
  readonly effect?: ReactNode;
  /** Choices of one group stand together under its name. */
  readonly group?: string | undefined;
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

/** Those of one group together, groups in the order in which they begin. */
function groupsOf(choices: readonly Choice[]): (readonly [string | undefined, Choice[]])[] {
  const groups = new Map<string | undefined, Choice[]>();
  for (const choice of choices)
    groups.set(choice.group, [...(groups.get(choice.group) ?? []), choice]);
  return [...groups];
}

/** One of several, as radio buttons. */
export function ChoiceList(props: ChoiceListProps) {
  const { name, value, choices, onChange, labelledBy, describedBy } = props;
  const groups = groupsOf(choices);
  return (
    <fieldset
      className="choice-list"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      data-grouped={groups.length > 2 || undefined}
    >
      {groups.map(([group, members]) => (
        <div key={group ?? ""}>
          {group ? <p className="choice-group">{group}</p> : null}
          {members.map((choice) => (
            <label key={choice.value} data-apart={choice.apart || undefined}>
              <input
                className="radio"
                type="radio"
                name={name}
                value={choice.value}
                {...checkedProps(
                  choice.value === value,
                  onChange && (() => onChange(choice.value)),
                )}
              />
              <ChoiceText {...choice} />
            </label>
          ))}
        </div>
      ))}
    </fieldset>
  );
}

export interface Flag {
  readonly value: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  /** Set off from the others: none of these. */
  readonly apart?: boolean;
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
        <label key={flag.value} data-apart={flag.apart || undefined}>
          <input
            className="checkbox"
            type="checkbox"
            name={name}
            value={flag.value}
            {...checkedProps(flag.checked, onChange && (() => onChange(flag.value, !flag.checked)))}
          />
          <ChoiceText {...flag} />
        </label>
      ))}
    </fieldset>
  );
}

function ChoiceText({ label, help, effect }: Pick<Choice, "label" | "help" | "effect">) {
  return (
    <span className="choice-text">
      <span className="choice-label">{label}</span>
      {help ? <span className="choice-help">{help}</span> : null}
      {effect}
    </span>
  );
}
