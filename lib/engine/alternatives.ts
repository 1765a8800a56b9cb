import { isRows } from "./condition";
import type { Answer, Answers, Importance, Question } from "./types";

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
