import type { VerdictWord as JudgedWord, OptionStanding } from "@/lib/engine/judge";
import type { VariantResult } from "@/lib/engine/types";
import { capitalised, listedUpTo, quoted } from "@/lib/text/words";
import {
  type Assessment,
  burdenOf,
  capabilityOf,
  firstOption,
  inFull,
  leadingVariant,
  nameOf,
  optionOf,
  possibleVariants,
  variantOf,
} from "./assessment";
import { optionInText } from "./names";
import { type OptionView, type VariantView, viewOption, viewVariant } from "./option-view";
import { contrast } from "./ranking";
import { firstShare, type Share } from "./shares";
import {
  type Contender,
  certaintyText,
  closeText,
  contrastText,
  fitExplanation,
  headingText,
  type MustHaves,
  mustHavesText,
  needlessText,
  type Progress,
  progressText,
  unitText,
  wordLabelOf,
} from "./verdict-text";

/** What is read of an assessment here. */
type Input = Pick<Assessment, "matrix" | "answers" | "judgement" | "evaluation" | "progress">;

export interface VerdictShare {
  readonly option: OptionView;
  readonly first: Share;
  /** Of its places of 100 those that open answers alone would give it: doubt that answering removes. */
  readonly open: number;
}

/** One way to look at the doubt: who comes first, of 100, under an assumption. */
export interface DoubtBar {
  readonly id: "rest" | "enough" | "answered";
  /** “If the rest is answered as others did”. */
  readonly label: string;
  readonly shares: readonly { readonly option: OptionView; readonly of100: number }[];
}

export interface VerdictView {
  readonly word: PublicWord;
  /** The word of the engine: of two more kinds than the published formats know, “nearest” and “unstated”. */
  readonly kind: JudgedWord;
  /** “Clear”, “Leaning so far”, “Nearest”, “Too close to call”, “Too early to call”, “No needs named yet”, “Nothing is possible”. */
  readonly wordLabel: string;
  /** What to use, as a heading: “Istio, ambient mode, so far”. */
  readonly heading: string;
  /** How sure that is: follows the word (“first in 88 of 100 ways to weigh the answers.”) where the heading lacks it. */
  readonly certainty: string;
  /** Why, in a sentence or two that need no knowledge of meshes. */
  readonly explanation: string;
  /** Whether open questions could change first place. */
  readonly soFar: boolean;
  /** Whether the answers say what is needed. */
  readonly needsStated: boolean;
  /** Whether the first place meets every must-have; true where none is named. */
  readonly meetsMusts: boolean;
  readonly progress: Progress & { readonly text: string };
  /** The variant in first place; absent when nothing is possible. */
  readonly leader?: VariantView;
  /** The options the verdict names, the first place first; none while nothing is possible, or no needs are named. */
  readonly options: readonly OptionView[];
  /** First places of the options still possible, the greatest share first. */
  readonly shares: readonly VerdictShare[];
  /** The doubt with and without what is open; one bar when nothing is. */
  readonly bars: readonly DoubtBar[];
  readonly ruledOut: readonly OptionView[];
}

/** An option with fewer first places of 100 than this behind the first is named with it while questions are open. */
const nearShare = 10;

/** The words of the published formats. */
export type PublicWord = "clear" | "leaning" | "close" | "impossible";

/** How the engine’s words are told there. What is nearest is leaning at most; without needs nothing can be called. */
const publicWords = {
  clear: "clear",
  leaning: "leaning",
  nearest: "leaning",
  close: "close",
  unstated: "close",
  impossible: "impossible",
} as const satisfies Record<JudgedWord, PublicWord>;

/** Whether every variant is out for must-haves alone, and not for what a rule forbids. */
function onlyMustHavesFail({ evaluation }: Input): boolean {
  return evaluation.variants.every(({ exclusions }) =>
    exclusions.every((exclusion) => "capability" in exclusion && exclusion.rule === undefined),
  );
}

function possibleOptions({ judgement }: Input): readonly OptionStanding[] {
  return judgement.options.filter(({ ruledOut }) => !ruledOut);
}

/** The options as sentences speak of them, with their printed shares. */
export function contendersOf(
  assessment: Input,
  standings: readonly OptionStanding[] = possibleOptions(assessment),
): (Contender & { readonly of100: number })[] {
  return standings.map((standing) => {
    const option = optionOf(assessment, standing.id);
    const { text: share, of100 } = firstShare(standing);
    return { label: option.label, name: optionInText(option), share, of100 };
  });
}

function leadersOf({ judgement }: Input): OptionStanding[] {
  const { leaders } = judgement.verdict;
  return leaders.flatMap((id) => judgement.options.find((each) => each.id === id) ?? []);
}

/**
 * The options the heading names, the greatest share first. While questions are open only those near the first: who is
 * behind by more has yet to be heard of.
 */
function namedStandings(assessment: Input): OptionStanding[] {
  const { soFar, share } = assessment.judgement.verdict;
  const standings = leadersOf(assessment);
  return soFar ? standings.filter(({ of100 }) => of100 > share - nearShare) : standings;
}

/** How a variant stands with the must-haves, and whether any other possible one meets them all. */
function mustHavesOf(assessment: Input, result: VariantResult): MustHaves {
  const { variant, warnings } = result;
  const asked = assessment.evaluation.needs.filter(
    ({ importance }) => importance === "must",
  ).length;
  const others = possibleVariants(assessment).filter((each) => each.variant !== variant);
  const count = (level: string) => warnings.filter(({ support }) => support === level).length;
  return {
    asked,
    full: inFull(assessment, result),
    addon: count("addon"),
    unverified: count("unknown"),
    others: others.length > 0,
    othersInFull: others.some((each) => inFull(assessment, each) === asked),
  };
}

