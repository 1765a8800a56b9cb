import { standingOf } from "./standing";
import type { Answers, ScoringTable } from "./types";

/** One thing that differs between two releases of the scoring table. */
export type TableChange =
  | { readonly kind: "cell"; readonly capability: string; readonly variant: string }
  | { readonly kind: "burden"; readonly burden: string }
  | { readonly kind: "rule"; readonly rule: string; readonly how: "added" | "removed" | "changed" }
  | { readonly kind: "question"; readonly question: string }
  | { readonly kind: "scale" };

/** What a change does to one set of answers when it alone is made to the older table. */
export interface ChangeEffect {
  readonly change: TableChange;
  /** The option first then; empty when nothing is possible. */
  readonly first: string;
  readonly changesFirst: boolean;
  /** By how much it moves the older leader's advantage over its best rival, in points of the score. */
  readonly shift: number;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function keysOf(...records: readonly Readonly<Record<string, unknown>>[]): string[] {
  return [...new Set(records.flatMap((record) => Object.keys(record)))].sort();
}

/** Everything that differs between two tables, in a fixed order. */
export function diffTables(before: ScoringTable, after: ScoringTable): TableChange[] {
  const cells = keysOf(before.cells, after.cells).flatMap((capability) =>
    keysOf(before.cells[capability] ?? {}, after.cells[capability] ?? {})
      .filter(
        (variant) => !same(before.cells[capability]?.[variant], after.cells[capability]?.[variant]),
      )
      .map((variant): TableChange => ({ kind: "cell", capability, variant })),
  );
  const find = <T extends { readonly id: string }>(list: readonly T[], id: string) =>
    list.find((each) => each.id === id);
  const ids = (
    one: readonly { readonly id: string }[],
    other: readonly { readonly id: string }[],
  ) => [...new Set([...one, ...other].map(({ id }) => id))].sort();
  const burdens = ids(before.burdens, after.burdens)
    .filter((id) => !same(find(before.burdens, id), find(after.burdens, id)))
    .map((burden): TableChange => ({ kind: "burden", burden }));
  const rules = ids(before.rules, after.rules)
    .filter((id) => !same(find(before.rules, id), find(after.rules, id)))
    .map(
      (rule): TableChange => ({
        kind: "rule",
        rule,
        how: !find(before.rules, rule) ? "added" : find(after.rules, rule) ? "changed" : "removed",
      }),
    );
  const questions = ids(before.questions, after.questions)
    .filter((id) => !same(find(before.questions, id), find(after.questions, id)))
    .map((question): TableChange => ({ kind: "question", question }));
  const scale = ({ importance, levels, thresholds, variants }: ScoringTable) => [
    importance,
    levels,
    thresholds,
    variants,
  ];
  return [
    ...cells,
    ...burdens,
    ...rules,
    ...questions,
    ...(same(scale(before), scale(after)) ? [] : [{ kind: "scale" } as const]),
  ];
}

function replaceById<T extends { readonly id: string }>(
  list: readonly T[],
  from: readonly T[],
  id: string,
): T[] {
  const next = from.find((each) => each.id === id);
  const others = list.filter((each) => each.id !== id);
  return (next ? [...others, next] : others).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The older table with one change of the newer made to it. */
export function applyTableChange(
  before: ScoringTable,
  after: ScoringTable,
  change: TableChange,
): ScoringTable {
  switch (change.kind) {
    case "cell": {
      const { [change.variant]: _, ...row } = before.cells[change.capability] ?? {};
      const cell = after.cells[change.capability]?.[change.variant];
      return {
        ...before,
        cells: {
          ...before.cells,
          [change.capability]: cell ? { ...row, [change.variant]: cell } : row,
        },
      };
    }
    case "burden":
      return { ...before, burdens: replaceById(before.burdens, after.burdens, change.burden) };
    case "rule":
      return { ...before, rules: replaceById(before.rules, after.rules, change.rule) };
    case "question":
      return {
        ...before,
        questions: replaceById(before.questions, after.questions, change.question),
      };
    case "scale":
      return {
        ...before,
        importance: after.importance,
        levels: after.levels,
        thresholds: after.thresholds,
        variants: after.variants,
      };
  }
}

/**
 * What has changed between two releases that matters to these answers: each change is made alone to the older table and
 * evaluated. Those that change nothing are left out; those that change first place lead, then the largest shifts.
 */
export function explainDifference(
  before: ScoringTable,
  after: ScoringTable,
  answers: Answers,
): ChangeEffect[] {
  const leader = standingOf(before, answers, "").first;
  const base = standingOf(before, answers, leader);
  return diffTables(before, after)
    .map((change): ChangeEffect => {
      const now = standingOf(applyTableChange(before, after, change), answers, leader);
      return {
        change,
        first: now.first,
        changesFirst: now.first !== leader,
        shift: now.lead - base.lead,
      };
    })
    .filter(({ changesFirst, shift }) => changesFirst || Math.abs(shift) > 1e-9)
    .sort(
      (a, b) =>
        Number(b.changesFirst) - Number(a.changesFirst) || Math.abs(b.shift) - Math.abs(a.shift),
    );
}
