import { describe, expect, test } from "vitest";
import { acceptabilitySamples, decideVerdict, rankAcceptability } from "@/lib/engine/acceptability";
import { evaluate } from "@/lib/engine/evaluate";
import { matrix, table } from "./data";

/** A verdict word must not hang on the seed: two hundred seeds say the same, but within the stated error of a threshold. */
describe("certainty", () => {
  test.each(matrix.presets.map(({ id, answers }) => [id, answers] as const))(
    "the word for “%s” is the same for every seed",
    (_, answers) => {
      const evaluation = evaluate(table, answers);
      const printed = decideVerdict(evaluation, rankAcceptability(evaluation), table.thresholds);
      // A twentieth of the samples has √20 times the error, which makes this the harder test and keeps it quick.
      const samples = acceptabilitySamples / 20;
      // Near 0 and 1 the estimate of the error is itself too small, hence the floor.
      const error = Math.sqrt(Math.max(printed.share * (1 - printed.share), 0.01) / samples);
      const distance = Math.min(
        Math.abs(printed.share - table.thresholds.clear / 100),
        Math.abs(printed.share - table.thresholds.leaning / 100),
      );
      const words = new Set<string>();
      const shares: number[] = [];
      for (let seed = 1; seed <= 200; seed++) {
        const verdict = decideVerdict(
          evaluation,
          rankAcceptability(evaluation, samples, seed),
          table.thresholds,
        );
        words.add(verdict.word);
        shares.push(verdict.share);
      }
      if (distance > 4 * error) expect([...words]).toEqual([printed.word]);
      const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
      expect(Math.abs(mean - printed.share)).toBeLessThan(
        4 * Math.sqrt((printed.share * (1 - printed.share)) / acceptabilitySamples) + 1e-3,
      );
      for (const share of shares) expect(Math.abs(share - printed.share)).toBeLessThan(6 * error);
    },
  );
});
