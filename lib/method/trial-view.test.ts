import { describe, expect, test } from "vitest";
import type { TrialReport } from "@/lib/data/types";
import { matrix, reference } from "@/lib/site/data";
import {
  decisionRows,
  factsOnQuickPath,
  groupOf,
  isCalibrated,
  outsideQuickPath,
  trialFinding,
  wantedRows,
} from "./trial-view";

const { trial } = reference;
const withClear = (
  clear: Partial<TrialReport["groups"][number]["words"][number]>,
): TrialReport => ({
  ...trial,
  groups: trial.groups.map((group) => ({
    ...group,
    words: [{ label: "clear", cases: 14, shown: 90, exact: 13, acceptable: 14, ...clear }],
  })),
});
const withBand = (shown: number, exact: number) => ({
  ...groupOf(trial, "all"),
  bands: [{ label: "60 to 80", cases: 10, shown, exact, acceptable: 10 }],
});

describe("what the method page says of the trial", () => {
  test("counts the clear verdicts that the experts bear out", () => {
    expect(trialFinding(withClear({}))).toBe(
      "Where the verdict is clear, it is what the experts chose in 13 of 14 published decisions encoded blind, and an acceptable one in 14 of 14",
    );
    expect(trialFinding(withClear({ exact: 14 }))).toBe(
      "Where the verdict is clear, it is what the experts chose in 14 of 14 published decisions encoded blind",
    );
    expect(trialFinding(withClear({ cases: 0 }))).toBe(
      `None of ${groupOf(trial, "blind").cases} published decisions encoded blind gets a clear verdict`,
    );
  });

  test("calls a band too sure from more than ten points on", () => {
    expect(isCalibrated(withBand(70, 6))).toBe(true);
    expect(isCalibrated(withBand(70.1, 6))).toBe(false);
    expect(isCalibrated(withBand(50, 9))).toBe(true);
  });

  test("lists every decision once, the blind ones first", () => {
    const rows = decisionRows(matrix, trial);
    expect(rows.map(({ decision }) => decision.id).sort()).toEqual(
      matrix.decisions.map(({ id }) => id).sort(),
    );
    const kinds = rows.map(({ kind }) => kind);
    expect(kinds).toEqual([...kinds].sort());
  });

  test("names wishes as the questionnaire does, the most wanted first", () => {
    const rows = wantedRows(matrix, trial);
    expect(rows[0]?.label).toBe(matrix.questions.find(({ id }) => id === "mtls")?.short);
    expect(rows.map(({ all }) => all)).toEqual(rows.map(({ all }) => all).sort((a, b) => b - a));
    expect(rows.find(({ place }) => place === "routing.canary")?.label).toContain("new version");
  });

  test("tells which telling questions the quick path leaves out", () => {
    const report = {
      ...trial,
      informative: [
        { question: "routing", bits: 0.1, quick: true },
        { question: "telemetry", bits: 0.1, quick: false },
      ],
    };
    const short = matrix.questions.find(({ id }) => id === "telemetry")?.short;
    expect(outsideQuickPath(matrix, report)).toEqual([short]);
  });

  test("the quick path asks what tells most, and besides only facts", () => {
    const telling = trial.informative.map(({ question }) => question);
    const quick = matrix.questions.filter((question) => question.quick);
    for (const question of telling.slice(0, 3))
      expect(quick.map(({ id }) => id)).toContain(question);
    const besides = quick.filter(({ id }) => !telling.includes(id));
    expect(besides.map(({ short }) => short)).toEqual(factsOnQuickPath(matrix, trial));
    for (const { id, firmness } of besides) expect(firmness, id).toBeGreaterThan(1);
  });
});
