import type { VariantResult, VerdictWord } from "@/lib/engine/types";
import {
  burdenOf,
  capabilityOf,
  type Ground,
  leadingVariant,
  nameOf,
  optionOf,
  possibleVariants,
  variantOf,
} from "./ground";
import { type OptionView, type VariantView, viewOption, viewVariant } from "./look";
import { optionInText, smallLabel } from "./names";
import { contrast, possibleCount } from "./ranking";
import { ofAHundred, type Share, sharesOfPlace } from "./shares";
import { allOf, capitalised, counted, inWords, listed, listedUpTo, points, quoted } from "./words";

export interface VerdictView {
  readonly word: VerdictWord;
  /** “Clear”, “Leaning”, “Too close to call”, “Nothing is possible”. */
  readonly wordLabel: string;
  /** What to use, as a heading: “Istio, ambient mode”. */
  readonly heading: string;
  /** How sure that is: follows the word (“first in 88 of 100 ways to weigh your answers.”) where the heading lacks it. */
  readonly certainty: string;
  /** Why, in a sentence or two that need no knowledge of meshes. */
  readonly explanation: string;
  /** The variant in first place; absent when nothing is possible. */
  readonly leader?: VariantView;
  /** The options the verdict names, the first place first; none while nothing is possible, or no needs are named. */
  readonly options: readonly OptionView[];
  /** First places of the options that are ranked, in the order of the ranking. */
  readonly shares: readonly { readonly option: OptionView; readonly first: Share }[];
  readonly ruledOut: readonly OptionView[];
}

const wordLabels: Readonly<Record<VerdictWord, string>> = {
  clear: "Clear",
  leaning: "Leaning",
  close: "Too close to call",
  impossible: "Nothing is possible",
};

/** The verdict word as it is shown: “Clear”, “Too close to call”. */
export function wordLabelOf(word: VerdictWord): string {
  return wordLabels[word];
}

/** Whether every variant is out for must-haves alone, and not for what a rule forbids. */
function onlyMustHavesFail({ evaluation }: Ground): boolean {
  return evaluation.variants.every(({ exclusions }) =>
    exclusions.every((exclusion) => "capability" in exclusion && exclusion.rule === undefined),
  );
}

/** Whether the answers say what is needed, or that nothing is. Without that a verdict would only repeat the estate. */
function saysWhatIsNeeded({ matrix, answers }: Ground): boolean {
  return matrix.questions.some(({ id, kind }) => {
    const answer = answers[id];
    return (kind === "needs" || kind === "importance") && (answer ?? "unsure") !== "unsure";
  });
}

/** The word that may be said: nothing is clear as long as no needs are named. */
function wordOf(ground: Ground): VerdictWord {
  const { word } = ground.verdict;
  return word === "impossible" || saysWhatIsNeeded(ground) ? word : "close";
}

function headingOf(ground: Ground): string {
  const { verdict } = ground;
  const [first] = verdict.leaders;
  if (first === undefined) {
    return onlyMustHavesFail(ground)
      ? "Nothing meets every must-have"
      : "Nothing meets all your conditions";
  }
  if (!saysWhatIsNeeded(ground)) return "Say what you need first";
  if (verdict.word !== "close")
    return variantOf(ground, leadingVariant(ground, first).variant).label;
  const labels = verdict.leaders.map((id) => smallLabel(optionOf(ground, id)));
  const named = capitalised(listed(labels, "or"));
  return labels.length === 1
    ? `${named} ahead, but too close to call`
    : `${named}: too close to call`;
}

