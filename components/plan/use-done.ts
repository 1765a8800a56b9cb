"use client";

import { useSyncExternalStore } from "react";
import { doneStore } from "@/components/plan/done-store";

const nothing: readonly string[] = [];

/** Which plan it is, and what its address says is done. */
export interface DoneOf {
  readonly code: string;
  readonly linked: readonly string[] | undefined;
}

/** What is ticked off, live. On the server, and until the page is alive, what the address says. */
export function useDone({ code, linked }: DoneOf) {
  const atFirst = linked ?? nothing;
  const isBrowser = typeof window !== "undefined";
  const store = isBrowser ? doneStore(code, linked) : undefined;
  const done = useSyncExternalStore(
    store?.subscribe ?? (() => () => {}),
    store?.read ?? (() => atFirst),
    () => atFirst,
  );
  return { done, set: store?.set };
}
