import type { Importance, Support } from "./types";

export const importances: readonly Importance[] = ["no", "nice", "important", "must"];
export const supports: readonly Support[] = [
  "full",
  "partial",
  "addon",
  "diy",
  "none",
  "unknown",
  "moot",
];
export const mustHave = 3;
/** The value of a field that is open: not answered, or "not sure". */
export const open = -1;

/** The answers by field: an index into its values, or `open`. */
export type State = Int8Array;

export interface Field {
  readonly question: number;
  readonly id: string;
  /** The row or flag; absent for a whole question. */
  readonly part?: string;
  readonly kind: "choice" | "importance" | "row" | "flag";
  readonly values: readonly string[];
  readonly retired: boolean;
  readonly demands: readonly { readonly capability: number; readonly share: number }[];
}

export type Test = (state: State) => boolean;
