import { encodeAnswers, releaseOf } from "@/lib/answers/code";
import type { Alternative } from "@/lib/engine/alternatives";
import { type FlipReport, findFlips, findHangingCells, likely } from "@/lib/engine/flips";
import { type Decision, decide } from "@/lib/engine/judge";
import type { Answers } from "@/lib/engine/types";
import { capitalised, inWords, listed, quoted } from "@/lib/text/words";
import { importanceLabel } from "./answers";
import {
  type Assessment,
  burdenOf,
  capabilityOf,
  firstOption,
  nameOf,
  optionOf,
  questionOf,
  variantOf,
} from "./assessment";
import { cellOf, type EvidenceRef, referToEvidence } from "./evidence";
import { type ChangesFacts, changesText, tellingShare, triggerText } from "./finding-text";
import { shownEvidence } from "./fit";
import { changeHref, resultHref } from "./links";
import { optionInText } from "./names";
import { type OptionView, viewOption } from "./option-view";
import { firstShare, type Share } from "./shares";
import { wordLabelOf } from "./verdict-text";

/** What is read of an assessment here. */
type Input = Pick<
  Assessment,
  "matrix" | "table" | "code" | "answers" | "judgement" | "evaluation" | "past"
>;

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
  /** How likely the change is within two years, 0 to 1. */
  readonly likelihood: number;
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

/** A change of what was said that would put another option first: when the decision should be looked at again. */
export interface ChangeTrigger {
  /** “Revisit when “Platform team” changes from “two” to “none”: Linkerd would come first.” */
  readonly sentence: string;
  readonly option: OptionView;
  /** The result with that change. */
  readonly href: string;
}

export interface ChangesView {
  readonly finding: string;
  /** Whether a plausible change to one answer puts another option first. */
  readonly fragile: boolean;
  readonly today: ChangeRow;
  readonly rivals: readonly ChangeGroup[];
  readonly weakening?: ChangeGroup;
  readonly idle?: ChangeGroup;
  /** Those changes that are likely enough to be watched for, the likeliest first, at most five. */
  readonly triggers: readonly ChangeTrigger[];
  readonly hanging: readonly HangingView[];
  readonly hangingStatement: string;
  /** How many single changes were tried. */
  readonly tried: number;
}

function labelOf(assessment: Input, question: string, value: string | undefined): string {
  const asked = questionOf(assessment, question);
  if (value === undefined) return "not answered";
  if (asked.kind === "choice") {
    return quoted(asked.values.find(({ id }) => id === value)?.label ?? value);
  }
  if (asked.kind === "flags") return value;
  return importanceLabel(assessment, value).toLowerCase();
}

function viewStep(assessment: Input, { question, part, from, to }: Alternative): ChangeStep {
  const asked = questionOf(assessment, question);
  const parts = asked.kind === "needs" ? asked.rows : asked.kind === "flags" ? asked.flags : [];
  const partLabel = parts.find(({ id }) => id === part)?.label;
  return {
    label: partLabel === undefined ? asked.short : `${asked.short}: ${partLabel}`,
    from: labelOf(assessment, question, from),
    to: labelOf(assessment, question, to),
    href: changeHref(asked.section, question, assessment.code),
  };
}

interface JudgedRow {
  readonly row: ChangeRow;
  readonly judgement: Decision;
}

/** A row of the table, told from the very judgement that its own page would be told from. */
function judgeRow(
  assessment: Input,
  answers: Answers,
  changes: readonly Alternative[],
  likelihood = 0,
): JudgedRow {
  const judgement = changes.length === 0 ? assessment.judgement : decide(assessment.table, answers);
  const { word, variant, soFar } = judgement.verdict;
  const code = encodeAnswers(assessment.matrix.slots, answers, releaseOf(assessment.code));
  const label = capitalised(wordLabelOf(word, soFar).toLowerCase());
  const row = {
    id: code,
    steps: changes.map((change) => viewStep(assessment, change)),
    shares: judgement.options
      .filter(({ ruledOut }) => !ruledOut)
      .map((standing) => ({
        option: viewOption(assessment, standing.id),
        first: firstShare(standing),
      })),
    verdict:
      word === "impossible" || word === "unstated"
        ? label
        : `${variantOf(assessment, variant).label}: ${label.toLowerCase()}`,
    likelihood,
    href: resultHref(code),
  };
  return { row, judgement };
}

