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
  const whole = isOpen ? undefined : typeof answer === "string" ? answer : "";
  const change = (
    to: string,
    answerThen: () => Answer,
    from: string | undefined,
    part?: string,
  ): Alternative => ({
    question: id,
    ...(from === undefined ? {} : { from }),
    to,
    ...(part === undefined ? {} : { part }),
    // Made when asked for: most changes are only looked at.
    get answers() {
      return { ...answers, [id]: answerThen() };
    },
  });
  switch (question.kind) {
    case "choice":
      return question.values
        .filter((value) => value !== answer && !gone(value))
        .map((value) => change(value, () => value, whole));
    case "importance":
      return importances
        .filter((importance) => importance !== answer)
        .map((importance) => change(importance, () => importance, whole));
    case "flags": {
      const flags = Array.isArray(answer) ? answer : [];
      return question.flags.flatMap((flag) => {
        const has = flags.includes(flag);
        if (gone(flag) && !has) return [];
        const then = () =>
          has
            ? flags.filter((each) => each !== flag)
            : question.flags.filter((each) => each === flag || flags.includes(each));
        const [from, to] = has ? ["yes", "no"] : ["no", "yes"];
        return [change(to as string, then, isOpen ? undefined : from, flag)];
      });
    }
    case "needs": {
      const rows = isRows(answer) ? answer : {};
      return question.rows.flatMap((row) => {
        if (gone(row.id)) return [];
        const now = rows[row.id];
        const from = now === "unsure" ? undefined : now;
        return importances
          .filter((importance) => importance !== now)
          .map((importance) =>
            change(importance, () => ({ ...rows, [row.id]: importance }), from, row.id),
          );
      });
    }
  }
}
