import type { VerdictWord as JudgedWord, OptionStanding } from "@/lib/engine/judge";
import type { VariantResult, VerdictWord } from "@/lib/engine/types";
import { capitalised, listedUpTo, quoted } from "@/lib/text/words";
import {
  burdenOf,
  capabilityOf,
  firstOption,
  type Ground,
  inFull,
  leadingVariant,
  nameOf,
  optionOf,
  possibleVariants,
  variantOf,
} from "./ground";
import { type OptionView, type VariantView, viewOption, viewVariant } from "./look";
import { optionInText } from "./names";
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
  readonly word: VerdictWord;
  /** The word of the engine: of two more kinds than the published formats know, “nearest” and “unstated”. */
  readonly kind: JudgedWord;
  /** “Clear”, “Leaning so far”, “Nearest”, “Too close to call”, “No needs named yet”, “Nothing is possible”. */
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

/** The four words of the published formats. What is nearest is leaning at most; without needs nothing can be called. */
const publicWords = {
  clear: "clear",
  leaning: "leaning",
  nearest: "leaning",
  close: "close",
  unstated: "close",
  impossible: "impossible",
} as const satisfies Record<JudgedWord, VerdictWord>;

/** Whether every variant is out for must-haves alone, and not for what a rule forbids. */
function onlyMustHavesFail({ evaluation }: Ground): boolean {
  return evaluation.variants.every(({ exclusions }) =>
    exclusions.every((exclusion) => "capability" in exclusion && exclusion.rule === undefined),
  );
}

function possibleOptions({ judgement }: Ground): readonly OptionStanding[] {
  return judgement.options.filter(({ ruledOut }) => !ruledOut);
}

/** The options as sentences speak of them, with their printed shares. */
export function contendersOf(
  ground: Ground,
  standings: readonly OptionStanding[] = possibleOptions(ground),
): (Contender & { readonly of100: number })[] {
  return standings.map((standing) => {
    const option = optionOf(ground, standing.id);
    const { text: share, of100 } = firstShare(standing);
    return { label: option.label, name: optionInText(option), share, of100 };
  });
}

function leadersOf({ judgement }: Ground): OptionStanding[] {
  const { leaders } = judgement.verdict;
  return leaders.flatMap((id) => judgement.options.find((each) => each.id === id) ?? []);
}

/**
 * The options the heading names, the greatest share first. While questions are open only those near the first: who is
 * behind by more has yet to be heard of.
 */
function namedStandings(ground: Ground): OptionStanding[] {
  const { soFar, share } = ground.judgement.verdict;
  const standings = leadersOf(ground);
  return soFar ? standings.filter(({ of100 }) => of100 > share - nearShare) : standings;
}

/** How a variant stands with the must-haves, and whether any other possible one meets them all. */
function mustHavesOf(ground: Ground, result: VariantResult): MustHaves {
  const { variant, warnings } = result;
  const asked = ground.evaluation.needs.filter(({ importance }) => importance === "must").length;
  const others = possibleVariants(ground).filter((each) => each.variant !== variant);
  const count = (level: string) => warnings.filter(({ support }) => support === level).length;
  return {
    asked,
    full: inFull(ground, result),
    addon: count("addon"),
    unverified: count("unknown"),
    others: others.length > 0,
    othersInFull: others.some((each) => inFull(ground, each) === asked),
  };
}

function headingOf(ground: Ground): string {
  const { verdict } = ground.judgement;
  const nothing = verdict.word === "impossible";
  return headingText({
    word: verdict.word,
    soFar: verdict.soFar,
    first: nothing ? "" : variantOf(ground, verdict.variant).label,
    named: contendersOf(ground, namedStandings(ground)),
    onlyMustHavesFail: onlyMustHavesFail(ground),
  });
}

function certaintyOf(ground: Ground): string {
  return certaintyText({
    ...ground.progress,
    word: ground.judgement.verdict.word,
    named: contendersOf(ground, leadersOf(ground)),
    alone: possibleOptions(ground).length === 1,
    variants: ground.evaluation.variants.length,
  });
}

function exclusionNames(ground: Ground, variant: VariantResult): string[] {
  const names = variant.exclusions.map((exclusion) =>
    quoted(
      "capability" in exclusion
        ? capabilityOf(ground, exclusion.capability).label
        : burdenOf(ground, exclusion.burden).label,
    ),
  );
  return [...new Set(names)];
}

