import { isRows } from "@/lib/engine/condition";
import type { Answer } from "@/lib/engine/types";
import { capitalised, listed } from "@/lib/text/words";
import { importanceWord } from "./answer-text";
import { type Exclusions, type RuledOut, rulesFiredBy } from "./effects";
import { listVariants } from "./names";
import type { AskedQuestion, Wording } from "./wording";

/** “Istio and Linkerd”, or “all that is left”. */
function ruledOutNames(wording: Wording, { variants, options, isAll }: RuledOut): string {
  return isAll ? "all that is left" : listed(listVariants(wording, variants, options));
}

function valueText(question: AskedQuestion, part: string, value: string): string {
  const labelOf = (id: string) => question.parts.find((each) => each.id === id)?.label ?? id;
  if (question.kind === "choice") return labelOf(value);
  if (question.kind === "flags") return labelOf(part);
  const level = capitalised(importanceWord(value as "must"));
  return question.kind === "importance"
    ? level
    : `${labelOf(part)}: ${importanceWord(value as "must")}`;
}

/** A line of the folded list of what answers would rule out. */
export interface HardLine {
  readonly answers: string;
  /** “rules out Istio and Linkerd”. */
  readonly text: string;
}

/** What any answer to this question would rule out, each thing once with all answers that do it. */
export function hardLines(
  wording: Wording,
  question: AskedQuestion,
  exclusions: Exclusions,
): HardLine[] {
  const doers = new Map<string, string[]>();
  for (const [part, values] of Object.entries(exclusions)) {
    for (const [value, ruledOut] of Object.entries(values)) {
      const text = ruledOutNames(wording, ruledOut);
      doers.set(text, [...(doers.get(text) ?? []), valueText(question, part, value)]);
    }
  }
  return [...doers].map(([text, answers]) => ({
    answers: listed(answers, "or"),
    text: `rules out ${text}`,
  }));
}

/** What an answer that was given has done: one clause, and where it is written. */
export interface Clause {
  readonly text: string;
  readonly source?: { readonly url: string; readonly title: string };
}

function valuesGiven(question: AskedQuestion, answer: Answer): [part: string, value: string][] {
  if (typeof answer === "string") return [["", answer]];
  if (!isRows(answer)) return answer.map((flag) => [flag, "yes"]);
  return question.parts.flatMap(({ id }) => {
    const value = answer[id];
    return value === undefined ? [] : [[id, value] as [string, string]];
  });
}

/** What this answer does: why it matters, in the words of the rule it rules out by, else of the first it fires, and what it rules out. */
export function clauseOf(
  wording: Wording,
  question: AskedQuestion,
  answer: Answer,
  exclusions: Exclusions,
  firedRules: readonly string[],
): Clause | undefined {
  const given = valuesGiven(question, answer).flatMap(([part, value]) => {
    const ruledOut = exclusions[part]?.[value];
    return ruledOut ? [ruledOut] : [];
  });
  const variants = new Set(given.flatMap((each) => each.variants));
  const out: RuledOut = {
    variants: [...variants],
    options: [...new Set(given.flatMap(({ options }) => options))],
    rules: [...new Set(given.flatMap(({ rules }) => rules))],
    isAll: given.some(({ isAll }) => isAll),
  };
  const fired = rulesFiredBy(wording.rules, firedRules, question);
  const rule = wording.rules[fired.find((id) => out.rules.includes(id)) ?? fired[0] ?? ""];
  const rulesOut = variants.size > 0 ? `Rules out ${ruledOutNames(wording, out)}.` : "";
  const text = [rule?.says ?? "", rulesOut].filter(Boolean).join(" ");
  if (text === "") return undefined;
  return { text, ...(rule?.source ? { source: rule.source } : {}) };
}
