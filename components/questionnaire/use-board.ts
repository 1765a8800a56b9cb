import { useDeferredValue, useMemo, useState } from "react";
import type { Answers, ScoringTable } from "@/lib/engine/types";
import type { Board } from "@/lib/questionnaire/board";
import { type Computed, compute } from "@/lib/questionnaire/compute";
import type { AskedQuestion, Wording } from "@/lib/questionnaire/wording";

/**
 * Board and consequences of the latest answers. The answer itself is painted first and this follows, so that ten
 * thousand samples never delay a click. `before` is the board of the answers before.
 */
export function useBoard(
  table: ScoringTable,
  wording: Wording,
  questions: readonly AskedQuestion[],
  initial: { readonly answers: Answers } & Computed,
  answers: Answers,
): Computed & { readonly before?: Board | undefined } {
  const settled = useDeferredValue(answers);
  const computed = useMemo(
    () => (settled === initial.answers ? initial : compute(table, wording, questions, settled)),
    [settled, initial, table, wording, questions],
  );
  const [boards, setBoards] = useState<{ now: Board; before?: Board }>({ now: computed.board });
  if (boards.now !== computed.board) setBoards({ now: computed.board, before: boards.now });
  return { ...computed, before: boards.before };
}
