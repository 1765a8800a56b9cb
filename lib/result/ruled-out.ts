import type { Exclusion, VariantResult } from "@/lib/engine/types";
import type { Evidence } from "@/lib/matrix/types";
import { capitalised, counted, inWords, listed } from "@/lib/text/words";
import { type AnswerRef, answersBehind } from "./answers";
import { cellOf, type EvidenceRef, referToEvidence } from "./evidence";
import { shownEvidence, viewSources } from "./fit";
import { burdenOf, capabilityOf, type Ground, optionOf, possibleVariants, ruleOf } from "./ground";
import { type VariantView, viewVariant } from "./look";
import { optionInText } from "./names";

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
  ground: Ground,
  { variant }: VariantResult,
  exclusion: Exclusion,
  shown: ReadonlySet<string>,
): ExclusionView {
  if ("burden" in exclusion) {
    const { label, values } = burdenOf(ground, exclusion.burden);
    const rule = ruleOf(ground, exclusion.rule);
    const limit = rule.effects.find(
      (effect) => "limit" in effect && effect.limit === exclusion.burden,
    );
    const most = limit && "max" in limit ? limit.max : 0;
    return {
      label,
      demand: `at most ${most} of 100`,
      because: `${label} is ${exclusion.cost} of 100. ${values[variant]?.because ?? ""}`.trim(),
      rule: { id: rule.id, because: rule.because },
      askedBy: answersBehind(ground, rule.when),
      burden: exclusion.burden,
    };
  }
  const { capability } = exclusion;
  const cell = cellOf(ground, capability, variant);
  const source = cell.evidence[0];
  const told = {
    label: capabilityOf(ground, capability).label,
    because: cell.note,
    evidence: referToEvidence(capability, variant, shown),
    ...(source ? { source } : {}),
  };
  if (exclusion.rule !== undefined) {
    const rule = ruleOf(ground, exclusion.rule);
    const effect = rule.effects.find((each) => "require" in each && each.require === capability);
    const levels = effect && "levels" in effect ? effect.levels : [];
    const words = levels.map((level) => ground.matrix.levels.support[level].label.toLowerCase());
    return {
      ...told,
      demand: `must be ${listed(words, "or")}`,
      rule: { id: rule.id, because: rule.because },
      askedBy: answersBehind(ground, rule.when),
    };
  }
  const need = ground.evaluation.needs.find((each) => each.capability === capability);
  const { askedBy, rules } = viewSources(ground, need?.sources ?? []);
  const rule = rules[0];
  const behind = rules.flatMap(({ id }) => answersBehind(ground, ruleOf(ground, id).when));
  return {
    ...told,
    demand: "must have",
    ...(askedBy.length === 0 && rule ? { rule } : {}),
    askedBy: askedBy.length > 0 ? askedBy : behind,
  };
}

function findingOf(ground: Ground): string {
  const { evaluation, judgement } = ground;
  const all = evaluation.variants.length;
  const out = all - possibleVariants(ground).length;
  if (out === 0) return `Nothing is ruled out: all ${counted(all, "variant")} are still possible`;
  if (out === all) return `All ${counted(all, "variant")} are ruled out`;
  const gone = judgement.options
    .filter(({ ruledOut }) => ruledOut)
    .map(({ id }) => optionInText(optionOf(ground, id)));
  const variants = `${inWords(out)} of ${counted(all, "variant")} ${out === 1 ? "is" : "are"} ruled out`;
  return gone.length === 0 ? variants : `${variants}, and with them all of ${listed(gone)}`;
}

/** What is out, and why: the answer or rule that demands it, and the cell that does not meet it. */
export function viewRuledOut(ground: Ground): RuledOutView {
  const shown = shownEvidence(ground);
  return {
    finding: capitalised(findingOf(ground)),
    rows: ground.evaluation.variants
      .filter(({ exclusions }) => exclusions.length > 0)
      .map((result) => ({
        variant: viewVariant(ground, result.variant),
        reasons: result.exclusions.map((exclusion) =>
          viewExclusion(ground, result, exclusion, shown),
        ),
      })),
  };
}
