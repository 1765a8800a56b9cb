import fc from "fast-check";
import type {
  Answers,
  Burden,
  Cell,
  Condition,
  Importance,
  Question,
  Range,
  Rule,
  ScoringTable,
  Support,
} from "./types";

/** Arbitrary scoring tables and answers for property tests: small, and free of every name the real data uses. */

const supports: readonly Support[] = ["full", "partial", "addon", "diy", "none", "unknown", "moot"];
const importances: readonly Importance[] = ["no", "nice", "important", "must"];

const levels: Readonly<Record<Support, Range>> = {
  full: [100, 100, 100],
  partial: [40, 60, 80],
  addon: [35, 55, 70],
  diy: [10, 20, 35],
  none: [0, 0, 0],
  unknown: [0, 50, 100],
  moot: [100, 100, 100],
};

const cellArbitrary: fc.Arbitrary<Cell> = fc
  .constantFrom(...supports)
  .map((support) => ({ support, value: levels[support] }));
const rangeArbitrary: fc.Arbitrary<Range> = fc
  .tuple(fc.nat(100), fc.nat(100), fc.nat(100))
  .map((numbers) => numbers.sort((a, b) => a - b) as unknown as Range);

const capabilityIds = ["cap-a", "cap-b", "cap-c", "cap-d", "cap-e", "cap-f"] as const;
const variantIds = [
  { id: "var-a1", option: "opt-a" },
  { id: "var-a2", option: "opt-a" },
  { id: "var-b1", option: "opt-b" },
  { id: "var-c1", option: "opt-c" },
  { id: "var-c2", option: "opt-c" },
] as const;

export const questions: readonly Question[] = [
  { id: "q-choice", kind: "choice", values: ["one", "two", "three"] },
  { id: "q-flags", kind: "flags", flags: ["red", "green"] },
  { id: "q-importance", kind: "importance", demands: [{ capability: "cap-a", share: 100 }] },
  {
    id: "q-needs",
    kind: "needs",
    rows: [
      { id: "b", demands: [{ capability: "cap-b", share: 100 }] },
      {
        id: "c-and-d",
        demands: [
          { capability: "cap-c", share: 50 },
          { capability: "cap-d", share: 50 },
        ],
      },
      { id: "e", demands: [{ capability: "cap-e", share: 100 }] },
    ],
  },
];

const conditionArbitrary: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom("one", "two", "three").map((value) => ({ question: "q-choice", is: [value] })),
  fc.constantFrom("red", "green").map((has) => ({ question: "q-flags", has })),
  fc
    .constantFrom<Importance>("nice", "important", "must")
    .map((atLeast) => ({ question: "q-needs", row: "b", atLeast })),
);

const variantArbitrary = fc.constantFrom(...variantIds.map(({ id }) => id));
const ruleArbitrary: fc.Arbitrary<Omit<Rule, "id">> = fc.record({
  when: conditionArbitrary,
  effects: fc.array(
    fc.oneof(
      fc.record({ need: fc.constant("cap-f"), atLeast: fc.constantFrom(...importances) }),
      fc.record({ burden: fc.constant("bur-a"), times: fc.constantFrom(50, 150, 200) }),
      fc.record({
        burden: fc.constant("bur-b"),
        of: variantArbitrary.map((id) => [id]),
        times: fc.constantFrom(50, 150),
      }),
      fc.record({
        credit: fc.constantFrom(...capabilityIds).map((id) => [id]),
        of: variantArbitrary.map((id) => [id]),
        level: fc.constantFrom<Support>("partial", "addon", "full"),
      }),
    ),
    { maxLength: 2 },
  ),
});

function burdenArbitrary(id: string): fc.Arbitrary<Burden> {
  return fc
    .tuple(rangeArbitrary, ...variantIds.map(() => rangeArbitrary))
    .map(([weight, ...costs]) => ({
      id,
      weight: [Math.round(weight[0] / 5), Math.round(weight[1] / 5), Math.round(weight[2] / 5)],
      cost: Object.fromEntries(
        variantIds.map((variant, index) => [variant.id, costs[index] ?? [0, 0, 0]]),
      ),
      costWithExtra: {},
    }));
}

