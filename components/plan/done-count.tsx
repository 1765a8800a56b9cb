"use client";

import type { DoneOf } from "@/components/plan/use-done";
import { useDone } from "@/components/plan/use-done";

interface DoneCountProps extends DoneOf {
  ids: readonly string[];
}

/** “2 of 5 done”. */
export function DoneCount({ ids, code, linked }: DoneCountProps) {
  const { done } = useDone({ code, linked });
  const count = ids.filter((id) => done.includes(id)).length;
  return (
    <span className="done-count">
      {count} of {ids.length} done
    </span>
  );
}
