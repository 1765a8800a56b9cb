import { isImportance, isRows } from "@/lib/engine/condition";
import type { Importance, RowAnswer } from "@/lib/engine/types";
import { importanceLabel, referTo } from "./answers";
import type { Assessment } from "./assessment";

/** What is read of an assessment here. */
type Input = Pick<Assessment, "matrix" | "code" | "answers">;

/** An answer in a few words, for the head of a result or a card. */
export interface FactView {
  readonly question: string;
  readonly label: string;
  readonly value: string;
}

const strongestFirst: readonly Importance[] = ["must", "important", "nice"];

/** “2 must have, 1 important”, or that none is needed. */
function countRows(assessment: Input, rows: Readonly<Record<string, RowAnswer>>): string {
  const values = Object.values(rows);
  const parts = strongestFirst.flatMap((importance) => {
    const count = values.filter((value) => value === importance).length;
    return count === 0 ? [] : [`${count} ${importanceLabel(assessment, importance).toLowerCase()}`];
  });
  return parts.join(", ") || "Not needed";
}

/**
 * The most telling answers, at most `limit`: those of the quick path, which decide most verdicts, then whatever else is
 * a must-have, in the order of the questions.
 */
export function viewFacts(assessment: Input, limit = 8): FactView[] {
  const { matrix, answers } = assessment;
  const hasMust = (id: string) => {
    const answer = answers[id];
    return answer === "must" || (isRows(answer) && Object.values(answer).includes("must"));
  };
  const answered = matrix.questions.filter(
    ({ id }) => answers[id] !== undefined && answers[id] !== "unsure",
  );
  const chosen = [
    ...answered.filter(({ quick }) => quick),
    ...answered.filter(({ id, quick }) => !quick && hasMust(id)),
  ].slice(0, limit);
  return matrix.questions
    .filter((question) => chosen.includes(question))
    .map((question) => {
      const answer = answers[question.id];
      const value = isRows(answer)
        ? countRows(assessment, answer)
        : isImportance(answer)
          ? importanceLabel(assessment, answer)
          : referTo(assessment, question.id).text;
      return { question: question.id, label: question.short, value };
    });
}
