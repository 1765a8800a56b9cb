import type { VerdictWord } from "@/lib/engine/judge";
import {
  allOf,
  capitalised,
  counted,
  inWords,
  listed,
  phrased,
  points,
  quoted,
  someOf,
} from "@/lib/text/words";
import { saidOf100 } from "./shares";
import type { Contender } from "./verdict-text";
import { unitText } from "./verdict-text";

/**
 * The findings that head the sections of a result, as functions of the printed figures. A comparative is used only above
 * these thresholds; below them things are alike.
 */

/** Points of the score that are worth telling. Less is within what a single finding is uncertain by. */
const tellingPoints = 0.5;
/** First places of 100 that are worth telling: well above the error of the samples. */
export const tellingShare = 5;

/** Whether the first of two scores is ahead by enough to say so. */
export function isTelling(difference: number): boolean {
  return Number(points(Math.abs(difference))) >= tellingPoints;
}

export interface RankedText {
  /** As subject of a sentence. */
  readonly name: string;
  readonly score: number;
  /** First places of 100, as printed. */
  readonly of100: number;
}

export interface RankingFacts {
  /** The options still possible, best score first. */
  readonly ranked: readonly RankedText[];
  readonly needsStated: boolean;
  /** While anything is open the score counts only what was said. */
  readonly open: boolean;
  /** The groups in which the first is furthest ahead of the second and furthest behind, if worth telling. */
  readonly gain?: string | undefined;
  readonly loss?: string | undefined;
  /** Where nothing is possible: the variant that fails least, and how many conditions it fails. */
  readonly nearest?: { readonly name: string; readonly failed: number } | undefined;
}

/** How the scores compare: “Linkerd scores 1.4 points more than Istio: it wins most on ease of ownership”. */
export function rankingText(facts: RankingFacts): string {
  const { ranked, gain, loss, nearest } = facts;
  const [first, second] = ranked;
  if (!first)
    return nearest
      ? `Nothing can be ranked; ${nearest.name} fails ${counted(nearest.failed, "condition")}, and none fails fewer`
      : "There is nothing to rank";
  const scope = facts.open ? "on what was said " : "";
  if (!second)
    return capitalised(
      `${scope}${first.name} is alone in the ranking, with ${points(first.score)} of 100 points`,
    );
  const alike = ranked.filter(({ score }) => !isTelling(first.score - score));
  if (alike.length > 1) {
    const names = listed(alike.map(({ name }) => name));
    const scores = [...new Set(alike.map(({ score }) => points(score)))];
    return capitalised(
      scores.length === 1
        ? `${scope}${names} score the same, ${scores[0]} of 100 points`
        : `${scope}${names} score alike: ${listed(scores)} of 100 points`,
    );
  }
  const lead = Number(points(first.score)) - Number(points(second.score));
  const ahead = `${scope}${first.name} scores ${points(lead)} points more than ${second.name}`;
  if (!facts.needsStated)
    return capitalised(`${ahead}, on ease of ownership alone: no needs are named`);
  const rival = [...ranked].sort((a, b) => b.of100 - a.of100)[0];
  const though =
    rival && rival !== first && rival.of100 >= first.of100 + tellingShare
      ? `, yet ${rival.name} comes first more often`
      : "";
  const why =
    gain && loss
      ? `it wins most on ${phrased(gain)} and loses some of it on ${phrased(loss)}`
      : gain
        ? `it wins most on ${phrased(gain)} and gives up next to nothing`
        : "no group of needs sets them apart by itself";
  return capitalised(though ? `${ahead}${though}` : `${ahead}: ${why}`);
}

export interface CertaintyFinding {
  readonly word: VerdictWord;
  /** Whether anything is open: then shares are over the ways it may turn out. */
  readonly open: boolean;
  /** The options still possible, the greatest share first. */
  readonly contenders: readonly (Contender & { readonly of100: number })[];
  readonly thresholds: { readonly clear: number; readonly leaning: number };
  /** Of 100: the doubt that open answers make, and the doubt that would remain if all were answered. */
  readonly doubt: { readonly open: number; readonly rest: number };
}

/** Doubt of fewer than this many of 100 is not worth dividing. */
const tellingDoubt = 15;

/** Where the doubt comes from; nothing where there is little, or nothing is open. */
function doubtClause({ open, doubt }: CertaintyFinding): string {
  if (!open || doubt.open + doubt.rest < tellingDoubt) return "";
  if (Math.abs(doubt.open - doubt.rest) < tellingShare)
    return "; half of the doubt is in what is not answered";
  return doubt.open > doubt.rest
    ? "; most of the doubt is in what is not answered"
    : "; most of the doubt would remain if all were answered";
}

