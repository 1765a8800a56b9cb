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
  | { readonly kind: "row"; readonly question: string; readonly row: string }
  | { readonly kind: "flag"; readonly question: string; readonly flag: string };

/** One symbol a slot can hold and how often we expect it: likely symbols make short links. */
export interface Symbols {
  readonly names: readonly string[];
  readonly frequencies: readonly number[];
}

/** The first symbol is "nothing said" in every slot, so that slots added later read as unanswered in older links. */
const fixed: Readonly<Record<Exclude<Slot["kind"], "choice">, Symbols>> = {
  importance: {
    names: ["", "no", "nice", "important", "must", "unsure"],
    frequencies: [2, 3, 2, 3, 4, 2],
  },
  answered: { names: ["", "yes", "unsure"], frequencies: [4, 10, 2] },
  row: { names: ["", "nice", "important", "must"], frequencies: [11, 1, 2, 2] },
  flag: { names: ["", "yes"], frequencies: [3, 1] },
};

/** The symbols of a slot, in the order and with the frequencies that every link ever made relies on. */
export function symbolsOf(slot: Slot): Symbols {
  if (slot.kind !== "choice") return fixed[slot.kind];
  const spare = Array.from({ length: slot.capacity - slot.values.length }, () => undefined);
  return {
    names: ["", "unsure", ...slot.values, ...spare.map(() => "?")],
    frequencies: [1, 1, ...slot.values.map(() => 2), ...spare.map(() => 2)],
  };
}