function certaintyOf(ground: Ground): string {
  const { verdict, acceptability } = ground;
  if (verdict.word === "impossible") {
    return `each of the ${counted(ground.evaluation.variants.length, "variant")} fails at least one must-have or limit.`;
  }
  if (acceptability.options.length === 1) return "it is the only option still possible.";
  const first = sharesOfPlace(acceptability.options, 0);
  const said = verdict.leaders.flatMap((option, index) => {
    const share = first.get(option);
    if (!share) return [];
    const name = optionInText(optionOf(ground, option));
    return index === 0
      ? [`${name} is first in ${ofAHundred(share)} ways to weigh your answers`]
      : [`${name} in ${share.text === "under 1" ? "fewer than 1" : share.text}`];
  });
  if (wordOf(ground) === "close") return `${listed(said)}.`;
  const share = first.get(verdict.leaders[0] ?? "");
  return `first in ${share ? ofAHundred(share) : "0 of 100"} ways to weigh your answers.`;
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

/** How the variant stands with the must-haves, among those still possible. */
function explainMustHaves(ground: Ground, leader: VariantResult, musts: number): string {
  const missed = (variant: VariantResult) => variant.warnings.length;
  const full = musts - missed(leader);
  const all = `${allOf(musts, "must-have")} in full`;
  if (full === musts) {
    const possible = possibleVariants(ground);
    const alone = possible.length > 1 && possible.every((each) => each === leader || missed(each));
    return alone ? `It is the only variant that meets ${all}.` : `It meets ${all}.`;
  }
  const verified = leader.warnings.every(({ support }) => support !== "unknown");
  const how = verified ? "only in part" : "in part, as far as is known";
  if (musts === 1) return `It meets your one must-have ${how}.`;
  if (full === 0) return `It meets ${allOf(musts, "must-have")} ${how}.`;
  const rest = musts - full === 1 ? "other" : `other ${inWords(musts - full)}`;
  return `It meets ${inWords(full)} of your ${inWords(musts)} must-haves in full and the ${rest} ${how}.`;
}

function explainFit(ground: Ground, leader: VariantResult): string {
  const possible = possibleVariants(ground);
  const among = `Of the ${possibleCount(ground)} still possible it`;
  if (possible.every((each) => each === leader || each.fit < leader.fit))
    return `${among} fits what you need best.`;
  return possible.every(({ fit }) => fit <= leader.fit)
    ? `${among} fits what you need as well as any.`
    : `${among} does not fit your needs best, but it is easier to own than those that fit better.`;
}

function explainContrast(ground: Ground, one: VariantResult, other: VariantResult): string {
  const { gain, loss } = contrast(ground, one, other);
  const rival = nameOf(ground, other.variant);
  if (gain && loss)
    return `Compared with ${rival} it gains most on ${quoted(gain)} and loses most on ${quoted(loss)}.`;
  if (gain) return `Compared with ${rival} it gains most on ${quoted(gain)} and is behind nowhere.`;
  if (loss) return `Compared with ${rival} it loses most on ${quoted(loss)} and is ahead nowhere.`;
  return `It and ${rival} earn the same in every group of needs.`;
}

/** The variant that first place is contested with: of a close call the second leader, else the next in the ranking. */
function rivalOf(ground: Ground, first: string): VariantResult | undefined {
  const { verdict, evaluation } = ground;
  const next =
    verdict.leaders[1] ??
    evaluation.options.find(({ option, ruledOut }) => option !== first && !ruledOut)?.option;
  return next === undefined ? undefined : leadingVariant(ground, next);
}

function explainClose(ground: Ground, leader: VariantResult, rival: VariantResult): string {
  const named =
    ground.verdict.leaders.length > 1
      ? ground.verdict.leaders.map((option) => leadingVariant(ground, option))
      : [leader, rival];
  const ranked = [...named].sort((a, b) => b.score - a.score);
  const scores = listed(
    ranked.map(({ variant, score }, index) =>
      index === 0
        ? `${nameOf(ground, variant)} scores ${points(score)} of 100`
        : `${nameOf(ground, variant)} ${points(score)}`,
    ),
  );
  const { gain, loss } = contrast(ground, leader, rival);
  const apart =
    gain && loss
      ? `${capitalised(nameOf(ground, leader.variant))} is further ahead on ${quoted(gain)}, ${nameOf(ground, rival.variant)} on ${quoted(loss)}: decide by which of them matters more to you.`
      : gain
        ? `${capitalised(nameOf(ground, leader.variant))} is ahead on ${quoted(gain)} and behind nowhere, but by less than the findings are uncertain.`
        : "Decide by what you know and these answers do not say.";
  return `${capitalised(scores)}, so a slightly different weighing puts another first. ${apart}`;
}

function explanationOf(ground: Ground): string {
  const { verdict, evaluation, answers } = ground;
  const [first] = verdict.leaders;
  if (first === undefined) return explainImpossible(ground);
  const leader = leadingVariant(ground, first);
  const rival = rivalOf(ground, first);
  if (!saysWhatIsNeeded(ground)) {
    const why =
      Object.keys(answers).length === 0
        ? "You have not answered a question yet"
        : "Your answers do not say what you need yet";
    const what = evaluation.needs.length === 0 ? "only" : "little more than";
    return `${why}, so this compares ${what} what each option costs to own. Answer those questions before you rely on it.`;
  }
  if (evaluation.needs.length === 0)
    return "None of your answers asks for what a mesh offers, so this compares only what each option costs to own.";
  if (verdict.word === "close" && rival) return explainClose(ground, leader, rival);
  const musts = evaluation.needs.filter(({ importance }) => importance === "must").length;
  const stands = musts > 0 ? explainMustHaves(ground, leader, musts) : explainFit(ground, leader);
  if (rival) return `${stands} ${explainContrast(ground, leader, rival)}`;
  const possible = possibleVariants(ground).length;
  const left =
    possible === 1
      ? "Every other variant fails something you require."
      : "Every variant of the other options fails something you require.";
  return musts > 0 ? `${stands} ${left}` : left;
}

/** The verdict, in words. */
export function viewVerdict(ground: Ground): VerdictView {
  const { verdict, evaluation, acceptability } = ground;
  const [first] = verdict.leaders;
  const shares = sharesOfPlace(acceptability.options, 0);
  return {
    word: wordOf(ground),
    wordLabel: saysWhatIsNeeded(ground) ? wordLabels[verdict.word] : "No needs named yet",
    heading: headingOf(ground),
    certainty: certaintyOf(ground),
    explanation: explanationOf(ground),
    ...(first === undefined
      ? {}
      : { leader: viewVariant(ground, leadingVariant(ground, first).variant) }),
    options: saysWhatIsNeeded(ground)
      ? verdict.leaders.map((option) => viewOption(ground, option))
      : [],
    shares: [...shares].map(([option, share]) => ({
      option: viewOption(ground, option),
      first: share,
    })),
    ruledOut: evaluation.options
      .filter(({ ruledOut }) => ruledOut)
      .map(({ option }) => viewOption(ground, option)),
  };
}