/** What stands in the option's way in every one of its variants, as one says it. */
function blockersText(assessment: Input, blockedBy: readonly string[]): string {
  const { matrix } = assessment;
  return listed(
    blockedBy.map((id) =>
      quoted(
        matrix.capabilities.some((capability) => capability.id === id)
          ? capabilityOf(assessment, id).label
          : burdenOf(assessment, id).label,
      ),
    ),
  );
}

function viewRival(
  assessment: Input,
  rival: FlipReport["rivals"][number],
  tried: number,
): ChangeGroup {
  const option = viewOption(assessment, rival.option);
  const name = optionInText(optionOf(assessment, rival.option));
  const rows = rival.flips
    .map((flip) => judgeRow(assessment, flip.answers, flip.changes, flip.likelihood))
    .filter(({ judgement }) => judgement.verdict.leaders[0] === rival.option)
    .map(({ row }) => row);
  const sizes = rows[0]?.steps.length ?? 0;
  const blocked =
    rival.blockedBy.length > 0
      ? `All its variants fail ${blockersText(assessment, rival.blockedBy)}; while that stands, nothing else puts it first.`
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
    rows,
    ...(blocked && sizes > 1 ? { statement: blocked } : {}),
  };
}

/** The facts that the finding is told from: for each rival how many answers have to change, and whether that is plausible. */
function factsOf(
  assessment: Input,
  report: FlipReport,
  groups: readonly ChangeGroup[],
): ChangesFacts {
  const rivals = groups.flatMap(({ id, rows }) => {
    const [row] = rows;
    const flips = report.rivals.find(({ option }) => option === id)?.flips ?? [];
    return row
      ? [
          {
            name: optionInText(optionOf(assessment, id)),
            changes: row.steps.length,
            plausible: flips.some(({ likelihood }) => likelihood >= likely),
          },
        ]
      : [];
  });
  return { possible: firstOption(assessment) !== undefined, tried: report.tried, rivals };
}