function explainImpossible(ground: Ground): string {
  const { variants } = ground.evaluation;
  const nearest = variants[0];
  if (!nearest) return "There is no variant to choose from.";
  const failed = listedUpTo(3, exclusionNames(ground, nearest));
  const name = capitalised(nameOf(ground, nearest.variant));
  const alone = variants[1]?.exclusions.length !== nearest.exclusions.length;
  return `${name} is ${alone ? "the nearest" : "among the nearest"} and fails ${failed}.`;
}

function explainFit(ground: Ground, leader: VariantResult): string {
  const possible = possibleVariants(ground);
  const others = possible.filter((each) => each !== leader);
  const best = others.every(({ fit }) => fit < leader.fit)
    ? "alone"
    : others.every(({ fit }) => fit <= leader.fit)
      ? "shared"
      : "no";
  return fitExplanation(possible.length, best);
}

/** The variant that first place is contested with: the best of the option that comes first next most often. */
function rivalOf(ground: Ground): VariantResult | undefined {
  const second = possibleOptions(ground)[1];
  return second && leadingVariant(ground, second.id);
}

function explainClose(ground: Ground, leader: VariantResult, rival: VariantResult): string {
  const near = namedStandings(ground);
  const named =
    near.length > 1 ? near.map(({ id }) => leadingVariant(ground, id)) : [leader, rival];
  const { gain, loss } = contrast(ground, leader, rival);
  return closeText({
    scores: [...named]
      .sort((a, b) => b.score - a.score)
      .map(({ variant, score }) => ({ name: nameOf(ground, variant), score })),
    open: ground.progress.open,
    one: { name: nameOf(ground, leader.variant), ahead: gain },
    other: { name: nameOf(ground, rival.variant), ahead: loss },
  });
}

function explanationOf(ground: Ground): string {
  const { judgement, evaluation, progress } = ground;
  const first = firstOption(ground);
  if (first === undefined) return explainImpossible(ground);
  const leader = leadingVariant(ground, first);
  const rival = rivalOf(ground);
  const { word } = judgement.verdict;
  if (word === "unstated") return needlessText(progress.answered, evaluation.needs.length);
  if (evaluation.needs.length === 0)
    return "No answer asks for what a mesh offers, so this compares only what each option costs to own.";
  if (word === "close" && rival) return explainClose(ground, leader, rival);
  const musts = mustHavesOf(ground, leader);
  const stands = musts.asked > 0 ? mustHavesText(musts) : explainFit(ground, leader);
  if (rival) {
    const name = nameOf(ground, rival.variant);
    return `${stands} ${contrastText({ rival: name, ...contrast(ground, leader, rival) })}`;
  }
  const left =
    possibleVariants(ground).length === 1
      ? "Every other variant fails something that is required."
      : "Every variant of the other options fails something that is required.";
  return musts.asked > 0 ? `${stands} ${left}` : left;
}

function barsOf(ground: Ground): DoubtBar[] {
  const { verdict } = ground.judgement;
  if (verdict.word === "impossible" || verdict.word === "unstated") return [];
  const bar = (id: DoubtBar["id"], label: string, of: (standing: OptionStanding) => number) => ({
    id,
    label,
    shares: possibleOptions(ground)
      .map((standing) => ({ option: viewOption(ground, standing.id), of100: of(standing) }))
      .filter(({ of100 }) => of100 > 0),
  });
  const first = ({ of100 }: OptionStanding) => of100;
  if (!ground.progress.open) return [bar("answered", capitalised(unitText(false)), first)];
  return [
    bar("rest", capitalised(unitText(true)), first),
    bar("enough", "If what is said is all that is needed", ({ enough }) => enough),
  ];
}

/** The verdict, in words. */
export function viewVerdict(ground: Ground): VerdictView {
  const { judgement, progress } = ground;
  const { word, variant, soFar, meetsMusts } = judgement.verdict;
  const needsStated = word !== "unstated";
  return {
    word: publicWords[word],
    kind: word,
    wordLabel: wordLabelOf(word, soFar),
    heading: headingOf(ground),
    certainty: certaintyOf(ground),
    explanation: explanationOf(ground),
    soFar,
    needsStated,
    meetsMusts,
    progress: { ...progress, text: progressText(progress) },
    ...(word === "impossible" ? {} : { leader: viewVariant(ground, variant) }),
    options: needsStated ? namedStandings(ground).map(({ id }) => viewOption(ground, id)) : [],
    shares: possibleOptions(ground).map((standing) => ({
      option: viewOption(ground, standing.id),
      first: firstShare(standing),
      open: standing.openOf100,
    })),
    bars: barsOf(ground),
    ruledOut: judgement.options
      .filter(({ ruledOut }) => ruledOut)
      .map(({ id }) => viewOption(ground, id)),
  };
}
