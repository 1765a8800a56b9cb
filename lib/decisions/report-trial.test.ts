import { expect, test } from "vitest";
import { loadRelease } from "@/lib/release/frozen";
import { matrix, reference, table } from "@/lib/site/data";
import { frozenReleases } from "@/lib/site/releases";
import { reportTrial } from "./report-trial";
import { runTrial } from "./run-trial";
import { reliabilityByBand } from "./trial";

const editionOne = frozenReleases[2];
if (!editionOne) throw new Error("the last release of edition 1 is not listed");
const trial = runTrial(matrix, table, loadRelease("data/releases", editionOne));

test("the figures that the method page shows are those of this data and this engine", () => {
  expect(reportTrial(matrix, table, trial), "run npm run decisions -- --write").toEqual(
    reference.trial,
  );
});

test("the engine does better than what is simpler, on every count", () => {
  const all = trial.groups.find(({ id }) => id === "all");
  const [ours, ...simpler] = all?.judges ?? [];
  expect(simpler.map(({ id }) => id)).toEqual(["sum", "edition-1", "istio"]);
  for (const { label, scores } of simpler) {
    expect(ours?.scores.exact, label).toBeGreaterThanOrEqual(scores.exact);
    expect(ours?.scores.acceptable, label).toBeGreaterThanOrEqual(scores.acceptable);
    expect(ours?.scores.brier, label).toBeLessThan(scores.brier);
  }
});

test("no share from 40 of 100 up is more than ten points above what the experts bear out", () => {
  for (const { label, cases, shown, exact } of reliabilityByBand(trial.tried)) {
    if (label === "under 40" || cases === 0) continue;
    expect(shown - (100 * exact) / cases, label).toBeLessThanOrEqual(10);
  }
});

test("where the verdict is clear, the experts agree in nine of ten", () => {
  const clear = trial.tried.filter(({ said }) => said.word === "clear");
  expect(clear.length).toBeGreaterThanOrEqual(8);
  expect(clear.filter(({ acceptable }) => acceptable).length / clear.length).toBeGreaterThanOrEqual(
    0.9,
  );
});
