/**
 * The engine's own vocabulary: plain readonly values. It knows no option, capability or question by name; every
 * difference between them is declared in the table.
 */

/** Low, typical and high. Values run from 0 to 100; weights from 0 upwards. Always low ≤ typical ≤ high. */
export type Range = readonly [low: number, typical: number, high: number];

export type Importance = "no" | "nice" | "important" | "must";
export type Support = "full" | "partial" | "addon" | "diy" | "none" | "unknown" | "moot";

/**
 * One answer: the chosen value or importance, the flags that apply, or an importance per row. What is absent or "unsure",
 * a whole question or a row of it, is open: not "not needed", which is said with "no".
 */
export type Answer = string | readonly string[] | Readonly<Record<string, RowAnswer>>;
export type RowAnswer = Importance | "unsure";
export type Answers = Readonly<Record<string, Answer>>;

/** A predicate over answers. An unanswered question satisfies nothing but a negation. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly question: string; readonly is: readonly string[] }
  | { readonly question: string; readonly has: string }
  | { readonly question: string; readonly answered: true }
  | { readonly question: string; readonly row?: string; readonly atLeast: Importance };

export type Effect =
  /** Treat the capability as needed at least this much. */
  | { readonly need: string; readonly atLeast: Importance }
  /** Rule out every variant whose cell has none of these levels. */
  | { readonly require: string; readonly levels: readonly Support[] }
  /** Rule out every variant to which this burden costs more than `max` of 100. */
  | { readonly limit: string; readonly max: number }
  /** Multiply the weight of a burden by `times` per cent. */
  | { readonly burden: string; readonly times: number }
  /** Multiply what a burden costs these variants by `times` per cent: they have paid part of it, or pay more. */
  | { readonly burden: string; readonly of: readonly string[]; readonly times: number }
  /** Count these capabilities of a variant as at least this level. */
  | { readonly credit: readonly string[]; readonly of: readonly string[]; readonly level: Support };

export interface Rule {
  readonly id: string;
  readonly when: Condition;
  readonly effects: readonly Effect[];
}

/** A capability an answer asks for, and the share (per cent) of the answer's weight it carries. */
export interface Demand {
  readonly capability: string;
  readonly share: number;
}

/** What a question asks, as the engine needs it. */
export type Question = {
  readonly id: string;
  /** How hard the answer is to change, from 1 (a wish) to 4 (a fact that takes years). Default 1. */
  readonly firmness?: number;
  /** Asked only where this holds; elsewhere it is neither asked nor open. */
  readonly askedIf?: Condition;
  /** Values, flags or rows that old answers name and rules know, but that are no longer offered. */
  readonly retired?: readonly string[];
  /**
   * How likely the answer becomes this within two years, in per cent: by value, by row or flag, or "" for any change.
   * Without it the firmness decides.
   */
  readonly soon?: Readonly<Record<string, number>>;
} & (
  | {
      readonly kind: "choice";
      readonly values: readonly string[];
      /** The values run from less to more. */
      readonly ordered?: true;
    }
  | { readonly kind: "flags"; readonly flags: readonly string[] }
  | { readonly kind: "importance"; readonly demands: readonly Demand[] }
  | {
      readonly kind: "needs";
      readonly rows: readonly { readonly id: string; readonly demands: readonly Demand[] }[];
    }
);

export interface Cell {
  readonly support: Support;
  /** What the support is worth, widened by immaturity and doubt. */
  readonly value: Range;
  /** Using it makes the variant deploy its extra component (Istio's waypoint, Cilium's Envoy). */
  readonly usesExtra?: true;
  /** What holds instead under some answers; the first whose condition is satisfied decides. */
  readonly scopes?: readonly {
    readonly when: Condition;
    readonly support: Support;
    readonly value: Range;
    readonly usesExtra?: true;
  }[];
}

export interface Burden {
  readonly id: string;
  readonly weight: Range;
  /** By variant: 0 costs nothing, 100 is the worst of the stated scale. */
  readonly cost: Readonly<Record<string, Range>>;
  /** The cost once the extra component is deployed, where that differs. */
  readonly costWithExtra: Readonly<Record<string, Range>>;
}

