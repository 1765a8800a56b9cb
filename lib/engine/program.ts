import { compileCondition, fieldsRead } from "./compile-condition";
import { isImportance, isRows } from "./condition";
import { type Field, importances, open, type State, supports, type Test } from "./fields";
import type { Answer, Answers, Cell, Condition, Question, Range, ScoringTable } from "./types";

/**
 * The scoring table as flat numbers: answers become one small integer for each field (a choice, an importance, a row or a
 * flag), conditions become functions of those, cells and costs become columns. Everything that is asked of many answer
 * sets runs on it: completions, samples, flips, information.
 */

export interface CompiledRule {
  readonly when: Test;
  readonly needs: readonly { readonly capability: number; readonly level: number }[];
  /** Allowed support levels as bits. */
  readonly requires: readonly { readonly capability: number; readonly allowed: number }[];
  readonly limits: readonly { readonly burden: number; readonly max: number }[];
  readonly times: readonly { readonly burden: number; readonly percent: number }[];
  /** Places in the costs: burden × variants + variant. */
  readonly costs: readonly { readonly at: number; readonly percent: number }[];
  /** Places in the cells: capability × variants + variant. */
  readonly credits: readonly {
    readonly at: number;
    readonly support: number;
    readonly value: Range;
  }[];
}

export interface CompiledCell {
  readonly support: number;
  readonly value: Range;
  readonly usesExtra: boolean;
}

export interface Program {
  readonly table: ScoringTable;
  readonly fields: readonly Field[];
  /** The questions that are asked only under a condition, and their fields. */
  readonly conditional: readonly {
    readonly asked: Test;
    readonly from: number;
    readonly to: number;
  }[];
  readonly fixed: readonly { readonly field: number; readonly value: number }[];
  readonly capabilities: readonly string[];
  readonly variants: readonly string[];
  readonly options: readonly string[];
  readonly optionOf: Int32Array;
  readonly cells: readonly CompiledCell[];
  readonly scopes: readonly {
    readonly at: number;
    /** The first whose test holds; `test` is a place in `tests`. */
    readonly cells: readonly (CompiledCell & { readonly test: number })[];
  }[];
  /** The conditions of the rules, in their order, then those of scopes, each once: many cells share one. */
  readonly tests: readonly Test[];
  /** By field: the tests that look at it. */
  readonly watching: readonly (readonly number[])[];
  readonly burdens: readonly { readonly id: string; readonly weight: Range }[];
  readonly cost: readonly Range[];
  readonly costWithExtra: readonly Range[];
  readonly rules: readonly CompiledRule[];
  /** The mean worth of everything a variant offers: breaks ties. */
  readonly breadth: Float64Array;
  readonly profiles: readonly State[];
}

const missing: CompiledCell = {
  support: supports.indexOf("unknown"),
  value: [0, 50, 100],
  usesExtra: false,
};

function compileCell(cell: Pick<Cell, "support" | "value" | "usesExtra">): CompiledCell {
  return {
    support: supports.indexOf(cell.support),
    value: cell.value,
    usesExtra: cell.usesExtra === true,
  };
}

function fieldsOfQuestion(
  question: Question,
  index: number,
  capabilityAt: (id: string) => number,
): Field[] {
  const { id } = question;
  const gone = new Set(question.retired ?? []);
  const common = { question: index, id };
  const demandsOf = (demands: readonly { capability: string; share: number }[]) =>
    demands.map(({ capability, share }) => ({ capability: capabilityAt(capability), share }));
  switch (question.kind) {
    case "choice":
      return [{ ...common, kind: "choice", values: question.values, retired: false, demands: [] }];
    case "importance":
      return [
        {
          ...common,
          kind: "importance",
          values: importances,
          retired: false,
          demands: demandsOf(question.demands),
        },
      ];
    case "needs":
      return question.rows.map((row) => ({
        ...common,
        part: row.id,
        kind: "row",
        values: importances,
        retired: gone.has(row.id),
        demands: demandsOf(row.demands),
      }));
    case "flags":
      return question.flags.map((flag) => ({
        ...common,
        part: flag,
        kind: "flag",
        values: ["no", "yes"],
        retired: gone.has(flag),
        demands: [],
      }));
  }
}

function compileRules(
  table: ScoringTable,
  fields: readonly Field[],
  capabilityAt: (id: string) => number,
): CompiledRule[] {
  const size = table.variants.length;
  const variantAt = new Map(table.variants.map(({ id }, index) => [id, index]));
  const burdenAt = new Map(table.burdens.map(({ id }, index) => [id, index]));
  const places = (row: number | undefined, of: readonly string[]) =>
    of.flatMap((id) => {
      const variant = variantAt.get(id);
      return row === undefined || variant === undefined ? [] : [row * size + variant];
    });
  return table.rules.map(({ when, effects }): CompiledRule => {
    const burden = (id: string) => burdenAt.get(id) ?? -1;
    return {
      when: compileCondition(when, fields),
      needs: effects.flatMap((effect) =>
        "need" in effect
          ? [{ capability: capabilityAt(effect.need), level: importances.indexOf(effect.atLeast) }]
          : [],
      ),
      requires: effects.flatMap((effect) =>
        "require" in effect
          ? [
              {
                capability: capabilityAt(effect.require),
                allowed: ["unknown" as const, "moot" as const, ...effect.levels].reduce(
                  (bits, level) => bits | (1 << supports.indexOf(level)),
                  0,
                ),
              },
            ]
          : [],
      ),
      limits: effects.flatMap((effect) =>
        "limit" in effect ? [{ burden: burden(effect.limit), max: effect.max }] : [],
      ),
      times: effects.flatMap((effect) =>
        "burden" in effect && !("of" in effect) && burden(effect.burden) >= 0
          ? [{ burden: burden(effect.burden), percent: effect.times }]
          : [],
      ),
      costs: effects.flatMap((effect) =>
        "burden" in effect && "of" in effect
          ? places(burdenAt.get(effect.burden), effect.of).map((at) => ({
              at,
              percent: effect.times,
            }))
          : [],
      ),
      credits: effects.flatMap((effect) =>
        "credit" in effect
          ? effect.credit.flatMap((capability) =>
              places(capabilityAt(capability), effect.of).map((at) => ({
                at,
                support: supports.indexOf(effect.level),
                value: table.levels[effect.level],
              })),
            )
          : [],
      ),
    };
  });
}

