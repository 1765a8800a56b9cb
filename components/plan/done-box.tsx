"use client";

import type { DoneOf } from "@/components/plan/use-done";
import { useDone } from "@/components/plan/use-done";
import { doneParameter } from "@/lib/plan/done";

interface DoneBoxProps extends DoneOf {
  id: string;
  /** The id of the element that says what is done. */
  labelledBy: string;
  form: string;
}

/** A box to tick off. Part of a plain form; the browser also keeps it. */
export function DoneBox({ id, labelledBy, form, code, linked }: DoneBoxProps) {
  const { done, set } = useDone({ code, linked });
  return (
    <input
      className="checkbox"
      type="checkbox"
      id={`done-${id}`}
      name={doneParameter}
      value={id}
      form={form}
      aria-labelledby={labelledBy}
      checked={done.includes(id)}
      onChange={(event) => set?.(id, event.target.checked)}
    />
  );
}
