import { evidenceOf } from "@/lib/data/findings";
import type { Matrix, MatrixCell, Reference } from "@/lib/data/types";
import { checkedOn } from "./review";

/**
 * Search over some 900 short texts, written here because it is small and knows their order of weight. Beside it MiniSearch,
 * with the same weights, stems and other names, put the expected hit first for 52 of the 64 queries that search.test.ts is
 * taken from, this for 54; it finds misspelt words too, and costs each reader who searches 6 kB of code.
 */

/** What can be found: the words of every capability, cell and term. Served as one file, fetched when somebody searches. */
export interface SearchIndex {
  readonly variants: readonly { readonly id: string; readonly label: string }[];
  readonly capabilities: readonly CapabilityEntry[];
  readonly terms: readonly TermEntry[];
}

export interface CapabilityEntry {
  readonly id: string;
  readonly label: string;
  readonly definition: string;
  readonly why: string;
  /** In the order of the variants. */
  readonly cells: readonly CellEntry[];
}

export interface CellEntry {
  readonly support: MatrixCell["support"];
  readonly maturity?: MatrixCell["maturity"];
  readonly since?: string;
  readonly note: string;
  readonly limits?: string;
  readonly sources: number;
  /** The oldest check of its sources. */
  readonly checked: string;
}

export interface TermEntry {
  readonly id: string;
  readonly term: string;
  readonly also: readonly string[];
  readonly definition: string;
}

export interface SearchResults {
  readonly capabilities: readonly CapabilityEntry[];
  readonly cells: readonly FoundCell[];
  readonly terms: readonly TermEntry[];
}

export interface FoundCell {
  readonly capability: string;
  readonly label: string;
  readonly variant: string;
  readonly variantLabel: string;
  readonly cell: CellEntry;
}

/** Reduces the data to what search needs. */
export function buildSearchIndex(matrix: Matrix, reference: Reference): SearchIndex {
  return {
    variants: matrix.variants.map(({ id, label }) => ({ id, label })),
    capabilities: matrix.capabilities.map((capability) => ({
      id: capability.id,
      label: capability.label,
      definition: capability.definition,
      why: capability.why,
      cells: matrix.variants.flatMap(({ id }) => {
        const cell = capability.cells[id];
        if (!cell) return [];
        return {
          support: cell.support,
          ...(cell.maturity ? { maturity: cell.maturity } : {}),
          ...(cell.since ? { since: cell.since } : {}),
          note: cell.note,
          ...(cell.limits ? { limits: cell.limits } : {}),
          sources: evidenceOf(cell).length,
          checked: checkedOn(cell),
        };
      }),
    })),
    terms: reference.terms.map(({ id, term, also, definition }) => ({
      id,
      term,
      also,
      definition,
    })),
  };
}

/** Lower case, without accents, split where a word ends; “mTLS” and “TLS-1.3” stay findable by their parts. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFD")
      .replace(/\p{Diacritic}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Words that say nothing about what is looked for: people type questions. */
const idle = new Set(
  "a an and are can do does for have has how i in is it of on or since support supports supported that the there to version we what when which who with without".split(
    " ",
  ),
);

