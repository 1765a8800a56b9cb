import { describe, expect, test } from "vitest";
import { matrix, table } from "@/lib/site/data";
import { workExample } from "./worked-example";

describe("the worked example", () => {
  test.each(matrix.presets.map(({ id }) => id))("adds up to the scores of “%s”", (id) => {
    const { rows, totalWeight, leader, rival } = workExample(matrix, table, id);
    const sum = (side: 0 | 1) =>
      rows.reduce((total, { weight, values }) => total + weight * values[side], 0) / totalWeight;
    expect(sum(0)).toBeCloseTo(leader.score, 9);
    expect(sum(1)).toBeCloseTo(rival.score, 9);
    expect(leader.option).not.toBe(rival.option);
  });
});
