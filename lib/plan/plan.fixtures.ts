import fc from "fast-check";
import type { Matrix } from "@/lib/data/types";
import { judge } from "@/lib/engine/judge";
import type { Answer, Answers, Importance, Question, ScoringTable } from "@/lib/engine/types";
import type { Assessment } from "@/lib/result/assessment";

const bare = new WeakMap<ScoringTable, ScoringTable>();

/** The table without profiles: what is open is not wanted, so that it is judged quickly. */
function withoutProfiles(table: ScoringTable): ScoringTable {
  const { profiles: _, ...rest } = table;
  const known = bare.get(table) ?? rest;
  bare.set(table, known);
  return known;
}

/** An assessment as the pages have it, of what was said alone. */
export function assessmentOf(matrix: Matrix, table: ScoringTable, answers: Answers): Assessment {
  const judgement = judge(withoutProfiles(table), answers);
  const progress = { answered: 1, total: 2, soFar: false, open: false };
  return {
    matrix,
    table,
    code: "code",
    answers,
    judgement,
    evaluation: judgement.evaluation,
    progress,
  };
}

const importances: readonly Importance[] = ["no", "nice", "important", "must"];

function answerTo(question: Question): fc.Arbitrary<Answer> {
  switch (question.kind) {
    case "choice":
      return fc.constantFrom(...question.values, "unsure");
    case "importance":
      return fc.constantFrom(...importances, "unsure");
    case "flags":
      return fc.oneof(fc.subarray([...question.flags]), fc.constant("unsure"));
    case "needs": {
      const rows = fc.dictionary(
        fc.constantFrom(...question.rows.map(({ id }) => id)),
        fc.constantFrom(...importances),
        { noNullPrototype: true },
      );
      return fc.oneof(rows, fc.constant("unsure"));
    }
  }
}

/** Any answers to these questions, complete or not. */
export function answersTo(questions: readonly Question[]): fc.Arbitrary<Answers> {
  const answers = Object.fromEntries(
    questions.map((each) => [each.id, fc.option(answerTo(each), { nil: undefined })]),
  );
  return fc.record(answers).map((record) => {
    const given: Record<string, Answer> = {};
    for (const [id, answer] of Object.entries(record)) if (answer !== undefined) given[id] = answer;
    return given;
  });
}
