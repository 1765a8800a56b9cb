import type { Decision, Matrix, TrialReport } from "@/lib/data/types";

/** A share of decisions, as printed: “13 of 14”. */
function ofCases(count: number, cases: number): string {
  return cases === 0 ? "none" : `${count} of ${cases}`;
}

type Group = TrialReport["groups"][number];

/** The group of one kind of encoding. Throws when the report lacks it. */
export function groupOf(trial: TrialReport, id: Group["id"]): Group {
  const group = trial.groups.find((each) => each.id === id);
  if (!group)
    throw new RangeError(`data/trial.json has no group "${id}": npm run decisions -- --write`);
  return group;
}

/** What the trial found, in a sentence: how often experts agreed where the verdict was clear, blind encodings alone. */
export function trialFinding(trial: TrialReport): string {
  const { words, cases: all } = groupOf(trial, "blind");
  const clear = words.find(({ label }) => label === "clear");
  if (!clear || clear.cases === 0)
    return `None of ${all} published decisions encoded blind gets a clear verdict`;
  const { cases, exact, acceptable } = clear;
  const also = acceptable > exact ? `, and an acceptable one in ${ofCases(acceptable, cases)}` : "";
  return `Where the verdict is clear, it is what the experts chose in ${ofCases(exact, cases)} published decisions encoded blind${also}`;
}

/** Whether no band of shares shows more than ten points above what the experts bear out. */
export function isCalibrated(group: Group): boolean {
  return group.bands.every(
    ({ label, cases, shown, exact }) =>
      cases === 0 || label === "under 40" || shown - (100 * exact) / cases <= 10,
  );
}

/** One decision beside the verdict on its needs. */
export interface DecisionRow {
  readonly decision: Decision;
  readonly kind: "blind" | "masked";
  readonly first: string;
  readonly word: string;
  readonly share: number;
  readonly agreement: TrialReport["cases"][number]["agreement"];
}

/** Every decision with what was said of it, blind encodings first. */
export function decisionRows(matrix: Matrix, trial: TrialReport): DecisionRow[] {
  const rows = trial.cases.flatMap(({ id, ...said }): DecisionRow[] => {
    const decision = matrix.decisions.find((each) => each.id === id);
    const kind = matrix.protocols.find((each) => each.id === decision?.protocol)?.kind;
    return decision && kind ? [{ decision, kind, ...said }] : [];
  });
  return [...rows].sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
}

/** What the decisions ask for, the most wanted first, in the questionnaire's words. */
export function wantedRows(matrix: Matrix, trial: TrialReport) {
  return trial.rates
    .map(({ place, nice, important, must }) => {
      const [question = "", row] = place.split(".");
      const asked = matrix.questions.find(({ id }) => id === question);
      const label =
        asked?.kind === "needs" && row !== undefined
          ? (asked.rows.find(({ id }) => id === row)?.label ?? row)
          : (asked?.short ?? question);
      return { place, label, nice, important, must, all: nice + important + must };
    })
    .sort((a, b) => b.all - a.all || (a.place < b.place ? -1 : 1));
}

/** What the quick path asks although it is not among the most informative, by short names: facts only, never wishes. */
export function factsOnQuickPath(matrix: Matrix, trial: TrialReport): string[] {
  const telling = new Set(trial.informative.map(({ question }) => question));
  return matrix.questions
    .filter(({ id, quick, kind }) => quick && kind === "choice" && !telling.has(id))
    .map(({ short }) => short);
}

/** Which of the most informative questions the quick path leaves out, by their short names. */
export function outsideQuickPath(matrix: Matrix, trial: TrialReport): string[] {
  return trial.informative
    .filter(({ quick }) => !quick)
    .map(({ question }) => matrix.questions.find(({ id }) => id === question)?.short ?? question);
}
