export type Counts = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
};

export function countVitest(report: unknown): Counts {
  return {
    passed: readNumber(report, "numPassedTests"),
    failed: readNumber(report, "numFailedTests"),
    skipped: readNumber(report, "numPendingTests") + readNumber(report, "numTodoTests"),
  };
}

export function countPlaywright(report: unknown): Counts {
  const stats = isRecord(report) ? report.stats : undefined;
  return {
    passed: readNumber(stats, "expected") + readNumber(stats, "flaky"),
    failed: readNumber(stats, "unexpected"),
    skipped: readNumber(stats, "skipped"),
  };
}

export function sumCounts(all: readonly Counts[]): Counts {
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
    skipped: all.reduce((sum, { skipped }) => sum + skipped, 0),
  };
}

function readNumber(record: unknown, key: string): number {
  const value = isRecord(record) ? record[key] : undefined;
  return typeof value === "number" ? value : 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
