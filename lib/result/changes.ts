import { encodeAnswers, releaseOf } from "@/lib/answers/code";
import { decideVerdict, rankAcceptability } from "@/lib/engine/acceptability";
import type { Alternative } from "@/lib/engine/alternatives";
import { evaluate } from "@/lib/engine/evaluate";
import { type Flip, type FlipReport, findFlips, findHangingCells } from "@/lib/engine/flips";
import type { Answers } from "@/lib/engine/types";
import { importanceLabel } from "./answers";
import { cellOf, type EvidenceRef, referToEvidence } from "./evidence";
import { shownEvidence } from "./fit";
import {
  burdenOf,
  capabilityOf,
  type Ground,
  nameOf,
  optionOf,
  questionOf,
  variantOf,
} from "./ground";
import { changeHref, resultHref } from "./links";
import { type OptionView, viewOption } from "./look";
import { optionInText } from "./names";
import { type Share, sharesOfPlace } from "./shares";
import { wordLabelOf } from "./verdict";
import { capitalised, inWords, listed, pointsApart, quoted } from "./words";

/** Enough for whole places of 100 (standard error at most 1.6), and quick for a dozen rows. */
const samplesPerRow = 1000;
/** Up to here a change is small: a wish that moves by one or two steps. */
const smallEffort = 2;

export interface ChangeStep {
  /** “Platform team”, or “Traffic steering: Mirror live traffic to another version”. */
  readonly label: string;
  readonly from: string;
  readonly to: string;
  /** Where the answer can be changed. */
  readonly href: string;
}

export interface ChangeRow {
  readonly id: string;
  readonly steps: readonly ChangeStep[];
  /** First places of 100 then, in the order of the ranking then. */
  readonly shares: readonly { readonly option: OptionView; readonly first: Share }[];
  /** “Linkerd, open source: leaning”. */
  readonly verdict: string;
  /** The whole result with these answers. */
  readonly href: string;
}

export interface ChangeGroup {
  readonly id: string;
  readonly heading: string;
  readonly option?: OptionView;
  readonly rows: readonly ChangeRow[];
  /** Said where no row is found, or beside the rows. */
  readonly statement?: string;
}

export interface HangingView {
  readonly id: string;
  /** “If Istio (sidecar mode) had nothing for “VMs join the mesh”, Linkerd would be first.” */
  readonly sentence: string;
  /** “beta, medium confidence, checked 24 November 2026” */
  readonly doubt: string;
  readonly checked: string;
  readonly evidence: EvidenceRef;
}

export interface ChangesView {
  readonly finding: string;
  readonly today: ChangeRow;
  readonly rivals: readonly ChangeGroup[];
  readonly weakening?: ChangeGroup;
  readonly idle?: ChangeGroup;
  readonly hanging: readonly HangingView[];
  readonly hangingStatement: string;
  /** How many single changes were tried. */
  readonly tried: number;
}

function labelOf(ground: Ground, question: string, value: string | undefined): string {
  const asked = questionOf(ground, question);
  if (value === undefined) return "not answered";
  if (asked.kind === "choice") {
    return quoted(asked.values.find(({ id }) => id === value)?.label ?? value);
  }
  if (asked.kind === "flags") return value;
  return importanceLabel(ground, value).toLowerCase();
}

function viewStep(ground: Ground, { question, part, from, to }: Alternative): ChangeStep {
  const asked = questionOf(ground, question);
  const parts = asked.kind === "needs" ? asked.rows : asked.kind === "flags" ? asked.flags : [];
  const partLabel = parts.find(({ id }) => id === part)?.label;
  return {
    label: partLabel === undefined ? asked.short : `${asked.short}: ${partLabel}`,
    from: labelOf(ground, question, from),
    to: labelOf(ground, question, to),
    href: changeHref(asked.section, question, ground.code),
  };
}

function viewRow(ground: Ground, answers: Answers, changes: readonly Alternative[]): ChangeRow {
  const evaluation = evaluate(ground.table, answers);
  const acceptability = rankAcceptability(evaluation, samplesPerRow, ground.acceptability.seed);
  const verdict = decideVerdict(evaluation, acceptability, ground.table.thresholds);
  const first = evaluation.options[0];
  const code = encodeAnswers(ground.matrix.slots, answers, releaseOf(ground.code));
  const named = first && !first.ruledOut ? variantOf(ground, first.variant).label : undefined;
  const word = wordLabelOf(verdict.word).toLowerCase();
  return {
    id: code,
    steps: changes.map((change) => viewStep(ground, change)),
    shares: [...sharesOfPlace(acceptability.options, 0)].map(([option, share]) => ({
      option: viewOption(ground, option),
      first: share,
    })),
    verdict: named === undefined ? capitalised(word) : `${named}: ${word}`,
    href: resultHref(code),
  };
}

/** What stands in the option's way in every one of its variants, as one says it. */
function blockersText(ground: Ground, blockedBy: readonly string[]): string {
  const { matrix } = ground;
  return listed(
    blockedBy.map((id) =>
      quoted(
        matrix.capabilities.some((capability) => capability.id === id)
          ? capabilityOf(ground, id).label
          : burdenOf(ground, id).label,
      ),
    ),
  );
}