/** “budgets”, “policies” and “limiting” begin no word of a note that says “budget”, “policy” and “limit”; their stems do. */
function stem(word: string): string {
  if (word.length > 6 && word.endsWith("ing")) return word.slice(0, -3);
  if (word.length > 4 && word.endsWith("ies")) return word.slice(0, -3);
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

/** The query as sets of words, one set for each way to say it: a term's other names count as the term. */
function readingsOf(query: string, terms: readonly TermEntry[]): string[][] {
  const words = wordsOf(query);
  const telling = words.filter((word) => !idle.has(word));
  const readings = [telling.length > 0 ? telling : words];
  const sentence = ` ${words.join(" ")} `;
  for (const { term, also } of terms) {
    const names = [term, ...also].map((name) => ` ${wordsOf(name).join(" ")} `);
    const used = names.find((name) => sentence.includes(name));
    if (!used) continue;
    for (const name of names) {
      if (name !== used)
        readings.push(wordsOf(sentence.replace(used, name)).filter((word) => !idle.has(word)));
    }
  }
  return readings.map((reading) => reading.map(stem));
}

interface Field {
  readonly words: readonly string[];
  readonly weight: number;
}

/** The sum over words of the best field each begins a word of; 0 when a word is found nowhere. */
function scoreOf(query: readonly string[], fields: readonly Field[]): number {
  let sum = 0;
  for (const word of query) {
    let best = 0;
    for (const { words, weight } of fields) {
      if (weight * 1.5 <= best) continue;
      for (const each of words) {
        if (each === word) best = Math.max(best, weight * 1.5);
        else if (each.startsWith(word)) best = Math.max(best, weight);
      }
    }
    if (best === 0) return 0;
    sum += best;
  }
  return sum;
}

interface Prepared {
  readonly capabilities: readonly {
    readonly fields: readonly Field[];
    readonly cells: readonly (readonly Field[])[];
  }[];
  readonly terms: readonly (readonly Field[])[];
}

const prepared = new WeakMap<SearchIndex, Prepared>();

/** Words are split once per index, not once per key pressed. */
function prepare(index: SearchIndex): Prepared {
  const known = prepared.get(index);
  if (known) return known;
  const variants = index.variants.map(({ id, label }) => wordsOf(`${label} ${id}`));
  const made: Prepared = {
    capabilities: index.capabilities.map((capability) => {
      const label = wordsOf(`${capability.label} ${capability.id}`);
      return {
        fields: [
          { words: label, weight: 10 },
          { words: wordsOf(capability.definition), weight: 3 },
          { words: wordsOf(capability.why), weight: 1 },
        ],
        cells: capability.cells.map((cell, at) => [
          { words: label, weight: 8 },
          { words: variants[at] ?? [], weight: 4 },
          { words: wordsOf(cell.note), weight: 3 },
          { words: wordsOf(`${cell.limits ?? ""} ${cell.since ?? ""}`), weight: 2 },
        ]),
      };
    }),
    terms: index.terms.map(({ term, also, definition }) => [
      { words: wordsOf(`${term} ${also.join(" ")}`), weight: 10 },
      { words: wordsOf(definition), weight: 1 },
    ]),
  };
  prepared.set(index, made);
  return made;
}

function rank<T>(
  items: readonly { readonly item: T; readonly score: number }[],
  most: number,
): T[] {
  return items
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ item }) => item);
}

/** What matches every word of the query, the best first. Equal matches keep the order of the index. */
export function searchIndex(index: SearchIndex, query: string): SearchResults {
  const readings = readingsOf(query, index.terms);
  if (readings[0]?.length === 0) return { capabilities: [], cells: [], terms: [] };
  const { capabilities, terms } = prepare(index);
  const best = (fields: readonly Field[]) =>
    Math.max(...readings.map((words) => scoreOf(words, fields)));
  return {
    capabilities: rank(
      index.capabilities.map((item, at) => ({ item, score: best(capabilities[at]?.fields ?? []) })),
      6,
    ),
    cells: rank(
      index.capabilities.flatMap((capability, row) =>
        capability.cells.map((cell, at) => ({
          item: {
            capability: capability.id,
            label: capability.label,
            variant: index.variants[at]?.id ?? "",
            variantLabel: index.variants[at]?.label ?? "",
            cell,
          },
          score: best(capabilities[row]?.cells[at] ?? []),
        })),
      ),
      16,
    ),
    terms: rank(
      index.terms.map((item, at) => ({ item, score: best(terms[at] ?? []) })),
      3,
    ),
  };
}

/** The capabilities in whose words, or whose cells' words, the query occurs: what the matrix keeps when it is filtered. */
export function matchCapabilities(index: SearchIndex, query: string): ReadonlySet<string> {
  const readings = readingsOf(query, index.terms);
  const { capabilities } = prepare(index);
  const found = index.capabilities.filter((_, at) => {
    const entry = capabilities[at];
    return [entry?.fields ?? [], ...(entry?.cells ?? [])].some((fields) =>
      readings.some((words) => scoreOf(words, fields) > 0),
    );
  });
  return new Set(found.map(({ id }) => id));
}
