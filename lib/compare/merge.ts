import { isAtLeast, isImportance, isRows } from "@/lib/engine/condition";
import type { Answer, Answers, Importance, Question } from "@/lib/engine/types";

function strongest(values: readonly Importance[]): Importance {
  return values.reduce((strong, each) => (isAtLeast(each, strong) ? each : strong), "no");
}

function mergeAnswer(question: Question, given: readonly Answer[]): Answer {
  const sure = given.filter((answer) => answer !== "unsure");
  const [first] = sure;
  if (first === undefined) return "unsure";
  switch (question.kind) {
    case "choice":
      return sure.every((answer) => answer === first) ? first : "unsure";
    case "importance":
      return strongest(sure.filter(isImportance));
    case "flags": {
      const flags = new Set(sure.flatMap((answer) => (Array.isArray(answer) ? answer : [])));
      return question.flags.filter((flag) => flags.has(flag));
    }
    case "needs": {
      const rows = sure.filter(isRows);
      return Object.fromEntries(
        question.rows.flatMap(({ id }) => {
          const said = rows.map((row) => row[id]).filter(isImportance);
          return said.length === 0 ? [] : [[id, strongest(said)]];
        }),
      );
    }
  }
}

/**
 * What several people want together: each need at the greatest importance anyone gives it, every flag anyone sets, a
 * choice where all who chose agree and “not sure” where they do not. What nobody answered stays unanswered.
 */
export function mergeAnswers(questions: readonly Question[], all: readonly Answers[]): Answers {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const given = all
        .map((answers) => answers[question.id])
        .filter((answer) => answer !== undefined);
      return given.length === 0 ? [] : [[question.id, mergeAnswer(question, given)]];
    }),
  );
}
