import { supports } from "@/lib/engine/fields";
import type { CellFinding, Need, NeedSource, Support, VariantResult } from "@/lib/engine/types";
import { type AnswerRef, importanceLabel, referTo } from "./answers";
import {
  type Assessment,
  capabilityOf,
  inFull,
  isOut,
  nameOf,
  possibleVariants,
  ruleOf,
} from "./assessment";
import {
  cellOf,
  type EvidenceRef,
  type EvidenceView,
  evidenceId,
  referToEvidence,
  viewEvidence,
} from "./evidence";
import { fitText } from "./finding-text";
import { type VariantView, viewVariant } from "./option-view";

/** What is read of an assessment here. */
type Input = Pick<Assessment, "matrix" | "code" | "answers" | "judgement" | "evaluation">;

export interface FitColumn {
  readonly variant: VariantView;
  readonly ruledOut: boolean;
}

export interface FitCell {
  readonly variant: string;
  /** What it counts as here: a rule may credit more than the matrix says. */
  readonly support: Support;
  readonly maturity?: "stable" | "beta" | "alpha";
  /** Fails a must-have or what a rule requires; or meets a must-have, but not in full. */
  readonly must?: "failed" | "warned";
  readonly evidence: EvidenceRef;
}

export interface FitRow {
  readonly capability: string;
  readonly short: string;
  readonly label: string;
  readonly definition: string;
  /** The answers that ask for it, and the rules that do. */
  readonly askedBy: readonly AnswerRef[];
  readonly rules: readonly { readonly id: string; readonly because: string }[];
  /** In the order of the columns. */
  readonly cells: readonly FitCell[];
}

export interface FitGroup {
  /** An importance, or “required” for what rules demand without it being a need. */
  readonly id: "must" | "important" | "nice" | "unsure" | "required";
  readonly label: string;
  readonly rows: readonly FitRow[];
}

export interface FitView {
  readonly finding: string;
  /** Variants still possible first, best first; then the ruled out. */
  readonly columns: readonly FitColumn[];
  readonly groups: readonly FitGroup[];
  readonly needs: number;
  /** Capabilities of the matrix that nothing asks for. */
  readonly leftOut: number;
  /** The levels that occur, strongest first. */
  readonly levels: readonly Support[];
  /** Evidence shown on the page itself; cells without an entry lead to a page of their own. */
  readonly evidence: readonly EvidenceView[];
}

const importanceOrder = ["must", "important", "nice", "unsure"] as const;

/** More entries than this would make the page heavy; the rest is one click away, on the capability’s own page. */
export const mostEvidence = 48;

/** What rules demand of a cell level, whether or not it is a need. */
function requiredCapabilities(assessment: Input): Map<string, string[]> {
  const required = new Map<string, string[]>();
  for (const id of assessment.evaluation.rules) {
    for (const effect of ruleOf(assessment, id).effects) {
      if (!("require" in effect)) continue;
      required.set(effect.require, [...(required.get(effect.require) ?? []), id]);
    }
  }
  return required;
}

function findingFor(
  findings: readonly (CellFinding | object)[],
  capability: string,
): CellFinding | undefined {
  return findings.find(
    (finding): finding is CellFinding =>
      "capability" in finding && finding.capability === capability,
  );
}

/**
 * The cells whose evidence belongs on the page itself, the most telling first: what warns about the leaders of each
 * option, what rules variants out, then the needs by importance, for the leaders and for the other possible variants.
 */
export function shownEvidence(assessment: Input): Set<string> {
  const { evaluation } = assessment;
  const leading = evaluation.options.map(({ variant }) => variant);
  const possible = possibleVariants(assessment).map(({ variant }) => variant);
  const leaders = possible.length > 0 ? leading.filter((id) => possible.includes(id)) : leading;
  const required = [...requiredCapabilities(assessment).keys()];
  const needs = importanceOrder.map((importance) =>
    evaluation.needs
      .filter((need) => need.importance === importance)
      .map(({ capability }) => capability),
  );
  const [musts = [], ...others] = needs;
  const cells = (capabilities: readonly string[], variants: readonly string[]) =>
    capabilities.flatMap((capability) =>
      variants.map((variant) => evidenceId(capability, variant)),
    );
  const found = (findings: readonly (CellFinding | object)[], variant: string) =>
    findings.flatMap((finding) =>
      "capability" in finding ? [evidenceId(String(finding.capability), variant)] : [],
    );
  return new Set(
    [
      ...evaluation.variants
        .filter(({ variant }) => leaders.includes(variant))
        .flatMap(({ variant, warnings }) => found(warnings, variant)),
      ...evaluation.variants.flatMap(({ variant, exclusions }) =>
        found(exclusions.slice(0, 2), variant),
      ),
      ...cells([...required, ...musts], leaders),
      ...others.flatMap((capabilities) => cells(capabilities, leaders)),
      ...[required, ...needs].flatMap((capabilities) => cells(capabilities, possible)),
    ]
      .filter((id, index, all) => all.indexOf(id) === index)
      .slice(0, mostEvidence),
  );
}

