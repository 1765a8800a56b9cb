import { z } from "zod";
import { shorten } from "@/lib/answers/cut-text";
import { readQuery, rowsAskedBy } from "@/lib/answers/query";
import { isImportance } from "@/lib/engine/condition";
import type { Answer, Answers, Question, RowAnswer } from "@/lib/engine/types";
import { answersSchema } from "@/lib/export/result-schema";
import type { ProblemPart } from "./problem";

/** The body of POST /api/v1/recommend. */
export const recommendBodySchema = z
  .strictObject({
    answers: answersSchema,
    title: z.string().max(400).optional().describe("Shown on the result; cut to 80 characters"),
    note: z.string().max(2000).optional().describe("The same; cut to 280 characters"),
  })
  .meta({ id: "RecommendBody" });

export type RecommendBody = z.infer<typeof recommendBodySchema>;

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly ProblemPart[] };

function clip(text: string): string {
  return shorten(text, 60);
}

function pointer(path: readonly PropertyKey[]): string {
  return path
    .map((part) => `/${clip(String(part)).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}

/** Checks the shape of a body. Which questions and values there are is checked by readAnswers. */
export function readBody(body: unknown): Read<RecommendBody> {
  const result = recommendBodySchema.safeParse(body);
  if (result.success) return { ok: true, value: result.data };
  const errors = result.error.issues.slice(0, 20).map(
    (issue): ProblemPart => ({
      in: "body",
      name: pointer(issue.path) || "/",
      detail: issue.message,
    }),
  );
  return { ok: false, errors };
}

const levels = "no, nice, important or must";

/** Holds answers against the questions. Unlike a link in the browser, nothing that cannot be used is left out. */
export function readAnswers(
  questions: readonly Question[],
  answers: RecommendBody["answers"],
): Read<Answers> {
  const errors: ProblemPart[] = [];
  const read: Record<string, Answer> = {};
  const fail = (path: readonly string[], detail: string) =>
    errors.push({ in: "body", name: pointer(["answers", ...path]), detail });

  for (const [id, answer] of Object.entries(answers)) {
    const question = questions.find((each) => each.id === id);
    if (!question) fail([id], "no question has this id; /api/v1/questions lists them");
    else if (answer === "unsure") read[id] = answer;
    else if (question.kind === "choice") {
      if (typeof answer === "string" && question.values.includes(answer)) read[id] = answer;
      else fail([id], `use one of ${question.values.join(", ")}, unsure`);
    } else if (question.kind === "importance") {
      if (isImportance(answer)) read[id] = answer;
      else fail([id], `use ${levels}, or unsure`);
    } else if (question.kind === "flags") {
      if (answer === "none") read[id] = [];
      else if (Array.isArray(answer) && answer.every((flag) => question.flags.includes(flag)))
        read[id] = question.flags.filter((flag) => answer.includes(flag));
      else fail([id], `use a list of any of ${question.flags.join(", ")}, none, or unsure`);
    } else if (answer === "none") {
      read[id] = Object.fromEntries(rowsAskedBy(question).map((row) => [row, "no"]));
    } else if (typeof answer !== "object" || Array.isArray(answer)) {
      fail([id], `use an object with ${levels} for each row, none, or unsure`);
    } else {
      const rows = readRows(question, answer, (row, detail) => fail([id, row], detail));
      // Without a row all of them are open, as if the question were not there.
      if (Object.keys(rows).length > 0) read[id] = rows;
    }
  }
  return errors.length > 0 ? { ok: false, errors: errors.slice(0, 20) } : { ok: true, value: read };
}

function readRows(
  question: Question & { kind: "needs" },
  answer: Readonly<Record<string, RowAnswer>>,
  fail: (row: string, detail: string) => void,
): Record<string, RowAnswer> {
  const rows: Record<string, RowAnswer> = {};
  for (const [row, importance] of Object.entries(answer)) {
    if (!question.rows.some(({ id }) => id === row))
      fail(row, `use the rows ${question.rows.map(({ id }) => id).join(", ")}`);
    else rows[row] = importance;
  }
  return rows;
}

/** Reads answers from query parameters, as readable links write them; what cannot be used is an error. */
export function readAnswersFromQuery(
  questions: readonly Question[],
  entries: Iterable<readonly [key: string, value: string]>,
): Read<Answers> {
  const { answers, problems } = readQuery(questions, entries);
  if (problems.length === 0) return { ok: true, value: answers };
  const errors = problems.slice(0, 20).map(
    ({ key, value, mend }): ProblemPart => ({
      in: "query",
      name: key,
      detail: `${value}: ${mend}`,
    }),
  );
  return { ok: false, errors };
}
