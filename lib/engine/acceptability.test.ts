import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { centralWeights } from "./central";
import { evaluate } from "./evaluate";
import { judge } from "./judge";
import { answersArbitrary, richTableArbitrary } from "./laws.fixtures";
import type { Range, ScoringTable } from "./types";

/** Two options judged by n criteria with known values: the weights alone vary, each uniform in its range. */
function duel(
  values: readonly (readonly [one: number, other: number])[],
  weight: Range,
): ScoringTable {
  return {
    release: "test",
    importance: { nice: weight, important: weight, must: weight },
    levels: {
      full: [100, 100, 100],
      partial: [60, 60, 60],
      addon: [55, 55, 55],
      diy: [20, 20, 20],
      none: [0, 0, 0],
      unknown: [50, 50, 50],
      moot: [100, 100, 100],
    },
    thresholds: { clear: 80, leaning: 60 },
    burdenFactor: [100, 100, 100],
    variants: [
      { id: "one", option: "one" },
      { id: "other", option: "other" },
    ],
    cells: {},
    burdens: values.map(([one, other], index) => ({
      id: `criterion-${index}`,
      weight,
      cost: {
        one: [100 - one, 100 - one, 100 - one],
        other: [100 - other, 100 - other, 100 - other],
      },
      costWithExtra: {},
    })),
    questions: [],
    rules: [],
  };
}

/**
 * The exact share, by another road than sampling: the volume of the part of a box that lies on one side of a plane.
 * P(Σ aᵢUᵢ ≤ t) = Σ over subsets S of (−1)^|S| (t − Σ_S aᵢ)₊ⁿ ÷ (n! Π aᵢ), for aᵢ > 0 and Uᵢ uniform on [0, 1].
 */
function exactShare(values: readonly (readonly [number, number])[], [low, , high]: Range): number {
  // Σ wᵢdᵢ > 0 with wᵢ = low + (high − low)Uᵢ; a negative dᵢ is turned by Uᵢ → 1 − Uᵢ.
  const differences = values
    .map(([one, other]) => one - other)
    .filter((difference) => difference !== 0);
  const spans = differences.map((difference) => Math.abs(difference) * (high - low));
  const constant = differences.reduce(
    (sum, difference) => sum + difference * (difference > 0 ? low : high),
    0,
  );
  const threshold = -constant;
  const n = spans.length;
  let volume = 0;
  for (let subset = 0; subset < 2 ** n; subset++) {
    const members = spans.filter((_, index) => (subset >> index) & 1);
    const rest = threshold - members.reduce((sum, span) => sum + span, 0);
    if (rest > 0) volume += (members.length % 2 === 0 ? 1 : -1) * rest ** n;
  }
  const factorial = spans.reduce((product, _, index) => product * (index + 1), 1);
  return 1 - volume / (factorial * spans.reduce((product, span) => product * span, 1));
}

