import type { Answer, Answers, Condition, Importance, RowAnswer } from "./types";

const order: readonly Importance[] = ["no", "nice", "important", "must"];

/** Whether importance `a` is at least importance `b`. */
export function isAtLeast(a: Importance, b: Importance): boolean {
  return order.indexOf(a) >= order.indexOf(b);
}

/** Narrows to an importance: "unsure" and choice values are none. */
export function isImportance(value: unknown): value is Importance {
  return order.some((importance) => importance === value);
}

/** Whether the answer is an importance per row, neither a single value nor a list of flags. */
export function isRows(answer: Answer | undefined): answer is Readonly<Record<string, RowAnswer>> {
  return typeof answer === "object" && !Array.isArray(answer);
}

/** Whether the answers satisfy the condition. What is open satisfies nothing but a negation. */
export function holds(condition: Condition, answers: Answers): boolean {
  if ("all" in condition) return condition.all.every((part) => holds(part, answers));
  if ("any" in condition) return condition.any.some((part) => holds(part, answers));
  if ("not" in condition) return !holds(condition.not, answers);
  const answer = answers[condition.question];
  if (answer === undefined || answer === "unsure") return false;
  if ("answered" in condition) return !isRows(answer) || Object.values(answer).some(isImportance);
  if ("is" in condition) return typeof answer === "string" && condition.is.includes(answer);
  if ("has" in condition) return Array.isArray(answer) && answer.includes(condition.has);
  const { row } = condition;
  const importance = row === undefined ? answer : isRows(answer) ? answer[row] : undefined;
  return isImportance(importance) && isAtLeast(importance, condition.atLeast);
}

/** The questions a condition looks at, each once. */
export function questionsOf(condition: Condition): string[] {
  if ("all" in condition) return [...new Set(condition.all.flatMap(questionsOf))];
  if ("any" in condition) return [...new Set(condition.any.flatMap(questionsOf))];
  if ("not" in condition) return questionsOf(condition.not);
  return [condition.question];
}
