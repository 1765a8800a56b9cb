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
