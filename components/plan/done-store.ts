import { recall, remember } from "@/components/questionnaire/browser-memory";

/** What is ticked off of one plan: as the address says, else as this browser remembers. */
export interface DoneStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly read: () => readonly string[];
  readonly set: (id: string, done: boolean) => void;
}

const stores = new Map<string, DoneStore>();

function parse(stored: string | undefined): readonly string[] {
  return stored ? stored.split(",") : [];
}

function create(name: string, linked: readonly string[] | undefined): DoneStore {
  const listeners = new Set<() => void>();
  let done = linked ?? parse(recall(name));
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => done,
    set(id, isDone) {
      done = [...done.filter((each) => each !== id), ...(isDone ? [id] : [])];
      remember(name, done.length > 0 ? done.join(",") : undefined);
      for (const listener of listeners) listener();
    },
  };
}

/** The one store of a plan’s page: boxes and counts share it. */
export function doneStore(code: string, linked: readonly string[] | undefined): DoneStore {
  const key = `${code} ${linked?.join(",") ?? "-"}`;
  const store = stores.get(key) ?? create(`done.${code}`, linked);
  stores.set(key, store);
  return store;
}
