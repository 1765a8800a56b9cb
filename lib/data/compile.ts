import type { Burden, Cell, Question, Range, ScoringTable } from "@/lib/engine/types";
import { profileOf } from "./decision-answers";
import type { Finding, Levels, Matrix, QuestionText } from "./types";

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

function clamp(value: number): number {
  return Math.max(0, Math.min(100, Math.round(value)));
}

/** What a cell is worth: its support level, reduced by immaturity and widened by doubt, 0 to 100. */
function worthOf(cell: Finding, levels: Levels): Range {
  const [low, typical, high] = levels.support[cell.support].value;
  const percent = cell.maturity ? levels.maturity[cell.maturity].percent : [100, 100, 100];
  const widen = levels.confidence[cell.confidence].widen;
  return [
    clamp((low * (percent[0] ?? 100)) / 100 - widen),
    clamp((typical * (percent[1] ?? 100)) / 100),
    clamp((high * (percent[2] ?? 100)) / 100 + widen),
  ];
}

function compileFinding(cell: Finding, levels: Levels): Omit<Cell, "scopes"> {
  return {
    support: cell.support,
    value: worthOf(cell, levels),
    ...(cell.needsExtra ? { usesExtra: true } : {}),
  };
}

/** A question without its texts. */
export function compileQuestion(
  question: QuestionText,
  likelyChanges: Matrix["likelyChanges"] = [],
): Question {
  const { id, firmness, askedIf } = question;
  const soon = likelyChanges
    .filter((change) => change.question === id)
    .flatMap(({ to, percent }) => (to ?? [""]).map((part) => [part, percent] as const));
  const retired =
    question.kind === "flags"
      ? question.flags.filter((flag) => flag.retired).map((flag) => flag.id)
      : [];
  return {
    ...compileKind(question),
    id,
    firmness,
    ...(askedIf ? { askedIf } : {}),
    ...(retired.length > 0 ? { retired } : {}),
    ...(soon.length > 0 ? { soon: Object.fromEntries(soon) } : {}),
  };
}

function compileKind(question: QuestionText): Question {
  const { id } = question;
  switch (question.kind) {
    case "choice":
      return {
        id,
        kind: "choice",
        values: question.values.map((value) => value.id),
        ...(question.ordered ? { ordered: true } : {}),
      };
    case "flags":
      return { id, kind: "flags", flags: question.flags.map((flag) => flag.id) };
    case "importance":
      return { id, kind: "importance", demands: question.demands };
    case "needs":
      return {
        id,
        kind: "needs",
        rows: question.rows.map((row) => ({ id: row.id, demands: row.demands })),
      };
  }
}

function compileBurdens(matrix: Matrix): Burden[] {
  return [...matrix.burdens].sort(byId).map((burden) => {
    const cost: Record<string, Range> = {};
    const costWithExtra: Record<string, Range> = {};
    for (const [variant, { low, typical, high, withExtra }] of Object.entries(burden.values)) {
      cost[variant] = [low, typical, high];
      if (withExtra) costWithExtra[variant] = [withExtra.low, withExtra.typical, withExtra.high];
    }
    return {
      id: burden.id,
      weight: matrix.levels.burdens[burden.id]?.weight ?? [0, 0, 0],
      cost,
      costWithExtra,
    };
  });
}

/** Reduces the matrix to what scoring needs. Sorted by id: the order of files and entries changes nothing. */
export function compileTable(matrix: Matrix): ScoringTable {
  const { levels } = matrix;
  const cells: Record<string, Record<string, Cell>> = {};
  for (const capability of [...matrix.capabilities].sort(byId)) {
    const row: Record<string, Cell> = {};
    for (const [variant, cell] of Object.entries(capability.cells).sort()) {
      row[variant] = {
        ...compileFinding(cell, levels),
        ...(cell.scopes
          ? {
              scopes: cell.scopes.map((scope) => ({
                when: scope.when,
                ...compileFinding(scope, levels),
              })),
            }
          : {}),
      };
    }
    cells[capability.id] = row;
  }
  const questions = [...matrix.questions]
    .sort(byId)
    .map((question) => compileQuestion(question, matrix.likelyChanges));
  const level = (support: keyof Levels["support"]) => levels.support[support].value;
  return {
    release: matrix.release.id,
    importance: {
      nice: levels.importance.nice.weight,
      important: levels.importance.important.weight,
      must: levels.importance.must.weight,
    },
    levels: {
      full: level("full"),
      partial: level("partial"),
      addon: level("addon"),
      diy: level("diy"),
      none: level("none"),
      unknown: level("unknown"),
      moot: level("moot"),
    },
    burdenFactor: levels.burdenFactor.percent,
    thresholds: { clear: levels.verdict.clear, leaning: levels.verdict.leaning },
    variants: [...matrix.variants].sort(byId).map(({ id, option }) => ({ id, option })),
    cells,
    burdens: compileBurdens(matrix),
    questions,
    rules: [...matrix.rules].sort(byId).map(({ id, when, effects }) => ({ id, when, effects })),
    profiles: matrix.decisions.map((decision) => profileOf(questions, decision)),
    enough: levels.nothingMore.percent,
  };
}
