import type { Evidence } from "@/lib/data/types";
import { supports } from "@/lib/engine/fields";
import type { Exclusion, Support, VariantResult } from "@/lib/engine/types";
import { capitalised, counted, inWords, listed } from "@/lib/text/words";
import { type AnswerRef, answersBehind } from "./answers";
import {
  type Assessment,
  burdenOf,
  capabilityOf,
  optionOf,
  possibleVariants,
  ruleOf,
} from "./assessment";
import { cellOf, type EvidenceRef, referToEvidence } from "./evidence";
import { shownEvidence, viewSources } from "./fit";
import { optionInText } from "./names";
import { type VariantView, viewVariant } from "./option-view";

/** What is read of an assessment here. */
type Input = Pick<Assessment, "matrix" | "code" | "answers" | "judgement" | "evaluation">;

/** One reason why a variant is out. */
export interface ExclusionView {
  /** The capability or burden it fails on. */
  readonly label: string;
  /** “must have”, or what a rule demands. */
  readonly demand: string;
  /** What was found, in a sentence. */
  readonly because: string;
  /** Why it is demanded, where a rule does: its reason. */
  readonly rule?: { readonly id: string; readonly because: string };
  readonly askedBy: readonly AnswerRef[];
  readonly evidence?: EvidenceRef;
  /** The burden it fails on, in place of evidence: it is told with the burdens. */
  readonly burden?: string;
  readonly source?: Evidence;
}

export interface RuledOutRow {
  readonly variant: VariantView;
  readonly reasons: readonly ExclusionView[];
}

export interface RuledOutView {
  readonly finding: string;
  /** Those that fail least first. */
  readonly rows: readonly RuledOutRow[];
}

function viewExclusion(
  assessment: Input,
  { variant }: VariantResult,
  exclusion: Exclusion,
  shown: ReadonlySet<string>,
): ExclusionView {
  if ("burden" in exclusion) {
    const { label, values } = burdenOf(assessment, exclusion.burden);
    const rule = ruleOf(assessment, exclusion.rule);
    const limit = rule.effects.find(
      (effect) => "limit" in effect && effect.limit === exclusion.burden,
    );
    const most = limit && "max" in limit ? limit.max : 0;
    return {
      label,
      demand: `at most ${most} of 100`,
      because: `${label} is ${exclusion.cost} of 100. ${values[variant]?.because ?? ""}`.trim(),
      rule: { id: rule.id, because: rule.because },
      askedBy: answersBehind(assessment, rule.when),
      burden: exclusion.burden,
    };
  }
  const { capability } = exclusion;
  const cell = cellOf(assessment, capability, variant);
  const source = cell.evidence[0];
  const shared = {
    label: capabilityOf(assessment, capability).label,
    because: cell.note,
    evidence: referToEvidence(capability, variant, shown),
    ...(source ? { source } : {}),
  };
  if (exclusion.rule !== undefined) {
    const rule = ruleOf(assessment, exclusion.rule);
    const effect = rule.effects.find((each) => "require" in each && each.require === capability);
    const levels = effect && "levels" in effect ? effect.levels : [];
    const words = (these: readonly Support[]) =>
      listed(
        these.map((level) => assessment.matrix.levels.support[level].label.toLowerCase()),
        "or",
      );
    const refused = supports.filter((level) => level !== "moot" && !levels.includes(level));
    return {
      ...shared,
      demand:
        refused.length < levels.length
          ? `must not be ${words(refused)}`
          : `must be ${words(levels)}`,
      rule: { id: rule.id, because: rule.because },
      askedBy: answersBehind(assessment, rule.when),
    };
  }
  const need = assessment.evaluation.needs.find((each) => each.capability === capability);
  const { askedBy, rules } = viewSources(assessment, need?.sources ?? []);
  const rule = rules[0];
  const behind = rules.flatMap(({ id }) => answersBehind(assessment, ruleOf(assessment, id).when));
  return {
    ...shared,
    demand: "must have",
    ...(askedBy.length === 0 && rule ? { rule } : {}),
    askedBy: askedBy.length > 0 ? askedBy : behind,
  };
}

function findingOf(assessment: Input): string {
  const { evaluation, judgement } = assessment;
  const all = evaluation.variants.length;
  const out = all - possibleVariants(assessment).length;
  if (out === 0) return `Nothing is ruled out: all ${counted(all, "variant")} are still possible`;
  if (out === all) return `All ${counted(all, "variant")} are ruled out`;
  const gone = judgement.options
    .filter(({ ruledOut }) => ruledOut)
    .map(({ id }) => optionInText(optionOf(assessment, id)));
  const variants = `${inWords(out)} of ${counted(all, "variant")} ${out === 1 ? "is" : "are"} ruled out`;
  return gone.length === 0 ? variants : `${variants}, and with them all of ${listed(gone)}`;
}

/** What is out, and why: the answer or rule that demands it, and the cell that does not meet it. */
export function viewRuledOut(assessment: Input): RuledOutView {
  const shown = shownEvidence(assessment);
  return {
    finding: capitalised(findingOf(assessment)),
    rows: assessment.evaluation.variants
      .filter(({ exclusions }) => exclusions.length > 0)
      .map((result) => ({
        variant: viewVariant(assessment, result.variant),
        reasons: result.exclusions.map((exclusion) =>
          viewExclusion(assessment, result, exclusion, shown),
        ),
      })),
  };
}