function headingOf(assessment: Input): string {
  const { verdict } = assessment.judgement;
  const nothing = verdict.word === "impossible";
  return headingText({
    word: verdict.word,
    soFar: verdict.soFar,
    first: nothing ? "" : variantOf(assessment, verdict.variant).label,
    named: contendersOf(assessment, namedStandings(assessment)),
    onlyMustHavesFail: onlyMustHavesFail(assessment),
  });
}

function certaintyOf(assessment: Input): string {
  return certaintyText({
    ...assessment.progress,
    word: assessment.judgement.verdict.word,
    named: contendersOf(assessment, leadersOf(assessment)),
    alone: possibleOptions(assessment).length === 1,
    variants: assessment.evaluation.variants.length,
  });
}

function exclusionNames(assessment: Input, variant: VariantResult): string[] {
  const names = variant.exclusions.map((exclusion) =>
    quoted(
      "capability" in exclusion
        ? capabilityOf(assessment, exclusion.capability).label
        : burdenOf(assessment, exclusion.burden).label,
    ),
  );
  return [...new Set(names)];
}

function explainImpossible(assessment: Input): string {
  const { variants } = assessment.evaluation;
  const nearest = variants[0];
  if (!nearest) return "There is no variant to choose from.";
  const failed = listedUpTo(3, exclusionNames(assessment, nearest));
  const name = capitalised(nameOf(assessment, nearest.variant));
  const alone = variants[1]?.exclusions.length !== nearest.exclusions.length;
  return `${name} ${alone ? "comes nearest" : "is one of the nearest"}; it fails ${failed}.`;
}

function explainFit(assessment: Input, leader: VariantResult): string {
  const possible = possibleVariants(assessment);
  const others = possible.filter((each) => each !== leader);
  const best = others.every(({ fit }) => fit < leader.fit)
    ? "alone"
    : others.every(({ fit }) => fit <= leader.fit)
      ? "shared"
      : "no";
  return fitExplanation(possible.length, best);
}

/** The variant that first place is contested with: the best of the option that comes first next most often. */
function rivalOf(assessment: Input): VariantResult | undefined {
  const second = possibleOptions(assessment)[1];
  return second && leadingVariant(assessment, second.id);
}

function explainClose(assessment: Input, leader: VariantResult, rival: VariantResult): string {
  const { gain, loss } = contrast(assessment, leader, rival);
  return closeText({
    open: assessment.progress.open,
    one: { name: nameOf(assessment, leader.variant), ahead: gain },
    other: { name: nameOf(assessment, rival.variant), ahead: loss },
  });
}

function explanationOf(assessment: Input): string {
  const { judgement, evaluation, progress } = assessment;
  const first = firstOption(assessment);
  if (first === undefined) return explainImpossible(assessment);
  const leader = leadingVariant(assessment, first);
  const rival = rivalOf(assessment);
  const { word } = judgement.verdict;
  if (word === "unstated") return needlessText(progress.answered, evaluation.needs.length);
  if (evaluation.needs.length === 0)
    return "No answer asks for what a mesh offers, so this compares only what each option costs to own.";
  if (word === "close" && rival) return explainClose(assessment, leader, rival);
  const musts = mustHavesOf(assessment, leader);
  const stands = musts.asked > 0 ? mustHavesText(musts) : explainFit(assessment, leader);
  if (rival) {
    const name = nameOf(assessment, rival.variant);
    return `${stands} ${contrastText({ rival: name, ...contrast(assessment, leader, rival) })}`;
  }
  const left =
    possibleVariants(assessment).length === 1
      ? "Every other variant fails something that is required."
      : "Every variant of the other options fails something that is required.";
  return musts.asked > 0 ? `${stands} ${left}` : left;
}

function barsOf(assessment: Input): DoubtBar[] {
  const { verdict } = assessment.judgement;
  if (verdict.word === "impossible" || verdict.word === "unstated") return [];
  const bar = (id: DoubtBar["id"], label: string, of: (standing: OptionStanding) => number) => ({
    id,
    label,
    shares: possibleOptions(assessment)
      .map((standing) => ({ option: viewOption(assessment, standing.id), of100: of(standing) }))
      .filter(({ of100 }) => of100 > 0),
  });
  const first = ({ of100 }: OptionStanding) => of100;
  if (!assessment.progress.open) return [bar("answered", capitalised(unitText(false)), first)];
  return [
    bar("rest", capitalised(unitText(true)), first),
    bar("enough", "If what is said is all that is needed", ({ enough }) => enough),
  ];
}

/** The verdict, in words. */
export function viewVerdict(assessment: Input): VerdictView {
  const { judgement, progress } = assessment;
  const { word, variant, soFar, meetsMusts } = judgement.verdict;
  const needsStated = word !== "unstated";
  return {
    word: publicWords[word],
    kind: word,
    wordLabel: wordLabelOf(word, soFar),
    heading: headingOf(assessment),
    certainty: certaintyOf(assessment),
    explanation: explanationOf(assessment),
    soFar,
    needsStated,
    meetsMusts,
    progress: { ...progress, text: progressText(progress) },
    ...(word === "impossible" ? {} : { leader: viewVariant(assessment, variant) }),
    options: needsStated
      ? namedStandings(assessment).map(({ id }) => viewOption(assessment, id))
      : [],
    shares: possibleOptions(assessment).map((standing) => ({
      option: viewOption(assessment, standing.id),
      first: firstShare(standing),
      open: standing.openOf100,
    })),
    bars: barsOf(assessment),
    ruledOut: judgement.options
      .filter(({ ruledOut }) => ruledOut)
      .map(({ id }) => viewOption(assessment, id)),
  };
}