/** How sure the verdict is, in one sentence. */
export function certaintyFinding(facts: CertaintyFinding): string {
  const { word, contenders, open } = facts;
  const [first, second] = contenders;
  if (!first) return "With every variant ruled out there is nothing to be sure of";
  if (!second)
    return capitalised(
      `${first.name} is the only option still possible, however the answers are weighed`,
    );
  const unit = open ? unitText(true) : "weightings";
  if (second.share === "0") return capitalised(`${first.name} is first in 100 of 100 ${unit}`);
  if (word === "close" || word === "unstated") return closeFinding(facts, unit);
  const rivals = contenders.slice(1).filter(({ share }) => share !== "0");
  const often = `first in ${saidOf100(second.share)} ${unit}`;
  const ties = rivals.filter(({ share }) => share === second.share);
  const said =
    rivals.length === 1
      ? `${second.name} is the only rival, and it is ${often}`
      : ties.length > 1
        ? `${listed(ties.map(({ name }) => name))} are the strongest rivals, each ${often}`
        : `${second.name} is the strongest rival, ${often}`;
  return capitalised(`${said}${doubtClause(facts)}`);
}

function closeFinding(facts: CertaintyFinding, unit: string): string {
  const { contenders, thresholds } = facts;
  const [first, second] = contenders;
  if (!first || !second) return "";
  if (facts.open) {
    const lead = first.of100 - second.of100;
    const how =
      lead < tellingShare
        ? `${first.name} and ${second.name} come first about equally often`
        : `${first.name} comes first in ${lead} more of 100 than ${second.name}`;
    return capitalised(`${how} ${unit}${doubtClause(facts)}`);
  }
  if (first.of100 >= thresholds.leaning)
    return capitalised(`${first.name} is first in ${saidOf100(first.share)} ${unit}`);
  const each = contenders
    .filter(({ of100 }) => of100 > 0)
    .map(({ name, share }, index) =>
      index === 0 ? `${name} is in ${share}` : `${name} in ${share}`,
    );
  return `No option is first in ${thresholds.leaning} of 100 ${unit}: ${listed(each)}`;
}

export interface FitFacts {
  readonly needs: number;
  readonly musts: number;
  /** Whether rules demand something although no need is named. */
  readonly demands: boolean;
  /** The variant in first place, or the nearest where nothing is possible. */
  readonly name: string;
  /** How many needs it meets in full, and how many must-haves. */
  readonly needsInFull: number;
  readonly mustsInFull: number;
  /** Of the variants still possible: how many, and how many of them meet all must-haves in full. */
  readonly possible: number;
  readonly allInFull: number;
  /** Where nothing is possible: the must-haves that the nearest fails. */
  readonly failed: number;
}

/** How the first place stands with the needs. */
export function fitText(facts: FitFacts): string {
  const { needs, musts, name, mustsInFull, possible, allInFull } = facts;
  if (needs === 0)
    return facts.demands
      ? "No needs are named yet, so only the constraints are compared"
      : "No needs are named yet, so nothing is compared";
  if (possible === 0) {
    if (facts.failed === 0)
      return capitalised(`${name}, the nearest, fails no must-have but is ruled out by a limit`);
    const which =
      facts.failed === musts ? allOf(musts, "must-have") : someOf(facts.failed, musts, "must-have");
    return capitalised(`even ${name}, the nearest, fails ${which}`);
  }
  if (musts === 0) {
    const met =
      facts.needsInFull === needs ? allOf(needs, "need") : someOf(facts.needsInFull, needs, "need");
    return capitalised(`${name} meets ${met} in full; no must-have is named`);
  }
  const all = allOf(musts, "must-have");
  if (mustsInFull < musts) {
    const others =
      allInFull === 0
        ? ""
        : `; ${counted(allInFull, "other variant meets", "other variants meet")} all of them`;
    return capitalised(
      musts === 1
        ? `${name} meets ${all}, but not in full${allInFull === 0 ? "" : `; ${counted(allInFull, "other variant does", "other variants do")}`}`
        : `${name} meets ${someOf(mustsInFull, musts, "must-have")} in full${others}`,
    );
  }
  if (possible === 1) return capitalised(`${name} meets ${all} in full`);
  if (allInFull === 1) return capitalised(`only ${name} meets ${all} in full`);
  if (allInFull === possible)
    return `Every variant still possible meets ${all} in full; the rest decides`;
  const more = allInFull - 1;
  return capitalised(
    `${name} meets ${all} in full, and so ${more === 1 ? "does one other variant" : `do ${inWords(more)} other variants`}`,
  );
}

export interface OwnershipFacts {
  /** The variant in first place, or the nearest where nothing is possible. */
  readonly name: string;
  /** Its heaviest burden as a phrase: “the learning curve”; absent if none costs anything. */
  readonly heaviest?: string | undefined;
  /** The variants still possible, with their ease of 0 to 100; none where nothing is possible. */
  readonly possible: readonly { readonly name: string; readonly ease: number }[];
}

