/** The parameter that carries what is done. */
export const doneParameter = "done";

/**
 * Reads which duties are ticked off from an address: `done=a,b` or `done=a&done=b`. Keeps only ids that exist, each once,
 * in their own order; tells how many others there were. Undefined when the address says nothing of it.
 */
export function readDone(
  value: string | readonly string[] | undefined,
  known: readonly string[],
): { readonly done: readonly string[]; readonly unknown: number } | undefined {
  if (value === undefined) return undefined;
  const given = new Set(
    (typeof value === "string" ? [value] : value).flatMap((each) => each.split(",")),
  );
  given.delete("");
  const done = known.filter((id) => given.has(id));
  return { done, unknown: given.size - done.length };
}

/** “2 of 5 done”. */
export function countDone(ids: readonly string[], done: readonly string[]): string {
  return `${ids.filter((id) => done.includes(id)).length} of ${ids.length} done`;
}