/** Everything the engine needs: ids and integers, no prose. Lists are sorted by id, so file order cannot matter. */
export interface ScoringTable {
  readonly release: string;
  readonly importance: Readonly<Record<"nice" | "important" | "must", Range>>;
  readonly levels: Readonly<Record<Support, Range>>;
  readonly thresholds: { readonly clear: number; readonly leaning: number };
  /**
   * How much all burdens together may weigh against all needs, in per cent of what their weights say: the trade-off people
   * disagree on most, so it varies as one.
   */
  readonly burdenFactor: Range;
  readonly variants: readonly { readonly id: string; readonly option: string }[];
  /** capability → variant → cell. */
  readonly cells: Readonly<Record<string, Readonly<Record<string, Cell>>>>;
  readonly burdens: readonly Burden[];
  readonly questions: readonly Question[];
  readonly rules: readonly Rule[];
  /** Answers that are the same for everybody and override what is given. */
  readonly fixed?: Answers;
  /**
   * How others answered, without names: what is open is borrowed from them. A wish that a profile does not name was not
   * wanted; a choice that it does not name was not said.
   */
  readonly profiles?: readonly Answers[];
  /** How often what was said is all that is wanted, in per cent of the ways the open answers may turn out. */
  readonly enough?: number;
}

/** What asked for a need: an answer, or a rule that an answer fired. */
export type NeedSource =
  | { readonly question: string; readonly row?: string }
  | { readonly rule: string };

export interface Need {
  readonly capability: string;
  readonly importance: Importance;
  readonly weight: Range;
  readonly sources: readonly NeedSource[];
}

export interface BurdenWeight {
  readonly burden: string;
  readonly weight: Range;
  readonly rules: readonly string[];
}

/** A must-have or a rule's demand that the variant's cell does not meet, or meets only in part. */
export interface CellFinding {
  readonly capability: string;
  readonly support: Support;
  readonly rule?: string;
}

/** Why a variant is out: its cell, or a burden above what a rule allows. */
export type Exclusion =
  | CellFinding
  | { readonly burden: string; readonly cost: number; readonly rule: string };

export interface Contribution {
  readonly capability: string;
  readonly support: Support;
  readonly value: Range;
  readonly weight: Range;
  /** Rule that lifted the cell above what the matrix says. */
  readonly creditedBy?: string;
}

export interface BurdenContribution {
  readonly burden: string;
  /** The cost to this variant, 0 to 100, after rules. */
  readonly cost: Range;
  readonly weight: Range;
  readonly rules: readonly string[];
}

export interface VariantResult {
  readonly variant: string;
  readonly option: string;
  readonly exclusions: readonly Exclusion[];
  /** Must-haves met only in part, by an add-on, or not verified. */
  readonly warnings: readonly CellFinding[];
  readonly usesExtra: boolean;
  readonly contributions: readonly Contribution[];
  readonly burdens: readonly BurdenContribution[];
  /** Importance-weighted mean of the cells' typical values, 0 to 100; 100 when nothing is needed. */
  readonly fit: number;
  /** 100 less the weighted mean of the typical burdens. */
  readonly ease: number;
  /** 0 to 100: (1 − β) · fit + β · ease, β being the burdens' part of all weight. */
  readonly score: number;
  /** The score's exact numerator, an integer: what ranking compares. */
  readonly points: number;
}

export interface OptionResult {
  readonly option: string;
  /** The best admissible variant, or the one that fails least when all are ruled out. */
  readonly variant: string;
  readonly ruledOut: boolean;
  readonly score: number;
  /** 1 for the first place; equal scores share a position; absent when ruled out. */
  readonly position?: number;
}

export interface Evaluation {
  readonly needs: readonly Need[];
  readonly burdens: readonly BurdenWeight[];
  readonly burdenFactor: Range;
  readonly rules: readonly string[];
  /** The part of all weight that burdens carry, 0 to 1. */
  readonly beta: number;
  /** Best first; the ruled out last, those that fail least first. */
  readonly variants: readonly VariantResult[];
  readonly options: readonly OptionResult[];
}
