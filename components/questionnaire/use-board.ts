import { useDeferredValue, useMemo } from "react";
import type { Answers, ScoringTable } from "@/lib/engine/types";
import { type Computed, compute } from "@/lib/questionnaire/compute";
import type { Wording } from "@/lib/questionnaire/wording";

/**
 * Board and exclusions of the latest answers, for the question shown or for all. The answer itself is painted first and
 * this follows, so that the samples never delay a click.
 */
export function useBoard(
  table: ScoringTable,
  wording: Wording,
  initial: { readonly answers: Answers } & Computed,
  answers: Answers,
  at: string | undefined,
): Computed {
  const settled = useDeferredValue(answers);
  return useMemo(() => {
    const isFirst = settled === initial.answers && (at === undefined || at in initial.exclusions);
    if (isFirst) return initial;
    return compute(
      table,
      wording,
      wording.questions.filter(({ id }) => at === undefined || id === at),
      settled,
    );
  }, [settled, at, initial, table, wording]);
}
