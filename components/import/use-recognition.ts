import { useCallback, useEffect, useRef, useState } from "react";
import type { Recognition } from "@/lib/data/recognition-types";
import type { Recognised } from "@/lib/recognise/recognise";
import type { Reply, Request } from "./protocol";

export interface Reading {
  /** From 0 to 1 while something is read. */
  readonly progress: number | undefined;
  readonly result: Recognised | undefined;
  readonly hasFailed: boolean;
  /** Whether the reader ended the last reading. */
  readonly isStopped: boolean;
}

const idle: Reading = {
  progress: undefined,
  result: undefined,
  hasFailed: false,
  isStopped: false,
};

/** A worker that reads pastes: the page stays free to be used, and to stop it. */
export function useRecognition(recognition: Recognition) {
  const worker = useRef<Worker>(undefined);
  const latest = useRef(0);
  const [reading, setReading] = useState(idle);

  useEffect(() => {
    const created = new Worker(new URL("./recognise.worker.ts", import.meta.url), {
      type: "module",
    });
    created.postMessage({ kind: "rules", recognition } satisfies Request);
    created.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.id !== latest.current) return;
      if (data.kind === "progress") setReading((before) => ({ ...before, progress: data.done }));
      else if (data.kind === "result") setReading({ ...idle, result: data.result });
      else setReading({ ...idle, hasFailed: true });
    };
    created.onerror = () => setReading({ ...idle, hasFailed: true });
    worker.current = created;
    return () => created.terminate();
  }, [recognition]);

  const read = useCallback((pastes: Extract<Request, { kind: "read" }>["pastes"]) => {
    latest.current += 1;
    if (pastes.length === 0) {
      worker.current?.postMessage({ kind: "stop", id: latest.current } satisfies Request);
      setReading(idle);
      return;
    }
    const today = new Date().toISOString().slice(0, 10);
    setReading(({ result }) => ({ ...idle, result, progress: 0 }));
    worker.current?.postMessage({
      kind: "read",
      id: latest.current,
      today,
      pastes,
    } satisfies Request);
  }, []);

  const stop = useCallback(() => {
    latest.current += 1;
    worker.current?.postMessage({ kind: "stop", id: latest.current } satisfies Request);
    setReading(({ result }) => ({ ...idle, result, isStopped: true }));
  }, []);

  return { reading, read, stop };
}
