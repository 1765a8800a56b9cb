/** What the engines of releases 0 to 2 give and take: their bundles are kept for ever, their source is not. */

export interface RankShares {
  readonly id: string;
  /** Share of samples (0 to 1) in which it takes each place: first, second, … among those not ruled out. */
  readonly ranks: readonly number[];
}

export interface Acceptability {
  readonly samples: number;
  readonly seed: number;
  /** In the order of the evaluation’s options, the ruled out left away. */
  readonly options: readonly RankShares[];
  readonly variants: readonly RankShares[];
}

export interface FirstVerdict {
  readonly word: "clear" | "leaning" | "close" | "impossible";
  /** The option in first place; with "close", all that share the doubt; empty when none is possible. */
  readonly leaders: readonly string[];
  /** The share of samples in which the first of them leads, 0 to 1. */
  readonly share: number;
}