function valueIn(field: Field, answer: Answer | undefined): number {
  if (answer === undefined || answer === "unsure") return open;
  switch (field.kind) {
    case "choice":
    case "importance":
      return typeof answer === "string" ? field.values.indexOf(answer) : open;
    case "row": {
      const importance = isRows(answer) ? answer[field.part ?? ""] : undefined;
      return isImportance(importance) ? importances.indexOf(importance) : open;
    }
    case "flag":
      return Array.isArray(answer) ? Number(answer.includes(field.part)) : open;
  }
}

/** The answers as numbers; what is unknown to the table is open. */
export function stateOf(program: Pick<Program, "fields" | "fixed">, answers: Answers): State {
  const state = Int8Array.from(program.fields, (field) => valueIn(field, answers[field.id]));
  for (const { field, value } of program.fixed) state[field] = value;
  return state;
}

function compile(table: ScoringTable): Program {
  const capabilities = [
    ...new Set([
      ...Object.keys(table.cells),
      ...table.questions.flatMap((question) =>
        question.kind === "importance"
          ? question.demands.map(({ capability }) => capability)
          : question.kind === "needs"
            ? question.rows.flatMap(({ demands }) => demands.map(({ capability }) => capability))
            : [],
      ),
      ...table.rules.flatMap(({ effects }) =>
        effects.flatMap((effect) =>
          "need" in effect ? [effect.need] : "require" in effect ? [effect.require] : [],
        ),
      ),
      ...table.rules.flatMap(({ effects }) =>
        effects.flatMap((effect) => ("credit" in effect ? effect.credit : [])),
      ),
    ]),
  ].sort();
  const places = new Map(capabilities.map((id, index) => [id, index]));
  const capabilityAt = (id: string) => places.get(id) ?? -1;
  const fields = table.questions.flatMap((question, index) =>
    fieldsOfQuestion(question, index, capabilityAt),
  );
  const fieldsOf = table.questions.map((_, index): readonly [number, number] => {
    const from = fields.findIndex(({ question }) => question === index);
    const count = fields.filter(({ question }) => question === index).length;
    return from < 0 ? [0, 0] : [from, from + count];
  });
  const fixed = fields.flatMap((field, index) => {
    const answer = table.fixed?.[field.id];
    return answer === undefined ? [] : [{ field: index, value: valueIn(field, answer) }];
  });
  const options = [...new Set(table.variants.map(({ option }) => option))];
  const all = capabilities.flatMap((capability) =>
    table.variants.map(({ id }): Cell | undefined => table.cells[capability]?.[id]),
  );
  const cells = all.map((cell) => (cell ? compileCell(cell) : missing));
  const size = table.variants.length;
  const costs = (which: "cost" | "costWithExtra") =>
    table.burdens.flatMap((burden) =>
      table.variants.map(({ id }) => burden[which][id] ?? burden.cost[id] ?? missing.value),
    );
  const base = { fields, fixed };
  const conditions: Condition[] = table.rules.map(({ when }) => when);
  const testAt = new Map<string, number>();
  const testOf = (when: Condition): number => {
    const key = JSON.stringify(when);
    const known = testAt.get(key);
    if (known !== undefined) return known;
    testAt.set(key, conditions.length);
    return conditions.push(when) - 1;
  };
  const scopes = all.flatMap((cell, at) =>
    cell?.scopes
      ? [
          {
            at,
            cells: cell.scopes.map((scope) => ({
              ...compileCell(scope),
              test: testOf(scope.when),
            })),
          },
        ]
      : [],
  );
  const watching = fields.map((): number[] => []);
  conditions.forEach((when, test) => {
    for (const field of fieldsRead(when, fields)) watching[field]?.push(test);
  });
  return {
    ...base,
    table,
    conditional: table.questions.flatMap(({ askedIf }, index) => {
      const [from, to] = fieldsOf[index] as readonly [number, number];
      return askedIf ? [{ asked: compileCondition(askedIf, fields), from, to }] : [];
    }),
    capabilities,
    variants: table.variants.map(({ id }) => id),
    options,
    optionOf: Int32Array.from(table.variants, ({ option }) => options.indexOf(option)),
    cells,
    scopes,
    tests: conditions.map((when) => compileCondition(when, fields)),
    watching,
    burdens: table.burdens.map(({ id, weight }) => ({ id, weight })),
    cost: costs("cost"),
    costWithExtra: costs("costWithExtra"),
    rules: compileRules(table, fields, capabilityAt),
    breadth: Float64Array.from(table.variants, (_, variant) =>
      capabilities.reduce(
        (sum, __, capability) => sum + (all[capability * size + variant]?.value[1] ?? 0),
        0,
      ),
    ),
    profiles: (table.profiles ?? []).map((profile) => stateOf(base, profile)),
  };
}

const programs = new WeakMap<ScoringTable, Program>();

/** The table compiled; once for each table. */
export function programOf(table: ScoringTable): Program {
  const known = programs.get(table);
  if (known) return known;
  const made = compile(table);
  programs.set(table, made);
  return made;
}
