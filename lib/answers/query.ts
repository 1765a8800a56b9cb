import { isImportance, isRows } from "@/lib/engine/condition";
import type { Answer, Answers, Question, RowAnswer } from "@/lib/engine/types";
import { shorten } from "./cut-text";

/** A parameter that could not be used, and what would be right. */
export interface QueryProblem {
  readonly key: string;
  readonly value: string;
  readonly mend: string;
}

const importances = "no, nice, important, must or unsure";

/** Shown back to the reader, so cut to a length that cannot hurt a page. */
function clip(text: string): string {
  return shorten(text, 60);
}

/** What stands before the mark and what stands after it, undefined without one. */
function splitOnce(text: string, mark: string): [before: string, after: string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** The rows of a question that are still asked. */
export function rowsAskedBy(question: Question & { kind: "needs" }): string[] {
  return question.rows.map(({ id }) => id).filter((id) => !question.retired?.includes(id));
}

/**
 * Reads answers from query parameters, both the readable form (`clusters=separate`, `routing=canary:must,mirror:nice`,
 * `stack=cilium,aws`) and what a plain form sends (`routing.canary=must`, `routing=none`, `stack=cilium&stack=aws`).
 * A row that is not named stays open; `rest:no` closes the others (`routing=canary:must,rest:no`), `none` all.
 * Keys in `ignore` belong to the page. What cannot be used is reported, never dropped in silence; the rest is kept.
 */
export function readQuery(
  questions: readonly Question[],
  entries: Iterable<readonly [key: string, value: string]>,
  ignore: readonly string[] = [],
): { answers: Answers; problems: readonly QueryProblem[] } {
  const answers: Record<string, Answer> = {};
  const problems: QueryProblem[] = [];
  const known = new Map(questions.map((question) => [question.id, question]));

  function problem(key: string, value: string, mend: string) {
    problems.push({ key: clip(key), value: clip(value), mend });
  }
  function rowsOf(id: string): Record<string, RowAnswer> {
    const answer = answers[id];
    return isRows(answer) ? { ...answer } : {};
  }
  function readRow(
    question: Question & { kind: "needs" },
    key: string,
    row: string,
    value: string,
  ) {
    if (!question.rows.some((each) => each.id === row)) {
      problem(
        key,
        value,
        `“${question.id}” has the rows ${question.rows.map((each) => each.id).join(", ")}`,
      );
    } else if (!isImportance(value) && value !== "unsure") {
      problem(key, value, `for “${row}” write ${importances}`);
    } else {
      answers[question.id] = { ...rowsOf(question.id), [row]: value };
    }
  }
  function closeRest(question: Question & { kind: "needs" }) {
    const rows = rowsAskedBy(question).map((row) => [row, "no"]);
    answers[question.id] = { ...Object.fromEntries(rows), ...rowsOf(question.id) };
  }

  for (const [key, value] of entries) {
    if (ignore.includes(key) || value === "") continue;
    const [id, row] = splitOnce(key, ".");
    const question = known.get(id);
    if (!question) {
      problem(key, value, "no question has this name");
    } else if (row !== undefined) {
      if (question.kind === "needs") readRow(question, key, row, value);
      else problem(key, value, `“${id}” has no rows`);
    } else if (question.kind === "choice" || question.kind === "importance") {
      const before = answers[id];
      const right =
        value === "unsure" ||
        (question.kind === "choice" ? question.values.includes(value) : isImportance(value));
      if (!right) {
        const values =
          question.kind === "choice" ? `one of ${question.values.join(", ")}, unsure` : importances;
        problem(key, value, `use ${values}`);
      } else if (before !== undefined && before !== value) {
        problem(key, value, `give one answer; “${before}” came first and was kept`);
      } else answers[id] = value;
    } else if (value === "unsure") {
      if (answers[id] === undefined) answers[id] = value;
    } else if (question.kind === "flags") {
      const before = answers[id];
      const flags = new Set(Array.isArray(before) ? before : []);
      for (const flag of value.split(",")) {
        if (question.flags.includes(flag)) flags.add(flag);
        else if (flag !== "none")
          problem(key, flag, `use none or any of ${question.flags.join(", ")}`);
      }
      answers[id] = question.flags.filter((flag) => flags.has(flag));
    } else {
      for (const part of value.split(",")) {
        const [name, importance = "important"] = splitOnce(part, ":");
        if (part === "none" || part === "rest:no") closeRest(question);
        else readRow(question, key, name, importance);
      }
    }
  }
  return { answers, problems };
}

function writeRows(
  question: Question & { kind: "needs" },
  answer: Readonly<Record<string, RowAnswer>>,
): string {
  const isClosed = rowsAskedBy(question).every((row) => answer[row] !== undefined);
  const named = Object.entries(answer).filter(([, level]) => !isClosed || level !== "no");
  const rows = named.map(([row, level]) => `${row}:${level}`);
  if (!isClosed || named.length === question.rows.length) return rows.join(",");
  return rows.length === 0 ? "none" : [...rows, "rest:no"].join(",");
}

/** The readable parameters for these answers, in the questions' order. */
export function writeQuery(questions: readonly Question[], answers: Answers): URLSearchParams {
  const query = new URLSearchParams();
  for (const question of questions) {
    const answer = answers[question.id];
    if (typeof answer === "string") query.set(question.id, answer);
    else if (Array.isArray(answer)) query.set(question.id, answer.join(",") || "none");
    else if (isRows(answer) && question.kind === "needs") {
      const rows = writeRows(question, answer);
      if (rows !== "") query.set(question.id, rows);
    }
  }
  return query;
}