export const tableArbitrary: fc.Arbitrary<ScoringTable> = fc
  .record({
    rows: fc.tuple(...capabilityIds.map(() => fc.tuple(...variantIds.map(() => cellArbitrary)))),
    burdens: fc.tuple(burdenArbitrary("bur-a"), burdenArbitrary("bur-b")),
    rules: fc.array(ruleArbitrary, { maxLength: 3 }),
  })
  .map(({ rows, burdens, rules }) => ({
    release: "test",
    importance: {
      nice: [5, 10, 15],
      important: [15, 20, 30],
      must: [30, 40, 50],
    },
    levels,
    thresholds: { clear: 80, leaning: 60 },
    burdenFactor: [100, 100, 100],
    variants: variantIds,
    cells: Object.fromEntries(
      capabilityIds.map((capability, row) => [
        capability,
        Object.fromEntries(
          variantIds.map(({ id }, column) => [
            id,
            rows[row]?.[column] ?? { support: "none", value: [0, 0, 0] },
          ]),
        ),
      ]),
    ),
    burdens,
    questions,
    rules: rules.map((rule, index) => ({ id: `rule-${index}`, ...rule })),
  }));

const rowsArbitrary = fc
  .record({
    b: fc.constantFrom(...importances),
    "c-and-d": fc.constantFrom(...importances),
    e: fc.constantFrom(...importances),
  })
  .map((rows) =>
    Object.fromEntries(Object.entries(rows).filter(([, importance]) => importance !== "no")),
  );

export const answersArbitrary: fc.Arbitrary<Answers> = fc
  .record(
    {
      "q-choice": fc.constantFrom("one", "two", "three", "unsure"),
      "q-flags": fc.oneof(fc.subarray(["red", "green"]), fc.constant("unsure")),
      "q-importance": fc.constantFrom(...importances, "unsure"),
      "q-needs": fc.oneof(rowsArbitrary, fc.constant("unsure")),
    },
    { requiredKeys: [] },
  )
  .map((answers) => answers as Answers);

const demandArbitrary: fc.Arbitrary<Rule["effects"][number]> = fc.oneof(
  fc.record({
    require: fc.constantFrom(...capabilityIds),
    levels: fc.subarray<Support>(["full", "partial", "addon", "none"], { minLength: 1 }),
  }),
  fc.record({ limit: fc.constantFrom("bur-a", "bur-b"), max: fc.nat(100) }),
);

/**
 * Tables with everything a table can have: scopes, an extra component that costs, demands of rules, a question asked only
 * under a condition.
 */
export const richTableArbitrary: fc.Arbitrary<ScoringTable> = fc
  .record({
    table: tableArbitrary,
    scopes: fc.array(
      fc.record({
        capability: fc.constantFrom(...capabilityIds),
        variant: variantArbitrary,
        when: conditionArbitrary,
        cell: cellArbitrary,
      }),
      { maxLength: 6 },
    ),
    extras: fc.array(
      fc.record({ capability: fc.constantFrom(...capabilityIds), variant: variantArbitrary }),
      { maxLength: 4 },
    ),
    costs: fc.tuple(rangeArbitrary, rangeArbitrary),
    demands: fc.array(fc.record({ when: conditionArbitrary, effect: demandArbitrary }), {
      maxLength: 2,
    }),
    asked: fc.option(conditionArbitrary.filter((when) => !("row" in when))),
  })
  .map(({ table, scopes, extras, costs, demands, asked }) => {
    const cells: Record<string, Record<string, Cell>> = Object.fromEntries(
      Object.entries(table.cells).map(([id, row]) => [id, { ...row }]),
    );
    const change = (capability: string, variant: string, to: (cell: Cell) => Cell) => {
      const row = cells[capability];
      const cell = row?.[variant];
      if (row && cell) row[variant] = to(cell);
    };
    for (const { capability, variant, when, cell } of scopes)
      change(capability, variant, (before) => ({
        ...before,
        scopes: [...(before.scopes ?? []), { ...cell, when }],
      }));
    for (const { capability, variant } of extras)
      change(capability, variant, (before) => ({ ...before, usesExtra: true }));
    return {
      ...table,
      cells,
      burdens: table.burdens.map((burden, index) => ({
        ...burden,
        costWithExtra: { "var-a1": costs[0], "var-b1": costs[index] ?? costs[0] },
      })),
      questions: table.questions.map((question) =>
        question.id === "q-needs" && asked ? { ...question, askedIf: asked } : question,
      ),
      rules: [
        ...table.rules,
        ...demands.map(({ when, effect }, index) => ({
          id: `demand-${index}`,
          when,
          effects: [effect],
        })),
      ],
    };
  });

/** Profiles to borrow from: wishes that were wanted, choices that were said. */
export const profilesArbitrary: fc.Arbitrary<readonly Answers[]> = fc.array(
  answersArbitrary.map((answers) =>
    Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== "unsure")),
  ),
  { minLength: 1, maxLength: 12 },
);
