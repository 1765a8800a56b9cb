/** How a group of controls gets its name: by the id of a heading that is there anyway. */
export interface FieldNaming {
  labelledBy: string;
  describedBy?: string | undefined;
}

/**
 * React wants to know whether it or the browser keeps the choice: with onChange the value given is the choice,
 * without it only the choice at first.
 */
export function checkedProps(
  isChecked: boolean,
  onChange: (() => void) | undefined,
): { checked: boolean; onChange: () => void } | { defaultChecked: boolean } {
  return onChange ? { checked: isChecked, onChange } : { defaultChecked: isChecked };
}
