import type { Decision } from "@/lib/data/types";
import type { VerdictWord } from "@/lib/engine/judge";

/** What one way of judging says of one decision: first places of 100 by option, and the word for them. */
export interface Said {
  readonly first: string;
  readonly variant?: string;
  readonly word?: VerdictWord;
  /** Of 100, by option; what is left out has none. */
  readonly shares: Readonly<Record<string, number>>;
}

/** A decision beside what was said of it. */
export interface Tried {
  readonly decision: Decision;
  readonly said: Said;
  /** The option its author chose. */
  readonly exact: boolean;
  /** Chosen, or acceptable to its author or to a judge of the field. */
  readonly acceptable: boolean;
}

/** Decisions of one band or word: what we said of first place, and how often the experts agreed. */
export interface Agreement {
  readonly label: string;
  readonly cases: number;
  /** Mean share shown for first place, of 100. */
  readonly shown: number;
  readonly exact: number;
  readonly acceptable: number;
}

export interface Scores {
  readonly cases: number;
  readonly exact: number;
  readonly acceptable: number;
  /** Mean over the decisions of Σ (share − chosen)², over options: 0 is perfect, 2 the worst. */
  readonly brier: number;
}

/** Holds what was said against the decision. */
export function holdAgainst(decision: Decision, said: Said): Tried {
  const exact = said.first === decision.choice.option;
  const acceptable =
    exact || decision.acceptable.some((each) => each === said.first || each === said.variant);
  return { decision, said, exact, acceptable };
}

const count = (tried: readonly Tried[], what: (each: Tried) => boolean) =>
  tried.filter(what).length;

/** How well one way of judging did over all decisions. */
export function scoresOf(tried: readonly Tried[], options: readonly string[]): Scores {
  const loss = tried.reduce((sum, { decision, said }) => {
    const squares = options.map((option) => {
      const chosen = option === decision.choice.option ? 1 : 0;
      return ((said.shares[option] ?? 0) / 100 - chosen) ** 2;
    });
    return sum + squares.reduce((a, b) => a + b, 0);
  }, 0);
  return {
    cases: tried.length,
    exact: count(tried, ({ exact }) => exact),
    acceptable: count(tried, ({ acceptable }) => acceptable),
    brier: tried.length === 0 ? 0 : loss / tried.length,
  };
}

function agreementOf(label: string, tried: readonly Tried[]): Agreement {
  const shown = tried.reduce((sum, { said }) => sum + (said.shares[said.first] ?? 0), 0);
  return {
    label,
    cases: tried.length,
    shown: tried.length === 0 ? 0 : shown / tried.length,
    exact: count(tried, ({ exact }) => exact),
    acceptable: count(tried, ({ acceptable }) => acceptable),
  };
}

const bands = [
  ["80 and more", 80, 101],
  ["60 to 80", 60, 80],
  ["40 to 60", 40, 60],
  ["under 40", 0, 40],
] as const;

/** Share shown against how often experts agreed, by band of the share. */
export function reliabilityByBand(tried: readonly Tried[]): Agreement[] {
  return bands.map(([label, from, to]) =>
    agreementOf(
      label,
      tried.filter(({ said }) => {
        const share = said.shares[said.first] ?? 0;
        return share >= from && share < to;
      }),
    ),
  );
}

/** The same by the word of the verdict; words that were never said are left out. */
export function reliabilityByWord(tried: readonly Tried[]): Agreement[] {
  const words = [...new Set(tried.map(({ said }) => said.word ?? ""))].sort();
  return words.map((word) =>
    agreementOf(
      word,
      tried.filter(({ said }) => (said.word ?? "") === word),
    ),
  );
}

/** chosen by the experts → first here → how often. */
export function confusionOf(
  tried: readonly Tried[],
  options: readonly string[],
): Readonly<Record<string, Readonly<Record<string, number>>>> {
  return Object.fromEntries(
    options.map((chosen) => [
      chosen,
      Object.fromEntries(
        options.map((first) => [
          first,
          count(
            tried,
            ({ decision, said }) => decision.choice.option === chosen && said.first === first,
          ),
        ]),
      ),
    ]),
  );
}
