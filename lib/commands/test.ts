import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Counts, countPlaywright, countVitest, sumCounts } from "./count-tests.ts";
import { run } from "./run.ts";

type Step = {
  readonly name: string;
  readonly commands: readonly (readonly [string, ...string[]])[];
  readonly env?: Readonly<Record<string, string>>;
  /** Reads the counts of a suite from its report. */
  readonly count?: () => Counts;
  /** The step without which this one cannot run. */
  readonly needs?: string;
};

type Outcome = { readonly name: string; readonly line: string; readonly counts: Counts };

const reports = mkdtempSync(join(tmpdir(), "test-reports-"));
const unitReport = join(reports, "unit.json");
const e2eReport = join(reports, "e2e.json");

// Cheapest first. A failing step does not hide what the later ones have to say.
const steps: readonly Step[] = [
  { name: "check", commands: [["biome", "ci"]] },
  {
    name: "types",
    commands: [
      ["next", "typegen"],
      ["tsc", "--noEmit"],
    ],
  },
  { name: "unused", commands: [["knip"]] },
  {
    name: "unit",
    commands: [
      ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`],
    ],
    count: () => countVitest(readReport(unitReport)),
  },
  { name: "build", commands: [[process.execPath, "lib/commands/build.ts"]] },
  {
    name: "e2e",
    commands: [["playwright", "test", "--reporter=list,json"]],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport },
    count: () => countPlaywright(readReport(e2eReport)),
    needs: "build",
  },
];

const broken = new Set<string>();
const outcomes: Outcome[] = [];
for (const step of steps) outcomes.push(await runStep(step));
rmSync(reports, { recursive: true, force: true });

const total = sumCounts(outcomes.map(({ counts }) => counts));
console.log();
for (const { name, line } of outcomes) console.log(`${name}: ${line}`);
console.log(formatCounts(total));
process.exitCode = broken.size === 0 ? 0 : 1;

async function runStep(step: Step): Promise<Outcome> {
  const { name, needs } = step;
  if (needs && broken.has(needs)) {
    broken.add(name);
    return { name, line: `not run, because ${needs} failed`, counts: sumCounts([]) };
  }
  console.log(`\n== ${name}`);
  const started = performance.now();
  const passed = await runCommands(step);
  const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`;
  if (!passed) broken.add(name);
  if (!step.count) {
    const counts = { passed: 0, failed: passed ? 0 : 1, skipped: 0 };
    return { name, line: `${passed ? "ok" : "FAILED"} (${seconds})`, counts };
  }
  const counts = step.count();
  // A suite that broke outside its tests must not read as a clean one.
  const honest = passed || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  return { name, line: formatCounts(honest), counts: honest };
}

async function runCommands({ commands, env = {} }: Step): Promise<boolean> {
  for (const [command, ...args] of commands) {
    if ((await run(command, args, env)) !== 0) return false;
  }
  return true;
}

function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

function formatCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
