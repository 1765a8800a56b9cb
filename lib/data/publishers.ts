import type { Benchmark, Evidence, MatrixCell, Publisher } from "./types";

function longestPrefix<T>(
  url: string,
  entries: readonly T[],
  addressesOf: (entry: T) => readonly string[],
): T | undefined {
  let found: T | undefined;
  let length = 0;
  for (const entry of entries) {
    for (const address of addressesOf(entry)) {
      if (address.length > length && url.startsWith(address)) {
        found = entry;
        length = address.length;
      }
    }
  }
  return found;
}

/** Whose word a page is. */
export function publisherOf(url: string, publishers: readonly Publisher[]): Publisher | undefined {
  return longestPrefix(url, publishers, ({ addresses }) => addresses);
}

/** Who measured and who paid, if the page is a benchmark. */
export function benchmarkOf(url: string, benchmarks: readonly Benchmark[]): Benchmark | undefined {
  return longestPrefix(url, benchmarks, ({ address }) => [address]);
}

const inRepository =
  /^https:\/\/(raw\.githubusercontent\.com\/|github\.com\/[^/]+\/[^/]+\/(blob|tree|pull|commits?|releases|issues|compare)\b)/;

/** Whether the page is code, a change or a test: something one can check, not only a statement. */
export function isSourceCode({ url }: Evidence): boolean {
  return inRepository.test(url);
}

/** The one company whose statements are all that a cell rests on; undefined when anything else supports it. */
export function soleVendorOf(
  cell: MatrixCell,
  publishers: readonly Publisher[],
): Publisher | undefined {
  if (cell.evidence.some(isSourceCode)) return undefined;
  const [first, ...others] = cell.evidence.map(({ url }) => publisherOf(url, publishers));
  if (first?.kind !== "vendor") return undefined;
  return others.every((publisher) => publisher?.id === first.id) ? first : undefined;
}
