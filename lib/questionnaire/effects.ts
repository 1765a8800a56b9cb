import { isRows } from "@/lib/engine/condition";
import { evaluate } from "@/lib/engine/evaluate";
import type { Answers, Evaluation, ScoringTable } from "@/lib/engine/types";
import { withAnswer, withFlag, withRow } from "./answering";
import type { AskedQuestion } from "./wording";

/** What one answer would rule out, compared with leaving that question, row or flag open and all else as it is. */
export interface RuledOut {
  /** Variants that were possible and no longer would be. */
  readonly variants: readonly string[];
  /** Options of which nothing would be left. */
  readonly options: readonly string[];
  /** The rules that see to it; none where a must-have alone does. */
  readonly rules: readonly string[];
  /** Nothing at all would be left. */
  readonly isAll: boolean;
}

/** By part ("" for the question itself) and by value: a value, an importance, or "yes" for a flag. */
export type Exclusions = Readonly<Record<string, Readonly<Record<string, RuledOut>>>>;

const needed = ["nice", "important", "must"] as const;

interface Trial {
  readonly part: string;
  readonly value: string;
  /** The answers with this part open, and with the value given. */
  readonly open: Answers;
  readonly given: Answers;
}

function trialsOf(question: AskedQuestion, answers: Answers): Trial[] {
  const { id, kind, parts } = question;
  const answer = answers[id];
  const set = (next: Parameters<typeof withAnswer>[3]) => withAnswer([], answers, question, next);
  if (kind === "choice" || kind === "importance") {
    const open = set(undefined);
    const values = kind === "choice" ? parts.map((part) => part.id) : ["no", ...needed];
    return values.map((value) => ({ part: "", value, open, given: set(value) }));
  }
  if (kind === "flags") {
    return parts.map((flag) => ({
      part: flag.id,
      value: "yes",
      open: set(withFlag(question, answer, flag.id, false)),
      given: set(withFlag(question, answer, flag.id, true)),
    }));
  }
  return parts.flatMap((row) => {
    const rows = isRows(answer) ? answer : undefined;
    return needed.map((value) => ({
      part: row.id,
      value,
      open: set(withRow(rows, row.id, "unsure")),
      given: set(withRow(rows, row.id, value)),
    }));
  });
}

function possibleIn(evaluation: Evaluation): string[] {
  return evaluation.variants
    .filter(({ exclusions }) => exclusions.length === 0)
    .map(({ variant }) => variant);
}

/** The rules that any of these variants fails. */
function rulesAgainst(evaluation: Evaluation, variants: readonly string[]): string[] {
  return [
    ...new Set(
      evaluation.variants
        .filter(({ variant }) => variants.includes(variant))
        .flatMap(({ exclusions }) => exclusions.flatMap(({ rule }) => rule ?? [])),
    ),
  ];
}

function optionsIn(evaluation: Evaluation): string[] {
  return evaluation.options.filter(({ ruledOut }) => !ruledOut).map(({ option }) => option);
}

/** What each answer to a question would rule out, found by evaluating it. Answers that rule out nothing are left out. */
export function exclusionsOf(
  table: ScoringTable,
  question: AskedQuestion,
  answers: Answers,
): Exclusions {
  const found: Record<string, Record<string, RuledOut>> = {};
  for (const { part, value, open, given } of trialsOf(question, answers)) {
    const before = evaluate(table, open);
    const after = evaluate(table, given);
    const possible = possibleIn(after);
    const variants = possibleIn(before).filter((variant) => !possible.includes(variant));
    if (variants.length === 0) continue;
    const optionsLeft = optionsIn(after);
    const options = optionsIn(before).filter((option) => !optionsLeft.includes(option));
    const rules = rulesAgainst(after, variants);
    const isAll = possible.length === 0;
    found[part] = { ...found[part], [value]: { variants, options, rules, isAll } };
  }
  return found;
}

/** The rules that this question's answer has a part in firing. */
export function rulesFiredBy(
  questionsOfRule: Readonly<Record<string, { readonly questions: readonly string[] }>>,
  fired: readonly string[],
  { id, detail }: Pick<AskedQuestion, "id" | "detail">,
): string[] {
  return fired.filter((rule) =>
    questionsOfRule[rule]?.questions.some((each) => each === id || each === detail?.id),
  );
}