function viewHanging(assessment: Input): HangingView[] {
  // The findings are turned on what was said; where open answers decide who is first, that would tell of another leader.
  if (assessment.evaluation.options[0]?.option !== firstOption(assessment)) return [];
  const shown = shownEvidence(assessment);
  return findHangingCells(assessment.table, assessment.answers, assessment.judgement)
    .slice(0, 5)
    .map(({ capability, variant, if: support, first }) => {
      const cell = cellOf(assessment, capability, variant);
      const had = support === "none" ? "had nothing" : "offered all that is asked";
      const then =
        first === ""
          ? "nothing would be possible"
          : `${optionInText(optionOf(assessment, first))} would be first`;
      const checked =
        cell.evidence
          .map((each) => each.checked)
          .sort()
          .at(-1) ?? "";
      const levels = assessment.matrix.levels;
      const doubts = [
        levels.support[cell.support].label.toLowerCase(),
        ...(cell.maturity && cell.maturity !== "stable"
          ? [levels.maturity[cell.maturity].label]
          : []),
        `${levels.confidence[cell.confidence].label} confidence`,
      ];
      return {
        id: `${capability}-${variant}`,
        sentence: `If ${nameOf(assessment, variant)} ${had} for ${quoted(capabilityOf(assessment, capability).label)}, ${then}.`,
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
export function viewChanges(assessment: Input): ChangesView {
  if (assessment.past) return pastChanges(assessment);
  const report = findFlips(assessment.table, assessment.answers, assessment.judgement);
  const { verdict } = assessment.judgement;
  const possible = verdict.word !== "impossible";
  const hanging = viewHanging(assessment);
  const shareOf = ({ judgement }: JudgedRow) =>
    judgement.options.find(({ id }) => id === verdict.leaders[0])?.of100 ?? 0;
  const keepsFirst = ({ judgement }: JudgedRow) =>
    judgement.verdict.leaders[0] === verdict.leaders[0];
  const judged = ({ change }: { change: Alternative }) =>
    judgeRow(assessment, change.answers, [change]);
  const steady = (rows: readonly { change: Alternative }[]) =>
    possible ? rows.map(judged).filter(keepsFirst) : [];
  const weakening = steady(report.weakening).filter(
    (row) => shareOf(row) <= verdict.share - tellingShare,
  );
  const idle = steady(report.idle).filter(
    (row) => Math.abs(shareOf(row) - verdict.share) < tellingShare,
  );
  // Who leads on what was said alone need not be first over what is open.
  const rivals = report.rivals
    .filter(({ option }) => option !== verdict.leaders[0])
    .map((rival) => viewRival(assessment, rival, report.tried))
    .sort((a, b) => likeliest(b) - likeliest(a));
  const facts = factsOf(assessment, report, rivals);
  const group = (id: string, heading: string, rows: readonly JudgedRow[]) =>
    rows.length === 0 ? {} : { [id]: { id, heading, rows: rows.map(({ row }) => row) } };
  return {
    finding: changesText(facts),
    fragile: facts.rivals.some(({ changes, plausible }) => changes === 1 && plausible),
    today: judgeRow(assessment, assessment.answers, []).row,
    rivals,
    ...group("weakening", "Keeps first place, but less surely", weakening),
    ...group("idle", "Changes almost nothing, though one might expect it to", idle),
    triggers: triggersOf(rivals),
    hanging,
    hangingStatement: !possible
      ? "Nothing is in first place, so it hangs on no finding."
      : hanging.length === 0
        ? "No finding in doubt, turned the other way by itself, changes first place."
        : "Each finding here, turned the other way by itself, changes first place.",
    tried: report.tried,
  };
}

/** An older result is told as it was; what would change it can only be worked out with the data of today. */
function pastChanges(assessment: Input): ChangesView {
  return {
    finding: "What would change it is worked out with today’s data only",
    fragile: false,
    today: judgeRow(assessment, assessment.answers, []).row,
    rivals: [],
    triggers: [],
    hanging: [],
    hangingStatement: "Findings are turned the other way with today’s data only.",
    tried: 0,
  };
}

function likeliest({ rows }: ChangeGroup): number {
  return Math.max(0, ...rows.map(({ likelihood }) => likelihood));
}

const mostTriggers = 5;
/** A change less likely than this within two years is no reason to look again. */
const thinkable = 0.03;

/**
 * The changes that put another option first and are likely enough to be watched for, the likeliest first; where none is,
 * the likeliest there is.
 */
function triggersOf(rivals: readonly ChangeGroup[]): ChangeTrigger[] {
  const all = rivals
    .flatMap(({ option, rows }) => rows.flatMap((row) => (option ? [{ option, row }] : [])))
    .sort((a, b) => b.row.likelihood - a.row.likelihood);
  const what = ({ option, row }: (typeof all)[number]) =>
    [option.id, ...row.steps.map(({ label }) => label)].join();
  const watched = all
    .filter(({ row }) => row.likelihood >= likely)
    .filter((each, index, list) => list.findIndex((other) => what(other) === what(each)) === index);
  const rare = all.filter(({ row }) => row.likelihood >= thinkable).slice(0, 1);
  return (watched.length > 0 ? watched : rare).slice(0, mostTriggers).map(({ option, row }) => ({
    sentence: triggerText(row.steps, optionInText({ label: option.name })),
    option,
    href: row.href,
  }));
}
