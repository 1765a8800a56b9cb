import { judge, type Verdict } from "@/lib/engine/judge";
import { createRandom } from "@/lib/engine/random";
import type { Answer, Answers, Importance, Question, ScoringTable } from "@/lib/engine/types";

/** What could be believed of open answers instead of borrowing them from decisions. */
export type Prior = "decisions" | "nothing" | "independent" | "uniform";

const draws = 60;
const importances: readonly Importance[] = ["no", "nice", "important", "must"];

type Pick = <T>(list: readonly T[]) => T;

function drawAnswer(question: Question, of: (row?: string) => Answer | undefined) {
  if (question.kind !== "needs") return of();
  const rows = question.rows.flatMap(({ id }) => {
    const drawn = of(id);
    return drawn === undefined || drawn === "no" ? [] : [[id, drawn as Importance] as const];
  });
  return rows.length > 0 ? Object.fromEntries(rows) : undefined;
}

function drawProfiles(
  table: ScoringTable,
  draw: (question: Question, pick: Pick, row?: string) => Answer | undefined,
): Answers[] {
  const random = createRandom(20261129);
  const pick: Pick = (list) => list[Math.floor(random() * list.length)] as (typeof list)[number];
  return Array.from({ length: draws }, () =>
    Object.fromEntries(
      table.questions.flatMap((question) => {
        const answer = drawAnswer(question, (row) => draw(question, pick, row));
        return answer === undefined ? [] : [[question.id, answer]];
      }),
    ),
  );
}

/** Each answer at the rate the decisions have it, as if no answer had to do with another. */
function independent(table: ScoringTable): Answers[] {
  const profiles = table.profiles ?? [];
  return drawProfiles(table, (question, pick, row) => {
    const answer = pick(profiles)[question.id];
    if (row === undefined) return answer;
    return typeof answer === "object" && !Array.isArray(answer)
      ? (answer as Readonly<Record<string, Importance>>)[row]
      : undefined;
  });
}

/** Every answer as likely as every other. */
function uniform(table: ScoringTable): Answers[] {
  return drawProfiles(table, (question, pick, row) => {
    if (question.kind === "choice") return pick(question.values);
    if (question.kind === "flags") return question.flags.filter(() => pick([true, false]));
    return row !== undefined || question.kind === "importance" ? pick(importances) : undefined;
  });
}

/** The verdict on these answers under each of the priors. */
export function judgeUnderPriors(table: ScoringTable, answers: Answers): Record<Prior, Verdict> {
  const verdictOf = (changed: Partial<ScoringTable>) =>
    judge({ ...table, ...changed }, answers).verdict;
  return {
    decisions: verdictOf({}),
    nothing: verdictOf({ enough: 100 }),
    independent: verdictOf({ profiles: independent(table), enough: 0 }),
    uniform: verdictOf({ profiles: uniform(table), enough: 0 }),
  };
}