function viewCell(
  assessment: Input,
  capability: string,
  result: VariantResult,
  shown: ReadonlySet<string>,
): FitCell {
  const cell = cellOf(assessment, capability, result.variant);
  const contribution = result.contributions.find((each) => each.capability === capability);
  const failed = findingFor(result.exclusions, capability);
  const warned = findingFor(result.warnings, capability);
  const credited = contribution?.creditedBy !== undefined;
  const must = failed ? "failed" : warned ? "warned" : undefined;
  return {
    variant: result.variant,
    support: contribution?.support ?? failed?.support ?? cell.support,
    ...(cell.maturity && !credited ? { maturity: cell.maturity } : {}),
    ...(must ? { must } : {}),
    evidence: referToEvidence(capability, result.variant, shown),
  };
}

/** The answers behind a need, each once, and the rules. */
export function viewSources(assessment: Input, sources: readonly NeedSource[]) {
  const asked = sources.flatMap((source) =>
    "question" in source ? [referTo(assessment, source.question, source.row)] : [],
  );
  const rules = sources.flatMap((source) => ("rule" in source ? [source.rule] : []));
  return {
    askedBy: asked,
    rules: [...new Set(rules)].map((id) => ({ id, because: ruleOf(assessment, id).because })),
  };
}

function viewRow(
  assessment: Input,
  capability: string,
  columns: readonly VariantResult[],
  shown: ReadonlySet<string>,
  sources: ReturnType<typeof viewSources>,
): FitRow {
  const { short, label, definition } = capabilityOf(assessment, capability);
  return {
    capability,
    short,
    label,
    definition,
    ...sources,
    cells: columns.map((result) => viewCell(assessment, capability, result, shown)),
  };
}

function findingOf(assessment: Input): string {
  const { evaluation, judgement } = assessment;
  const possible = possibleVariants(assessment);
  const id = possible.length > 0 ? judgement.verdict.variant : evaluation.variants[0]?.variant;
  const subject = evaluation.variants.find(({ variant }) => variant === id);
  if (!subject) return "There is nothing to compare";
  const musts = evaluation.needs.filter(({ importance }) => importance === "must").length;
  return fitText({
    needs: evaluation.needs.length,
    musts,
    demands: requiredCapabilities(assessment).size > 0,
    name: nameOf(assessment, subject.variant),
    needsInFull: subject.contributions.filter(({ support }) => support === "full").length,
    mustsInFull: inFull(assessment, subject),
    possible: possible.length,
    allInFull: possible.filter((each) => inFull(assessment, each) === musts).length,
    failed: subject.exclusions.filter(({ rule }) => rule === undefined).length,
  });
}

/** Needs in the order in which the questions ask for them; what only rules ask for comes last. */
function inQuestionOrder({ matrix, evaluation }: Input): Need[] {
  const places = new Map<string, number>();
  for (const question of matrix.questions) {
    if (question.kind === "importance")
      for (const { capability } of question.demands)
        places.set(capability, places.get(capability) ?? places.size);
    if (question.kind === "needs")
      for (const { capability } of question.rows.flatMap(({ demands }) => demands))
        places.set(capability, places.get(capability) ?? places.size);
  }
  const placeOf = ({ capability }: Need) => places.get(capability) ?? places.size;
  return [...evaluation.needs].sort((a, b) => placeOf(a) - placeOf(b));
}

/** Every need against every variant. What nothing asks for is left out. */
export function viewFit(assessment: Input): FitView {
  const { evaluation, matrix } = assessment;
  const columns = [...evaluation.variants].sort(
    (a, b) => Number(isOut(assessment, a.variant)) - Number(isOut(assessment, b.variant)),
  );
  const shown = shownEvidence(assessment);
  const needs = inQuestionOrder(assessment);
  const groups = importanceOrder.map(
    (importance): FitGroup => ({
      id: importance,
      label: importanceLabel(assessment, importance),
      rows: needs
        .filter((need) => need.importance === importance)
        .map(({ capability, sources }) =>
          viewRow(assessment, capability, columns, shown, viewSources(assessment, sources)),
        ),
    }),
  );
  const required = [...requiredCapabilities(assessment)].filter(
    ([capability]) => !needs.some((need) => need.capability === capability),
  );
  const demanded: FitGroup = {
    id: "required",
    label: "Required by the constraints",
    rows: required.map(([capability, rules]) =>
      viewRow(
        assessment,
        capability,
        columns,
        shown,
        viewSources(
          assessment,
          rules.map((rule) => ({ rule })),
        ),
      ),
    ),
  };
  const filled = [demanded, ...groups].filter(({ rows }) => rows.length > 0);
  const cells = filled.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return {
    finding: findingOf(assessment),
    columns: columns.map(({ variant }) => ({
      variant: viewVariant(assessment, variant),
      ruledOut: isOut(assessment, variant),
    })),
    groups: filled,
    needs: needs.length,
    leftOut: matrix.capabilities.length - needs.length - required.length,
    levels: supports.filter((level) => cells.some(({ support }) => support === level)),
    evidence: filled.flatMap(({ rows }) =>
      rows.flatMap(({ capability, cells: own }) =>
        own
          .filter(({ evidence }) => evidence.id !== undefined)
          .map(({ variant }) => viewEvidence(assessment, capability, variant)),
      ),
    ),
  };
}
