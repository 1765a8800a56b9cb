/** Mutation testing; `npm run mutants -- <room>` names the files and the least score. */
export default {
  testRunner: "vitest",
  plugins: [import.meta.resolve("@stryker-mutator/vitest-runner")],
  coverageAnalysis: "perTest",
  // A mutant of a constant is loaded once for all tests, so it would need a run of its own of every test.
  ignoreStatic: true,
  // Nothing to rewrite in a sandbox, and its rewriter needs the JavaScript API of TypeScript 6.
  tsconfigFile: "none.json",
  disableTypeChecks: false,
  // The command names the tests, which are the room's own.
  vitest: { related: false },
  concurrency: 2,
  timeoutMS: 20_000,
  reporters: ["clear-text", "progress-append-only"],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false },
  thresholds: { high: 95, low: 90, break: Number(process.env.MUTANTS_LEAST ?? 80) },
  tempDirName: ".stryker",
  ignorePatterns: [".next", "test-results", "playwright-report"],
};
