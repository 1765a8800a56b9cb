import type { RuleText } from "@/lib/data/types";
import type { Effect } from "@/lib/engine/types";
import { capitalised, counted, inWords, listed, listedUpTo, quoted } from "@/lib/text/words";
import { type AnswerRef, answersBehind } from "./answers";
import { type Assessment, burdenPhrase, capabilityOf, nameOf, ruleOf } from "./assessment";

/** What is read of an assessment here. */
type Input = Pick<Assessment, "matrix" | "code" | "answers" | "evaluation">;

/** No more names than this stand in the finding. */
const mostNamed = 2;

export interface RuleView {
  readonly id: string;
  readonly because: string;
  /** What it does, a sentence each. */
  readonly effects: readonly string[];
  /** The answers that fired it; empty when it holds because of what is not answered. */
  readonly firedBy: readonly AnswerRef[];
  readonly sources: RuleText["sources"];
  readonly note?: { readonly tone: "note" | "warning"; readonly text: string };
}

export interface ReasonsView {
  readonly finding: string;
  /** First those that rule something out, then those that ask for something, then those that weigh, then notes. */
  readonly rules: readonly RuleView[];
}

function levelLabel(
  { matrix }: Input,
  level: keyof Assessment["matrix"]["levels"]["support"],
): string {
  return matrix.levels.support[level].label.toLowerCase();
}

function weighed(times: number): string {
  return times === 0 ? "does not count" : `counts at ${times} % of its usual weight`;
}

/** What an effect does, as a sentence. */
function describeEffect(assessment: Input, effect: Effect): string {
  if ("need" in effect) {
    const label = quoted(capabilityOf(assessment, effect.need).label);
    return effect.atLeast === "must"
      ? `${label} counts as a must-have.`
      : `${label} counts as ${assessment.matrix.levels.importance[effect.atLeast].label.toLowerCase()}, unless more is asked for.`;
  }
  if ("require" in effect) {
    const label = quoted(capabilityOf(assessment, effect.require).label);
    const allows = (level: (typeof effect.levels)[number]) => effect.levels.includes(level);
    if (allows("partial") && allows("addon") && allows("unknown") && !allows("none"))
      return allows("diy")
        ? `Rules out every variant that has nothing for ${label}.`
        : `Rules out every variant that has nothing for ${label}, or leaves it to be built.`;
    const levels = listed(
      effect.levels.map((level) => levelLabel(assessment, level)),
      "or",
    );
    return `Rules out every variant whose ${label} is not ${levels}.`;
  }
  if ("limit" in effect) {
    return `Rules out every variant whose burden of ${burdenPhrase(assessment, effect.limit)} is above ${effect.max} of 100.`;
  }
  if ("credit" in effect) {
    const labels = effect.credit.map((id) => quoted(capabilityOf(assessment, id).short));
    const names = listed(effect.of.map((id) => nameOf(assessment, id)));
    return `Counts ${listed(labels)} of ${names} as at least ${levelLabel(assessment, effect.level)}.`;
  }
  const burden = `The burden of ${burdenPhrase(assessment, effect.burden)}`;
  if ("of" in effect) {
    const names = listed(effect.of.map((id) => nameOf(assessment, id)));
    return `${burden} ${weighed(effect.times)} for ${names}.`;
  }
  return effect.times === 0
    ? `${burden} carries no weight.`
    : `${burden} ${weighed(effect.times)}.`;
}

/** Rules that ruled a variant out, each with the variants. */
function excludingRules({ evaluation }: Input): Map<string, string[]> {
  const excluding = new Map<string, string[]>();
  for (const { variant, exclusions } of evaluation.variants) {
    for (const { rule } of exclusions) {
      if (rule === undefined) continue;
      const out = excluding.get(rule) ?? [];
      if (!out.includes(variant)) excluding.set(rule, [...out, variant]);
    }
  }
  return excluding;
}

function rank({ effects }: RuleText, excludes: boolean): number {
  if (excludes) return 0;
  if (effects.some((effect) => "require" in effect || "limit" in effect)) return 1;
  if (effects.some((effect) => "need" in effect)) return 2;
  return effects.length > 0 ? 3 : 4;
}

/** What the sentence about the rules is made of. */
export interface ReasonsFacts {
  readonly rules: number;
  /** How many of them rule variants out, and which those are. */
  readonly excluding: number;
  readonly out: readonly string[];
  /** What they ask for, as labels. */
  readonly asksFor: readonly string[];
  /** How many of them do anything but add a note. */
  readonly acting: number;
}

/** “Six rules apply to the answers, and one of them rules out Consul (Enterprise)”. */
export function reasonsText({ rules, excluding, out, asksFor, acting }: ReasonsFacts): string {
  if (rules === 0) return "No rule applies: the answers count as they stand";
  const apply = `${counted(rules, "rule")} ${rules === 1 ? "applies" : "apply"} to the answers`;
  if (excluding > 0) {
    const named = listedUpTo(mostNamed, out);
    if (rules === 1) return `One rule applies to the answers, and it rules out ${named}`;
    return `${apply}, and ${inWords(excluding)} of them ${excluding === 1 ? "rules" : "rule"} out ${named}`;
  }
  if (acting === 0)
    return `${apply}, only to add a ${rules === 1 ? "note" : "few notes"}: nothing is weighed otherwise`;
  if (asksFor.length > 0)
    return `${apply}, and ${rules === 1 ? "asks" : "ask"} for ${listedUpTo(mostNamed, asksFor)}`;
  return rules === 1
    ? `${apply}, and it rules nothing out`
    : `${apply}, and none rules anything out`;
}

/** The rules that the answers fired. */
export function viewReasons(assessment: Input): ReasonsView {
  const excluding = excludingRules(assessment);
  const fired = assessment.evaluation.rules.map((id) => ruleOf(assessment, id));
  const sorted = [...fired].sort(
    (a, b) => rank(a, excluding.has(a.id)) - rank(b, excluding.has(b.id)),
  );
  const acting = fired.filter(({ effects }) => effects.length > 0).length;
  const out = new Set([...excluding.values()].flat());
  const asksFor = new Set(
    fired.flatMap(({ effects }) => effects.flatMap((each) => ("need" in each ? [each.need] : []))),
  );
  return {
    finding: capitalised(
      reasonsText({
        rules: fired.length,
        excluding: excluding.size,
        out: [...out].map((id) => nameOf(assessment, id)),
        asksFor: [...asksFor].map((id) => quoted(capabilityOf(assessment, id).label)),
        acting,
      }),
    ),
    rules: sorted.map((rule) => {
      const out = (excluding.get(rule.id) ?? []).map((id) => nameOf(assessment, id));
      return {
        id: rule.id,
        because: rule.because,
        effects: [
          ...rule.effects.map((effect) => describeEffect(assessment, effect)),
          ...(out.length > 0 ? [`Here it rules out ${listed(out)}.`] : []),
        ],
        firedBy: answersBehind(assessment, rule.when),
        sources: rule.sources,
        ...(rule.note ? { note: rule.note } : {}),
      };
    }),
  };
}
