import type { VerdictWord } from "@/lib/engine/judge";
import { allOf, capitalised, counted, inWords, listed, phrased } from "@/lib/text/words";
import { smallLabel } from "./names";
import { saidOf100 } from "./shares";

/**
 * The sentences of a verdict, as functions of the few printed figures they are decided on. Nothing here knows the engine:
 * tests hold the sentences as exact tables.
 */

/** An option among those that can still come first. */
export interface Contender {
  /** “Istio”, “No mesh”. */
  readonly label: string;
  /** As subject of a sentence: “Istio”, “‘no mesh’”. */
  readonly name: string;
  /** First places of 100, as printed: “46”, “under 1”. */
  readonly share: string;
}

/** How much is said and how much may still come. */
export interface Progress {
  readonly answered: number;
  readonly total: number;
  /** Whether open questions have a fair chance to change first place. */
  readonly soFar: boolean;
  /** Whether anything is open at all: then shares are over the ways it may turn out. */
  readonly open: boolean;
}

const wordLabels: Readonly<Record<Exclude<VerdictWord, "close">, string>> = {
  clear: "Clear",
  leaning: "Leaning",
  nearest: "Nearest",
  unstated: "No needs named yet",
  impossible: "Nothing is possible",
};

/**
 * Why no option is called. While open questions could change first place it is early: what is answered need not be close. Once
 * none could, it is close.
 */
export function uncalledText(soFar: boolean): string {
  return `too ${soFar ? "early" : "close"} to call`;
}

/** The verdict word as it is shown: “Clear”, “Leaning so far”, “Too close to call”, “Too early to call”. */
export function wordLabelOf(word: VerdictWord, soFar = false): string {
  if (word === "close") return capitalised(uncalledText(soFar));
  const isFinal = word === "impossible" || word === "unstated" || !soFar;
  return isFinal ? wordLabels[word] : `${wordLabels[word]} so far`;
}

/** “8 of 26 answered”. Where every question has an answer and rows of some are open, that is said: they may still decide. */
export function progressText({ answered, total, open }: Omit<Progress, "soFar">): string {
  if (answered < total) return `${answered} of ${total} answered`;
  return `all ${total} answered${open ? ", some in part" : ""}`;
}

export interface HeadingFacts {
  readonly word: VerdictWord;
  readonly soFar: boolean;
  /** The variant in first place: “Istio, ambient mode”. */
  readonly first: string;
  /** The options the verdict names, in the order of their shares. */
  readonly named: readonly Pick<Contender, "label">[];
  /** Where nothing is possible: whether must-haves alone see to that. */
  readonly onlyMustHavesFail: boolean;
}

/** What to use, as a heading. */
export function headingText(facts: HeadingFacts): string {
  const { word, first, named } = facts;
  if (word === "impossible")
    return facts.onlyMustHavesFail
      ? "Nothing meets every must-have"
      : "Nothing meets all conditions";
  if (word === "unstated") return "Say what is needed first";
  const soFar = facts.soFar ? ", so far" : "";
  if (word === "nearest")
    return `Nothing meets every must-have in full; nearest is ${smallLabel({ label: first })}${soFar}`;
  if (word !== "close") return `${first}${soFar}`;
  const labels = capitalised(listed(named.map(smallLabel), "or"));
  if (facts.soFar) return named.length === 1 ? `${first}${soFar}` : `${labels}${soFar}`;
  return named.length === 1
    ? `${labels} ahead, but ${uncalledText(false)}`
    : `${labels}: ${uncalledText(false)}`;
}

export interface CertaintyFacts extends Progress {
  readonly word: VerdictWord;
  /** The options the verdict names, in the order of their shares. */
  readonly named: readonly Contender[];
  /** Whether the first of them is the only option still possible. */
  readonly alone: boolean;
  /** How many variants there are. */
  readonly variants: number;
}

/** “if the rest is answered as others did” while anything is open, “ways to weigh the answers” when none is. */
export function unitText(open: boolean): string {
  return open ? "if the rest is answered as others did" : "ways to weigh the answers";
}

/** How sure the verdict is: follows the word (“first in 88 of 100 ways to weigh the answers.”) where the heading lacks it. */
export function certaintyText(facts: CertaintyFacts): string {
  const { word, named, open } = facts;
  if (word === "impossible")
    return `each of the ${counted(facts.variants, "variant")} fails at least one must-have or limit.`;
  const far = open ? `${progressText(facts)}; ` : "";
  if (facts.alone) return `${facts.soFar ? far : ""}it is the only option still possible.`;
  const [first, ...others] = named;
  const unit = unitText(open);
  const often = `first in ${saidOf100(first?.share ?? "0")} ${unit}`;
  if (word !== "close" && word !== "unstated") return `${far}${often}.`;
  const rest = listed(others.map(({ name, share }) => `${name} in ${share}`));
  return `${far}${first?.name} is ${often}${rest ? `, ${rest}` : ""}.`;
}