function viewRival(
  ground: Ground,
  rival: FlipReport["rivals"][number],
  tried: number,
): ChangeGroup {
  const option = viewOption(ground, rival.option);
  const name = optionInText(optionOf(ground, rival.option));
  const sizes = rival.flips[0]?.changes.length ?? 0;
  const blocked =
    rival.blockedBy.length > 0
      ? `All its variants fail ${blockersText(ground, rival.blockedBy)}; while that stands, nothing else puts it first.`
      : undefined;
  if (sizes === 0) {
    return {
      id: rival.option,
      heading: `Nothing we tried puts ${name} first`,
      option,
      rows: [],
      statement:
        blocked ??
        `None of the ${tried} single changes does, and none of the sets of two or three that bring it nearest.`,
    };
  }
  const how = sizes === 1 ? "with one answer changed" : `with ${inWords(sizes)} answers changed`;
  return {
    id: rival.option,
    heading: `${capitalised(name)} would lead ${how}`,
    option,
    rows: rival.flips.map((flip) => viewRow(ground, flip.answers, flip.changes)),
    ...(blocked && sizes > 1 ? { statement: blocked } : {}),
  };
}

function smallest(flips: readonly Flip[]): number {
  return Math.min(...flips.map(({ changes }) => changes.length));
}

function findingOf(ground: Ground, report: FlipReport): string {
  const withFlips = report.rivals.filter(({ flips }) => flips.length > 0);
  const names = (rivals: readonly { option: string }[]) =>
    listed(
      rivals.map(({ option }) => optionInText(optionOf(ground, option))),
      "or",
    );
  if (ground.verdict.word === "impossible") {
    return withFlips.length === 0
      ? "No change of up to three answers that we tried makes an option possible"
      : `${capitalised(inWords(smallest(withFlips.flatMap(({ flips }) => flips))))} changed ${smallest(withFlips.flatMap(({ flips }) => flips)) === 1 ? "answer" : "answers"} would make an option possible`;
  }
  if (report.tried === 0) return "There is nothing to change yet: no question is answered";
  const single = withFlips.filter(({ flips }) => smallest(flips) === 1);
  const small = single.filter(({ flips }) => flips.some(({ effort }) => effort <= smallEffort));
  if (small.length > 0) return `A small change to one answer can put ${names(small)} first`;
  if (single.length > 0) {
    return `No small change puts another option first; a new must-have or another estate can put ${names(single)} first`;
  }
  const double = withFlips.filter(({ flips }) => smallest(flips) === 2);
  if (double.length > 0) {
    return `No single answer puts another option first; two together can put ${names(double)} first`;
  }
  if (withFlips.length > 0) {
    return `Neither one answer nor two put another option first; three together can put ${names(withFlips)} first`;
  }
  return "No change we tried, of up to three answers, puts another option first";
}

function viewHanging(ground: Ground): HangingView[] {
  const shown = shownEvidence(ground);
  return findHangingCells(ground.table, ground.answers)
    .slice(0, 5)
    .map(({ capability, variant, if: support, first }) => {
      const cell = cellOf(ground, capability, variant);
      const had = support === "none" ? "had nothing" : "offered all that is asked";
      const then =
        first === ""
          ? "nothing would be possible"
          : `${optionInText(optionOf(ground, first))} would be first`;
      const checked =
        cell.evidence
          .map((each) => each.checked)
          .sort()
          .at(-1) ?? "";
      const levels = ground.matrix.levels;
      const doubts = [
        levels.support[cell.support].label.toLowerCase(),
        ...(cell.maturity && cell.maturity !== "stable"
          ? [levels.maturity[cell.maturity].label]
          : []),
        `${levels.confidence[cell.confidence].label} confidence`,
      ];
      return {
        id: `${capability}-${variant}`,
        sentence: `If ${nameOf(ground, variant)} ${had} for ${quoted(capabilityOf(ground, capability).label)}, ${then}.`,
        doubt: capitalised(doubts.join(", ")),
        checked,
        evidence: referToEvidence(capability, variant, shown),
      };
    });
}

/**
 * What would change the verdict: the fewest answer changes for each rival, each evaluated again; changes that weaken it;
 * strong answers that change nothing; and the findings in doubt that first place hangs on.
 */
export function viewChanges(ground: Ground): ChangesView {
  const report = findFlips(ground.table, ground.answers);
  const possible = ground.verdict.word !== "impossible";
  const hanging = viewHanging(ground);
  const rowOf = ({ change }: { change: Alternative }) => viewRow(ground, change.answers, [change]);
  return {
    finding: findingOf(ground, report),
    today: viewRow(ground, ground.answers, []),
    rivals: report.rivals.map((rival) => viewRival(ground, rival, report.tried)),
    ...(possible && report.weakening.length > 0
      ? {
          weakening: {
            id: "weakening",
            heading: "Keeps first place, less surely",
            rows: report.weakening.map(rowOf),
          },
        }
      : {}),
    ...(possible && report.idle.length > 0
      ? {
          idle: {
            id: "idle",
            heading: "Changes next to nothing, though you might expect it",
            rows: report.idle.map(rowOf),
            statement: `Dropping these must-haves moves the lead of ${pointsApart(report.lead)} by less than half a point.`,
          },
        }
      : {}),
    hanging,
    hangingStatement: !possible
      ? "Nothing is in first place, so it hangs on no finding."
      : hanging.length === 0
        ? "No finding in doubt, turned the other way by itself, changes first place."
        : "Each finding here is in doubt, and turned the other way by itself it changes first place.",
    tried: report.tried,
  };
}
