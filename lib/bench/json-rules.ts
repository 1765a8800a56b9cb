import { Engine, type NestedCondition, type TopLevelCondition } from "json-rules-engine";
import type { Answers, Condition, Importance, ScoringTable } from "@/lib/engine/types";

const ranks: Readonly<Record<Importance, number>> = { no: 0, nice: 1, important: 2, must: 3 };

function translate(condition: Condition): NestedCondition {
  if ("all" in condition) return { all: condition.all.map(translate) };
  if ("any" in condition) return { any: condition.any.map(translate) };
  if ("not" in condition) return { not: translate(condition.not) };
  if ("is" in condition)
    return { fact: condition.question, operator: "in", value: [...condition.is] };
  if ("has" in condition)
    return { fact: `${condition.question}.${condition.has}`, operator: "equal", value: true };
  if ("answered" in condition)
    return { fact: `${condition.question}.answered`, operator: "equal", value: true };
  const fact =
    condition.row === undefined
      ? `${condition.question}.rank`
      : `${condition.question}.${condition.row}`;
  return { fact, operator: "greaterThanInclusive", value: ranks[condition.atLeast] };
}

/** Flattens answers into one fact for each value, flag and importance, as json-rules-engine likes them. */
function factsOf(table: ScoringTable, answers: Answers): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  for (const question of table.questions) {
    const answer = answers[question.id];
    facts[`${question.id}.answered`] = answer !== undefined;
    facts[question.id] = typeof answer === "string" ? answer : "";
    if (question.kind === "importance")
      facts[`${question.id}.rank`] = ranks[answer as Importance] ?? -1;
    if (question.kind === "flags") {
      for (const flag of question.flags)
        facts[`${question.id}.${flag}`] = Array.isArray(answer) && answer.includes(flag);
    }
    if (question.kind === "needs") {
      const rows =
        typeof answer === "object" && !Array.isArray(answer)
          ? (answer as Record<string, Importance>)
          : undefined;
      for (const { id } of question.rows)
        facts[`${question.id}.${id}`] = rows ? ranks[rows[id] ?? "no"] : -1;
    }
  }
  return facts;
}

function topLevel(condition: NestedCondition): TopLevelCondition {
  return "fact" in condition ? { all: [condition] } : condition;
}

/** The project's rules in json-rules-engine: which of them fire for the answers, sorted. Effects are not expressed. */
export function prepareJsonRules(table: ScoringTable): (answers: Answers) => Promise<string[]> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const { id, when } of table.rules)
    engine.addRule({ conditions: topLevel(translate(when)), event: { type: id } });
  return async (answers) => {
    const { events } = await engine.run(factsOf(table, answers));
    return events.map(({ type }) => type).sort();
  };
}
