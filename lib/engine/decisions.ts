import type { CompiledCell, CompiledRule, Program } from "./program";

/** A rule and its place among the tests. */
export type Placed = CompiledRule & { readonly test: number };

/** The rules that change one number, each by how much, in their order. */
export type Factors = readonly { readonly test: number; readonly percent: number }[];

/** What hangs on tests, from both ends: by test all that it decides, and by place all that decides it. */
export interface Decisions {
  readonly byTest: readonly {
    readonly cells: readonly number[];
    readonly costs: readonly number[];
    readonly burdens: readonly number[];
  }[];
  /** By place in the cells. */
  readonly scopes: readonly (readonly (CompiledCell & { readonly test: number })[])[];
  readonly credits: readonly (readonly (CompiledRule["credits"][number] & {
    readonly test: number;
  })[])[];
  /** By place in the costs, and by burden. */
  readonly costs: readonly Factors[];
  readonly burdens: readonly Factors[];
}

function factorsAt(
  size: number,
  rules: readonly Placed[],
  of: (rule: CompiledRule) => readonly { readonly at: number; readonly percent: number }[],
): Factors[] {
  const found = Array.from({ length: size }, (): { test: number; percent: number }[] => []);
  for (const rule of rules)
    for (const { at, percent } of of(rule)) found[at]?.push({ test: rule.test, percent });
  return found;
}

/** Which cells, costs and weights of burdens are to be laid again when a test turns out otherwise, and from what. */
export function decisionsOf(program: Program, rules: readonly Placed[]): Decisions {
  const scopes = program.cells.map((): Decisions["scopes"][number] => []);
  for (const { at, cells } of program.scopes) scopes[at] = cells;
  return {
    byTest: program.tests.map((_, test) => {
      const rule = rules[test];
      return {
        cells: rule
          ? rule.credits.map(({ at }) => at)
          : program.scopes.flatMap(({ at, cells }) =>
              cells.some((cell) => cell.test === test) ? [at] : [],
            ),
        costs: rule?.costs.map(({ at }) => at) ?? [],
        burdens: rule?.times.map(({ burden }) => burden) ?? [],
      };
    }),
    scopes,
    credits: program.cells.map((_, at) =>
      rules.flatMap(({ credits, test }) =>
        credits.filter((credit) => credit.at === at).map((credit) => ({ ...credit, test })),
      ),
    ),
    costs: factorsAt(program.cost.length, rules, ({ costs }) => costs),
    burdens: factorsAt(program.burdens.length, rules, ({ times }) =>
      times.map(({ burden, percent }) => ({ at: burden, percent })),
    ),
  };
}
