import type { Option } from "@/lib/data/types";

/** The address of a comparison: its options in alphabetical order, so that each pair has one. */
export function pairSlug(a: Pick<Option, "id">, b: Pick<Option, "id">): string {
  return [a.id, b.id].sort().join("-vs-");
}

/** Every pair of options, each once, in the order of its address. */
export function pairsOf(options: readonly Option[]): (readonly [Option, Option])[] {
  const sorted = [...options].sort((a, b) => (a.id < b.id ? -1 : 1));
  return sorted.flatMap((a, index) => sorted.slice(index + 1).map((b) => [a, b] as const));
}
