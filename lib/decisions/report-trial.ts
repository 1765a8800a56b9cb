import type { Matrix, TrialReport } from "@/lib/data/types";
import { isRows } from "@/lib/engine/condition";
import type { Verdict } from "@/lib/engine/judge";
import type { ScoringTable } from "@/lib/engine/types";
import { judgeUnderPriors } from "./priors";
import type { Trial } from "./run-trial";
import type { Agreement } from "./trial";

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

const brief = ({ word, leaders, share }: Verdict) => ({ word, first: leaders[0] ?? "", share });

/**
 * What the method page shows of a trial: figures alone, rounded as printed. Kept in data/trial.json, so that a change to
 * data or engine shows in a diff what it does to agreement.
 */
export function reportTrial(matrix: Matrix, table: ScoringTable, trial: Trial): TrialReport {
  const agreement = (rows: readonly Agreement[]) =>
    rows.map((row) => ({ ...row, shown: rounded(row.shown, 1) }));
  const wanted = (question: string, row?: string) => {
    const levels = (table.profiles ?? []).map((profile) => {
      const answer = profile[question];
      return row === undefined ? answer : isRows(answer) ? answer[row] : undefined;
    });
    const count = (importance: string) => levels.filter((level) => level === importance).length;
    return { nice: count("nice"), important: count("important"), must: count("must") };
  };
  return {
    decisions: trial.tried.length,
    groups: trial.groups.map(({ id, label, cases, judges, bands, words }) => ({
      id,
      label,
      cases,
      judges: judges.map(({ id: judgeId, label: name, scores }) => ({
        id: judgeId,
        label: name,
        exact: scores.exact,
        acceptable: scores.acceptable,
        brier: rounded(scores.brier, 3),
      })),
      bands: agreement(bands),
      words: agreement(words),
    })),
    cases: trial.tried.map(({ decision, said, exact, acceptable }) => ({
      id: decision.id,
      first: said.first,
      word: said.word ?? "",
      share: rounded(said.shares[said.first] ?? 0, 0),
      agreement: exact ? "chosen" : acceptable ? "acceptable" : "other",
    })),
    rates: table.questions
      .flatMap((question) => {
        if (question.kind === "importance") return [{ place: question.id, ...wanted(question.id) }];
        if (question.kind !== "needs") return [];
        return question.rows.map(({ id }) => ({
          place: `${question.id}.${id}`,
          ...wanted(question.id, id),
        }));
      })
      .filter(({ nice, important, must }) => nice + important + must > 0),
    informative: trial.informative
      .slice(0, 8)
      .map(({ question, bits, quick }) => ({ question, bits: rounded(bits, 3), quick })),
    priors: matrix.presets.map(({ id, answers }) => {
      const { decisions, nothing, independent, uniform } = judgeUnderPriors(table, answers);
      return {
        preset: id,
        verdicts: {
          decisions: brief(decisions),
          nothing: brief(nothing),
          independent: brief(independent),
          uniform: brief(uniform),
        },
      };
    }),
  };
}