describe("the shares that are drawn", () => {
  test.each([
    [
      [
        [60, 50],
        [40, 55],
      ],
    ],
    [
      [
        [80, 20],
        [10, 60],
        [50, 55],
      ],
    ],
    [
      [
        [90, 30],
        [20, 70],
        [35, 60],
        [50, 45],
      ],
    ],
    [
      [
        [10, 20],
        [70, 30],
        [15, 60],
        [88, 72],
        [40, 41],
      ],
    ],
  ] as [number, number][][][])(
    "agrees with the exact share of two options judged by %j",
    (values) => {
      const weight: Range = [5, 20, 50];
      const exact = exactShare(values, weight);
      const { options, samples } = judge(duel(values, weight), {});
      const share = options.find(({ id }) => id === "one")?.ranks[0] ?? Number.NaN;
      const error = Math.sqrt((exact * (1 - exact)) / samples);
      expect(exact).toBeGreaterThan(0.02);
      expect(exact).toBeLessThan(0.98);
      expect(Math.abs(share - exact)).toBeLessThan(4 * error);
    },
  );

  test("with no uncertainty left, first place is first in every sample", () => {
    const { options } = judge(
      duel(
        [
          [60, 50],
          [40, 45],
        ],
        [20, 20, 20],
      ),
      {},
    );
    expect(options.map(({ id, ranks }) => [id, ...ranks.map((share) => share.toFixed(9))])).toEqual(
      [
        ["one", "1.000000000", "0.000000000"],
        ["other", "0.000000000", "1.000000000"],
      ],
    );
  });

  test("options equal in everything share every place", () => {
    const { options } = judge(
      duel(
        [
          [50, 50],
          [30, 30],
        ],
        [5, 20, 50],
      ),
      {},
    );
    for (const { ranks, of100 } of options) {
      expect(of100).toBe(50);
      for (const share of ranks) expect(share).toBeCloseTo(0.5, 9);
    }
  });

  test("the typical value is the median of what is drawn", () => {
    const table = duel([[50, 50]], [20, 20, 20]);
    const [burden] = table.burdens;
    if (!burden) throw new Error("the duel lost its burden");
    // One costs exactly the typical value of the other's lopsided range.
    const lopsided = {
      ...table,
      burdens: [{ ...burden, cost: { one: [30, 30, 30], other: [0, 30, 100] } } as const],
    };
    const { options, samples } = judge(lopsided, {});
    const share = options.find(({ id }) => id === "other")?.ranks[0] ?? 0;
    expect(Math.abs(share - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / samples));
  });

  test("wider weights never make a leader surer", () => {
    const values = [
      [70, 50],
      [40, 55],
      [62, 60],
    ] as [number, number][];
    const shares = (
      [
        [20, 20, 20],
        [15, 20, 25],
        [10, 20, 30],
        [2, 20, 38],
      ] as Range[]
    ).map(
      (weight) =>
        judge(duel(values, weight), {}).options.find(({ id }) => id === "one")?.ranks[0] ?? 0,
    );
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
  });

  test("draws are spread evenly below the typical value, and evenly above it", () => {
    const table = duel([[50, 50]], [20, 20, 20]);
    const [burden] = table.burdens;
    if (!burden) throw new Error("the duel lost its burden");
    const shareAbove = (cost: number) => {
      const against = {
        ...burden,
        cost: { one: [cost, cost, cost], other: [0, 30, 100] },
      } as const;
      const { options } = judge({ ...table, burdens: [against] }, {});
      return options.find(({ id }) => id === "other")?.ranks[0] ?? 0;
    };
    expect(Math.abs(shareAbove(15) - 0.25)).toBeLessThan(0.02);
    expect(Math.abs(shareAbove(65) - 0.75)).toBeLessThan(0.02);
    // 52 is 52/70 of the way from the lowest value to the typical one.
    expect(Math.abs(shareAbove(48) - (1 - 52 / 70 / 2))).toBeLessThan(0.02);
  });

  test("doubt about how much burdens count makes a leader on ease alone less sure", () => {
    const shareWith = (burdenFactor: Range) => {
      const capable = { support: "full", value: [100, 100, 100] } as const;
      const plain = { support: "none", value: [0, 0, 0] } as const;
      const table: ScoringTable = {
        ...duel([[90, 20]], [20, 25, 30]),
        cells: { wish: { one: plain, other: capable } },
        questions: [{ id: "q", kind: "importance", demands: [{ capability: "wish", share: 100 }] }],
        burdenFactor,
      };
      const narrow = {
        ...table,
        importance: { ...table.importance, important: [15, 15, 15] as const },
      };
      const { options } = judge(narrow, { q: "important" });
      return options.find(({ id }) => id === "one")?.ranks[0] ?? 0;
    };
    const sure = shareWith([100, 100, 100]);
    expect(sure).toBeGreaterThan(0.6);
    expect(shareWith([40, 100, 250])).toBeLessThan(sure);
  });

  test("central weights favour what the option is good at", () => {
    const table = duel(
      [
        [90, 30],
        [30, 90],
      ],
      [5, 20, 50],
    );
    const { options, usual } = centralWeights(table, {});
    const weightsOf = (id: string) => options.find(({ option }) => option === id)?.weights ?? {};
    const [one, other] = [weightsOf("one"), weightsOf("other")];
    expect(one["criterion-0"]).toBeGreaterThan((usual["criterion-0"] ?? 1) + 0.02);
    expect(other["criterion-1"]).toBeGreaterThan((usual["criterion-1"] ?? 1) + 0.02);
    // Half the draws are for each, so that what is usual lies midway.
    expect(usual["criterion-0"]).toBeCloseTo(0.5, 1);
  });

  test("central weights are shares of one whole, of what can come first", () => {
    fc.assert(
      fc.property(richTableArbitrary, answersArbitrary, (table, answers) => {
        const { options, usual } = centralWeights(table, answers);
        const possible = evaluate(table, answers).options.filter(({ ruledOut }) => !ruledOut);
        expect(options.length === 0).toBe(possible.length === 0);
        for (const { option, weights } of [...options, { option: "", weights: usual }]) {
          if (option !== "") expect(possible.map((each) => each.option)).toContain(option);
          const sum = Object.values(weights).reduce((all, each) => all + each, 0);
          if (Object.keys(weights).length > 0) expect(sum).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 100 },
    );
  });
});
