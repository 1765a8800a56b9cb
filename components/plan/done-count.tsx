import { countDone } from "@/lib/plan/done";

interface DoneCountProps {
  ids: readonly string[];
  /** What is ticked off, of this and of others. */
  done: readonly string[];
}

/** “2 of 5 done”. The script “done” keeps it right. */
export function DoneCount({ ids, done }: DoneCountProps) {
  return (
    <span className="done-count" data-done-count={ids.join(",")}>
      {countDone(ids, done)}
    </span>
  );
}
