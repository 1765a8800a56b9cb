/**
 * Where each part of an answer sits in a permalink. The list only ever grows at its end: a slot that has appeared in a
 * release keeps its place, kind and values for ever, since old links hold them.
 */
export type Slot =
  /** `capacity` leaves room for values that are added later. */
  | {
      readonly kind: "choice";
      readonly question: string;
      readonly values: readonly string[];
      readonly capacity: number;
    }
  | { readonly kind: "importance"; readonly question: string }
  /** Whether a question of rows or flags was answered at all. */
  | { readonly kind: "answered"; readonly question: string }
  /** `since`: the place of the release that first asked for the row, where its question is older. */
  | {
      readonly kind: "row";
      readonly question: string;
      readonly row: string;
      readonly since?: number | undefined;
    }
  | { readonly kind: "flag"; readonly question: string; readonly flag: string };

/** One symbol a slot can hold and how often we expect it: likely symbols make short links. */
export interface Symbols {
  readonly names: readonly string[];
  readonly frequencies: readonly number[];
}

/** The first symbol is "nothing said" in every slot, so that slots added later read as unanswered in older links. */
export const importanceSymbols: Symbols = {
  names: ["", "no", "nice", "important", "must", "unsure"],
  frequencies: [2, 3, 2, 3, 4, 2],
};
export const flagSymbols: Symbols = { names: ["", "yes"], frequencies: [3, 1] };
/** Of flags, and of rows in the first three releases, where a row that was not named was not needed. */
export const answeredSymbols: Symbols = { names: ["", "yes", "unsure"], frequencies: [4, 10, 2] };
/** The rows that are named, where all others are the same. */
export const namedRowSymbols: Symbols = {
  names: ["", "nice", "important", "must"],
  frequencies: [11, 1, 2, 2],
};
/**
 * How a question of rows was answered: what is not named is open ("some") or not needed ("rest"), or each row says what it
 * is ("each").
 */
export const rowsSymbols: Symbols = {
  names: ["", "some", "rest", "each", "unsure"],
  frequencies: [4, 4, 4, 2, 2],
};
export const eachRowSymbols: Symbols = {
  names: ["", "no", "nice", "important", "must", "unsure"],
  frequencies: [5, 4, 1, 2, 2, 2],
};

/** The values of a choice, with room for those that are added later. */
export function choiceSymbols(slot: Slot & { kind: "choice" }): Symbols {
  const spare = Array.from({ length: slot.capacity - slot.values.length }, () => undefined);
  return {
    names: ["", "unsure", ...slot.values, ...spare.map(() => "?")],
    frequencies: [1, 1, ...slot.values.map(() => 2), ...spare.map(() => 2)],
  };
}
