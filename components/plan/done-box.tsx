import { doneParameter } from "@/lib/plan/done";

interface DoneBoxProps {
  id: string;
  /** The id of the element that says what is done. */
  labelledBy: string;
  form: string;
  done: boolean;
}

/** A box to tick off. Part of a plain form; the script “done” also keeps it in the browser. */
export function DoneBox({ id, labelledBy, form, done }: DoneBoxProps) {
  return (
    <input
      className="checkbox"
      type="checkbox"
      id={`done-${id}`}
      name={doneParameter}
      value={id}
      form={form}
      aria-labelledby={labelledBy}
      defaultChecked={done}
    />
  );
}
