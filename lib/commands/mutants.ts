import { run } from "./run.ts";

/**
 * Mutation testing of one room of lib/: small faults are planted one at a time, and those of the room's tests that reach the place are run.
 * A mutant that survives is a sentence or a number that could be wrong unnoticed.
 */

/** The least share of mutants that the tests must notice, in per cent. */
const thresholds = {
  engine: 90,
  answers: 90,
  result: 80,
  export: 80,
  plan: 80,
  overlay: 80,
  costs: 80,
  security: 80,
};

const [room = "", ...rest] = process.argv.slice(2);
const least = Object.entries(thresholds).find(([name]) => name === room)?.[1];
if (least === undefined) {
  console.error(
    `Usage: npm run mutants -- ROOM [file ...]\n  ROOM is one of ${Object.keys(thresholds).join(", ")}; files are names in that room, such as "words".`,
  );
  process.exit(2);
}
const files = rest.length > 0 ? rest.map((name) => `${name}.ts`) : ["**/*.ts"];
const mutate = [
  ...files.map((file) => `lib/${room}/${file}`),
  "!lib/**/*.test.ts",
  "!lib/**/*.fixtures.ts",
];
const code = await run(
  "lib/mutants/node_modules/.bin/stryker",
  ["run", "lib/mutants/stryker.config.mjs", "--mutate", mutate.join(",")],
  { MUTANTS_LEAST: String(least), TESTS_IN: `lib/${room}` },
);
process.exitCode = code;
