import { evaluate } from "./evaluate";
import type { Answers, Evaluation, ScoringTable } from "./types";

/** The option and variant in first place; both empty when nothing is possible. */
function leaderOf({ options }: Evaluation): {
  readonly option: string;
  readonly variant: string;
} {
  const first = options[0];
  return first && !first.ruledOut ? first : { option: "", variant: "" };
}

/**
 * The option's score less the best possible rival's, in points; its whole score when no rival is possible, and -100 when
 * it is itself ruled out, which is less than any possible option can have.
 */
function leadOf({ options }: Evaluation, option: string): number {
  const own = options.find((each) => each.option === option);
  const rival = options.find((each) => each.option !== option && !each.ruledOut);
  return own && !own.ruledOut ? own.score - (rival?.score ?? 0) : -100;
}

/** Who is first with these answers, and how far the given option is ahead of its best rival. */
export function standingOf(
  table: ScoringTable,
  answers: Answers,
  option: string,
): { readonly first: string; readonly lead: number } {
  const evaluation = evaluate(table, answers);
  return { first: leaderOf(evaluation).option, lead: leadOf(evaluation, option) };
}