/** How a variant stands with the must-haves of the answers. */
export interface MustHaves {
  readonly asked: number;
  readonly full: number;
  readonly addon: number;
  readonly unverified: number;
  /** Whether any other variant still possible meets all of them in full. */
  readonly othersInFull: boolean;
  /** Whether another variant is possible at all. */
  readonly others: boolean;
}

/** “It meets both must-haves in full.” */
export function mustHavesText(facts: MustHaves): string {
  const { asked, full, addon, unverified } = facts;
  if (full === asked) {
    const all = `${allOf(asked, "must-have")} in full`;
    return facts.others && !facts.othersInFull
      ? `It is the only variant that meets ${all}.`
      : `It meets ${all}.`;
  }
  const part = asked - full - addon;
  const how =
    part === 0
      ? "with an add-on"
      : unverified === part && addon === 0
        ? "as far as is known"
        : addon > 0
          ? "in part or with an add-on"
          : "only in part";
  if (full === 0) return `It meets ${allOf(asked, "must-have")} ${how}.`;
  const rest = asked - full === 1 ? "other" : `other ${inWords(asked - full)}`;
  return `It meets ${inWords(full)} of ${inWords(asked)} must-haves in full and the ${rest} ${how}.`;
}

/** The part of the score that is no group of needs: said as what one notices of it. */
export const owning = "Ease of ownership";

/** What follows an “is”: “stronger on traffic management”, “easier to own”. */
export function strongerText(group: string): string {
  return group === owning ? "easier to own" : `stronger on ${phrased(group)}`;
}

/** Likewise: “weaker on traffic management”, “harder to own”. */
export function weakerText(group: string): string {
  return group === owning ? "harder to own" : `weaker on ${phrased(group)}`;
}

/** Where one variant is ahead of its rival and where behind, by group of needs; only differences worth telling. */
export interface ContrastFacts {
  readonly rival: string;
  readonly gain?: string | undefined;
  readonly loss?: string | undefined;
}

/** “Compared with Linkerd (open source) it is stronger on traffic management, but harder to own.” */
export function contrastText({ rival, gain, loss }: ContrastFacts): string {
  const compared = `Compared with ${rival} it is`;
  if (gain && loss) return `${compared} ${strongerText(gain)}, but ${weakerText(loss)}.`;
  if (gain) return `${compared} ${strongerText(gain)} and gives up next to nothing.`;
  if (loss) return `${compared} ${weakerText(loss)} and gains next to nothing.`;
  return `${compared} about level on everything that was asked for.`;
}

export interface CloseFacts {
  /** Whether open questions can still tip it. */
  readonly open: boolean;
  /** The two that contend, the greater share first, and what each is further ahead on, if worth telling. */
  readonly one: { readonly name: string; readonly ahead?: string | undefined };
  readonly other: { readonly name: string; readonly ahead?: string | undefined };
}

/** Why it is too close to call, and what to decide by. */
export function closeText({ open, one, other }: CloseFacts): string {
  const tips = open
    ? "The open questions can still tip it."
    : "A slightly different weighing puts another first.";
  if (one.ahead && other.ahead)
    return `${capitalised(one.name)} is ${strongerText(one.ahead)}, ${other.name} is ${strongerText(other.ahead)}: choose by which of the two matters more. ${tips}`;
  const ahead = one.ahead ?? other.ahead;
  if (ahead === undefined)
    return `Nothing that was asked for sets ${one.name} and ${other.name} clearly apart. ${tips}`;
  const [better, level] = one.ahead ? [one, other] : [other, one];
  return `${capitalised(better.name)} is ${strongerText(ahead)}; ${level.name} has no clear lead in anything. ${tips}`;
}

/** How well the first place fits where no must-have is named. */
export function fitExplanation(possible: number, best: "alone" | "shared" | "no"): string {
  const variants = `the ${counted(possible, "variant")} still possible`;
  switch (best) {
    case "alone":
      return `Of ${variants} it fits the needs best.`;
    case "shared":
      return `None of ${variants} fits the needs better.`;
    case "no":
      return possible === 2
        ? "The other variant still possible fits the needs better, but is harder to own."
        : `Of ${variants} some fit the needs better, but they are harder to own.`;
  }
}

/** Said while the answers do not say what is needed. */
export function needlessText(answered: number, needs: number): string {
  const why =
    answered === 0 ? "No question is answered yet" : "The answers do not say yet what is needed";
  const what = needs === 0 ? "only" : "little more than";
  return `${why}, so this compares ${what} what each option costs to own. Rely on it only once needs are named.`;
}
