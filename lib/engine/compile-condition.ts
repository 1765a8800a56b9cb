import { questionsOf } from "./condition";
import { type Field, importances, open, type Test } from "./fields";
import type { Condition } from "./types";

/** One bit for each value that satisfies, the lowest for "open". */
function testBits(field: number, bits: number): Test {
  return (state) => ((bits >> ((state[field] as number) + 1)) & 1) === 1;
}

function bitsOf(values: readonly string[], accepts: (value: string, index: number) => boolean) {
  return values.reduce(
    (bits, value, index) => (accepts(value, index) ? bits | (2 << index) : bits),
    0,
  );
}

const never: Test = () => false;

function allOf(parts: readonly Test[]): Test {
  return (state) => {
    for (const part of parts) if (!part(state)) return false;
    return true;
  };
}

function anyOf(parts: readonly Test[]): Test {
  return (state) => {
    for (const part of parts) if (part(state)) return true;
    return false;
  };
}

/** Compiles a condition: what is open satisfies nothing but a negation. */
export function compileCondition(condition: Condition, fields: readonly Field[]): Test {
  if ("all" in condition) {
    return allOf(condition.all.map((part) => compileCondition(part, fields)));
  }
  if ("any" in condition) {
    return anyOf(condition.any.map((part) => compileCondition(part, fields)));
  }
  if ("not" in condition) {
    const part = compileCondition(condition.not, fields);
    return (state) => !part(state);
  }
  const own = fields.flatMap((field, index) =>
    field.id === condition.question ? [{ field, index }] : [],
  );
  if ("answered" in condition)
    return (state) => own.some(({ index }) => (state[index] as number) !== open);
  const part = "has" in condition ? condition.has : "row" in condition ? condition.row : undefined;
  const found = own.find(({ field }) => field.part === part);
  if (!found) return never;
  const { field, index } = found;
  if ("has" in condition) return field.kind === "flag" ? testBits(index, 0b100) : never;
  if ("is" in condition)
    return testBits(
      index,
      bitsOf(field.values, (value) => condition.is.includes(value)),
    );
  if (field.kind !== "importance" && field.kind !== "row") return never;
  const least = importances.indexOf(condition.atLeast);
  return testBits(
    index,
    bitsOf(field.values, (_, level) => level >= least),
  );
}

/** The fields that a condition looks at: no other can change whether it holds. */
export function fieldsRead(condition: Condition, fields: readonly Field[]): number[] {
  const asked = new Set(questionsOf(condition));
  return fields.flatMap(({ id }, index) => (asked.has(id) ? [index] : []));
}