/** What the first place costs to own, beside the others. */
export function ownershipText({ name, heaviest, possible }: OwnershipFacts): string {
  const costs = heaviest
    ? `its heaviest burden is ${heaviest}`
    : "it costs nothing that is measured here";
  if (possible.length === 0) return capitalised(`of ${name}, the nearest: ${costs}`);
  if (possible.length === 1) return capitalised(`${name} is the only variant left; ${costs}`);
  const most = Math.max(...possible.map(({ ease }) => ease));
  const lightest = possible.filter(({ ease }) => !isTelling(most - ease)).map((each) => each.name);
  if (lightest.length === 1 && lightest[0] === name)
    return capitalised(
      `${name} comes first and is also the lightest to own of ${counted(possible.length, "variant")}; ${costs}`,
    );
  if (lightest.includes(name)) {
    const others = lightest.filter((each) => each !== name);
    return capitalised(`${name} is as light to own as ${listed(others)}; ${costs}`);
  }
  const are = lightest.length === 1 ? "is" : "are";
  return capitalised(
    `${listed(lightest)} ${are} lightest to own; for ${name}, in first place, ${heaviest ? `the heaviest burden is ${heaviest}` : "nothing measured here costs anything"}`,
  );
}

export interface OpenFacts {
  readonly possible: boolean;
  /** Open questions: how many, and how many of them have a fair chance to change first place. */
  readonly open: number;
  readonly decisive: number;
  readonly contradictions: number;
  readonly warnings: number;
  /** Whether a plausible change to one answer can put another option first. */
  readonly fragile: boolean;
  readonly word: VerdictWord;
}

/** What is still open. “Nothing stands against the verdict” only of a clear one that no plausible change overturns. */
export function openText(facts: OpenFacts): string {
  const { open, decisive, contradictions, warnings } = facts;
  const pairs = contradictions === 1 ? "one pair" : `${inWords(contradictions)} pairs`;
  const rest =
    contradictions > 0
      ? `, and ${pairs} of the answers ${contradictions === 1 ? "does" : "do"} not go together`
      : "";
  if (decisive === 1) return `One open question could still change first place${rest}`;
  if (decisive > 1)
    return capitalised(
      `${counted(decisive, "open question")} could each still change first place${rest}`,
    );
  if (open > 0) {
    const does = facts.possible ? "put another option first" : "make an option possible";
    return `${open === 1 ? "The one open question is not" : `None of the ${inWords(open)} open questions is`} likely to ${does}${open === 1 ? "" : " by itself"}${rest}`;
  }
  if (contradictions > 0) return `Every question is answered${rest}`;
  if (warnings > 0)
    return `Every question is answered; ${counted(warnings, "warning")} ${warnings === 1 ? "remains" : "remain"}`;
  return facts.word === "clear" && !facts.fragile
    ? "Every question is answered, and nothing stands against the verdict"
    : "Every question is answered";
}

export interface ChangesFacts {
  readonly possible: boolean;
  /** How many single changes were tried. */
  readonly tried: number;
  /** The rivals that some change puts first: with how many answers changed, and whether one such change is plausible. */
  readonly rivals: readonly {
    readonly name: string;
    readonly changes: number;
    readonly plausible: boolean;
  }[];
}

/** What would change first place. */
export function changesText({ possible, tried, rivals }: ChangesFacts): string {
  const names = (of: ChangesFacts["rivals"]) =>
    listed(
      of.map(({ name }) => name),
      "or",
    );
  const fewest = Math.min(...rivals.map(({ changes }) => changes));
  if (!possible) {
    return rivals.length === 0
      ? "No change of up to three answers that we tried makes an option possible"
      : `${capitalised(inWords(fewest))} changed ${fewest === 1 ? "answer" : "answers"} would make an option possible`;
  }
  if (tried === 0) return "There is nothing to change yet: no question is answered";
  if (rivals.length === 0)
    return "No change we tried, of up to three answers, puts another option first";
  const single = rivals.filter(({ changes }) => changes === 1);
  const plausible = single.filter((each) => each.plausible);
  if (plausible.length > 0)
    return `One plausible change to the answers can put ${names(plausible)} first`;
  if (single.length > 0)
    return `No plausible change puts another option first; a new must-have or another estate can put ${names(single)} first`;
  return fewest === 2
    ? `No single answer puts another option first; two together can put ${names(rivals.filter(({ changes }) => changes === 2))} first`
    : `Neither one answer nor two put another option first; three together can put ${names(rivals)} first`;
}

/** “Revisit when “Platform team” changes from “two” to “none”: Linkerd would come first.” */
export function triggerText(
  steps: readonly { readonly label: string; readonly from: string; readonly to: string }[],
  name: string,
): string {
  const said = listed(
    steps.map(({ label, from, to }) => `${quoted(label)} changes from ${from} to ${to}`),
  );
  return `Revisit when ${said}: ${name} would come first.`;
}
