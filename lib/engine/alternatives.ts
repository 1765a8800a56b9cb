import { isRows } from "./condition";
import { evaluate } from "./evaluate";
import { leaderOf, standingOf } from "./standing";
import type { Answer, Answers, Importance, Question, ScoringTable } from "./types";

/** One change to one question: the whole new answer, and the part of it (row or flag) that changed. */
export interface Alternative {
  readonly question: string;
  readonly part?: string;
  /** The value, importance or flag state before; absent where it was open. */
  readonly from?: string;
  readonly to: string;
  readonly answers: Answers;
}

const importances: readonly Importance[] = ["no", "nice", "important", "must"];

/** Every single change to a question that stays a definite answer: another value, another importance, one row, one flag. */
export function alternativesTo(question: Question, answers: Answers): Alternative[] {
  const { id } = question;
  const answer = answers[id];
  const gone = (part: string) => question.retired?.includes(part) === true && part !== answer;
  const isOpen = answer === undefined || answer === "unsure";
  const before = isOpen ? {} : { from: typeof answer === "string" ? answer : "" };
  const change = (to: string, next: Answer): Alternative => ({
    question: id,
    ...before,
    to,
    answers: { ...answers, [id]: next },
  });
  switch (question.kind) {
    case "choice":
      return question.values
        .filter((value) => value !== answer && !gone(value))
        .map((value) => change(value, value));
    case "importance":
      return importances
        .filter((importance) => importance !== answer)
        .map((importance) => change(importance, importance));
    case "flags": {
      const flags = Array.isArray(answer) ? answer : [];
      return question.flags.flatMap((flag) => {
        if (gone(flag) && !flags.includes(flag)) return [];
        const has = flags.includes(flag);
        const next = has
          ? flags.filter((each) => each !== flag)
          : question.flags.filter((each) => each === flag || flags.includes(each));
        return {
          ...change(has ? "no" : "yes", next),
          part: flag,
          ...(isOpen ? {} : { from: has ? "yes" : "no" }),
        };
      });
    }
    case "needs": {
      const rows = isRows(answer) ? answer : {};
      return question.rows.flatMap((row) => {
        if (gone(row.id)) return [];
        const now = rows[row.id];
        return importances
          .filter((importance) => importance !== now)
          .map((importance): Alternative => {
            const next = { ...rows, [row.id]: importance };
            return {
              question: id,
              ...(now === undefined || now === "unsure" ? {} : { from: now }),
              to: importance,
              answers: { ...answers, [id]: next },
              part: row.id,
            };
          });
      });
    }
  }
}

/** An unanswered question that could still change first place, and the answers that would. */
export interface OpenQuestion {
  readonly question: string;
  readonly changes: readonly { readonly alternative: Alternative; readonly first: string }[];
  /** How far its answers can move the leader's advantage over the best rival, in points of the score. */
  readonly swing: number;
}

/**
 * The unanswered questions whose answer could still put another option first, the widest swing first. A question answered
 * "not sure" counts as unanswered. Empty: nothing that is still open changes first place by itself.
 */
export function findOpenQuestions(table: ScoringTable, answers: Answers): OpenQuestion[] {
  const leader = leaderOf(evaluate(table, answers)).option;
  return table.questions
    .filter(({ id }) => answers[id] === undefined || answers[id] === "unsure")
    .filter(({ id }) => table.fixed?.[id] === undefined)
    .map((question): OpenQuestion => {
      const leads = alternativesTo(question, answers).map((alternative) => ({
        alternative,
        ...standingOf(table, alternative.answers, leader),
      }));
      const reach = leads.map(({ lead }) => lead);
      return {
        question: question.id,
        changes: leads
          .filter((each) => each.first !== leader)
          .map(({ alternative, first: other }) => ({ alternative, first: other })),
        swing: reach.length === 0 ? 0 : Math.max(...reach) - Math.min(...reach),
      };
    })
    .filter(({ changes }) => changes.length > 0)
    .sort((a, b) => b.swing - a.swing || (a.question < b.question ? -1 : 1));
}
