import { expect, test } from "vitest";
import { prosAndCons, type VariantFacts } from "./pros-and-cons";

const need = (
  label: string,
  importance: string,
  support: VariantFacts["needs"][number]["support"],
) => ({ label, importance, support }) as const;

test("what is met, met in part, unknown, left to be built and lacking each has its own line", () => {
  const facts: VariantFacts = {
    exclusions: [],
    needs: [
      need("Retries", "must", "full"),
      need("Timeouts", "must", "partial"),
      need("Canary", "important", "diy"),
      need("Mirroring", "important", "none"),
      need("FIPS", "nice", "unknown"),
      need("Upgrades beside the old one", "nice", "moot"),
      need("Dashboard", "nice", "addon"),
    ],
    asked: { must: 2, important: 2, nice: 3 },
    burdens: [
      { phrase: "the learning curve", cost: 66 },
      { phrase: "upgrades", cost: 50 },
      { phrase: "CPU and memory", cost: 49 },
      { phrase: "added latency", cost: 20 },
    ],
  };
  expect(prosAndCons(facts)).toEqual({
    good: [
      "it meets the must-have “Retries” in full",
      "one burden is light: added latency (20 of 100)",
    ],
    neutral: [
      "it meets the must-have “Timeouts” in part or with an add-on",
      "it meets the nice-to-have “Dashboard” in part or with an add-on",
      "it is not known whether it meets the nice-to-have “FIPS”",
    ],
    bad: [
      "it leaves the important need “Canary” to be built",
      "it lacks the important need “Mirroring”",
      "two burdens are heavy: the learning curve (66 of 100) and upgrades (50 of 100)",
    ],
  });
});

test("“both must-haves” only where each has meaning and is met in full", () => {
  const facts = { exclusions: [], burdens: [], asked: { must: 3 } };
  const two = [need("A", "must", "full"), need("B", "must", "full")];
  expect(prosAndCons({ ...facts, needs: [...two, need("C", "must", "moot")] }).good).toEqual([
    "it meets both must-haves in full: “A” and “B”",
  ]);
  expect(prosAndCons({ ...facts, needs: [...two, need("C", "must", "partial")] }).good).toEqual([
    "it meets two must-haves in full: “A” and “B”",
  ]);
});

test("what rules a variant out comes first", () => {
  const exclusions = [
    { label: "Licence", demand: "must be full", because: "It is not open source." },
  ];
  expect(prosAndCons({ exclusions, needs: [], asked: {}, burdens: [] }).bad).toEqual([
    "it is ruled out on “Licence” (must be full): It is not open source.",
  ]);
});
