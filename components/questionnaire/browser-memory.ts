/** What the browser remembers between visits. It is never sent; a browser that refuses to store is not an error. */
const prefix = "choose-a-service-mesh.";

export function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(prefix + name) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, value);
  } catch {
    // Storage is full or switched off: the address still holds the draft.
  }
}

/** Whether it is an object that holds text under each of these keys. */
export function holdsTexts<Key extends string>(
  value: unknown,
  keys: readonly Key[],
): value is Record<Key, string> {
  return (
    typeof value === "object" &&
    value !== null &&
    keys.every((key) => typeof Reflect.get(value, key) === "string")
  );
}

/** The entries of a list that was remembered; whatever else may stand in the storage is left out. */
export function recallList<T>(name: string, isEntry: (value: unknown) => value is T): T[] {
  try {
    const found: unknown = JSON.parse(recall(name) ?? "[]");
    return Array.isArray(found) ? found.filter(isEntry) : [];
  } catch {
    return [];
  }
}

/** Remembers the first entries of a list; an empty one is forgotten. */
export function rememberList(name: string, entries: readonly unknown[], most: number): void {
  remember(name, entries.length > 0 ? JSON.stringify(entries.slice(0, most)) : undefined);
}
