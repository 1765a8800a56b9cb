import { startTransition, useEffect, useRef, useState } from "react";
import type { Answers, ScoringTable } from "@/lib/engine/types";
import type { Computed } from "@/lib/questionnaire/compute";
import type { Wording } from "@/lib/questionnaire/wording";
import type { Reply, Request } from "./board.worker";

/**
 * Board and exclusions of the latest answers, for the question shown or for all. They are worked out beside the page, so that
 * the samples never delay a click; until they come, those of the answers before stay.
 */
export function useBoard(
  table: ScoringTable,
  wording: Wording,
  initial: { readonly answers: Answers } & Computed,
  answers: Answers,
  at: string | undefined,
): Computed {
  const [computed, setComputed] = useState<Computed>(initial);
  const worker = useRef<Worker>(undefined);
  const latest = useRef(0);

  useEffect(() => {
    const created = new Worker(new URL("./board.worker.ts", import.meta.url), { type: "module" });
    created.postMessage({ kind: "data", table, wording } satisfies Request);
    created.onmessage = ({ data }: MessageEvent<Reply>) => {
      // Drawn in slices: a click meanwhile waits for none of it.
      if (data.id === latest.current) startTransition(() => setComputed(data.computed));
    };
    worker.current = created;
    return () => created.terminate();
  }, [table, wording]);

  const isKnown = answers === initial.answers && (at === undefined || at in initial.exclusions);
  useEffect(() => {
    latest.current += 1;
    if (isKnown) setComputed(initial);
    else
      worker.current?.postMessage({
        kind: "answers",
        id: latest.current,
        answers,
        at,
      } satisfies Request);
  }, [answers, at, initial, isKnown]);

  return isKnown ? initial : computed;
}
