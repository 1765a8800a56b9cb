import { explainIssue } from "@/lib/data/check/shape";
import { readSource } from "@/lib/data/check/syntax";
import { checkAnswers } from "@/lib/data/references";
import { cellSchema } from "@/lib/data/schema";
import type { Matrix, Reference } from "@/lib/data/types";
import type { Answers } from "@/lib/engine/types";
import { type Applied, applyOverlay, findOverlayProblems } from "./apply";
import { describeOverlay, type OverlayNotice } from "./describe";
import { overlaySchema } from "./schema";

/** What is wrong with an organisation's file, a line each, with its place and mend. */
class OverlayError extends Error {
  override name = "OverlayError";
}

export interface WithOverlay extends Applied {
  readonly notice: OverlayNotice;
}

/**
 * Reads an organisation's file (JSON or YAML) and lays it over the published data.
 * @throws {OverlayError} naming file, line, place and mend of everything that is wrong
 */
export function readOverlay(
  file: string,
  text: string,
  matrix: Matrix,
  reference: Reference,
): WithOverlay {
  const source = readSource(text, "core");
  const fail = (lines: readonly string[]): never => {
    throw new OverlayError(`${lines.join("\n")}\nThe file is named by MESH_ADVISOR_OVERLAY.`);
  };
  const at = (path: readonly PropertyKey[], message: string) =>
    `${file}:${source.lineOf(path)}: ${path.map(String).join(".") || "the file"}: ${message}`;

  if (source.errors.length > 0)
    fail(source.errors.map(({ line, message }) => `${file}:${line}: ${message}`));
  const parsed = overlaySchema.safeParse(source.value);
  if (!parsed.success)
    return fail(
      parsed.error.issues.map((issue) => at(issue.path, explainIssue(issue, overlaySchema))),
    );
  const overlay = parsed.data;
  const problems = findOverlayProblems(matrix, overlay);
  if (problems.length > 0) fail(problems.map(({ path, message }) => at(path, message)));

  const applied = applyOverlay(matrix, reference, overlay);
  const badCells = (overlay.cells ?? []).flatMap(({ capability, variant }, index) => {
    const cell = applied.matrix.capabilities.find(({ id }) => id === capability)?.cells[variant];
    const { error } = cellSchema.safeParse(cell);
    return (error?.issues ?? []).map((issue) =>
      at(["cells", index, ...issue.path], explainIssue(issue, cellSchema)),
    );
  });
  if (badCells.length > 0) fail(badCells);

  const answered = [
    { path: ["answers"], answers: applied.fixed },
    ...(overlay.presets ?? []).map(({ answers }, index) => ({
      path: ["presets", index, "answers"],
      answers,
    })),
  ];
  const broken = answered.flatMap(({ path, answers }) =>
    checkAnswers(applied.matrix, file, path, answers as Answers),
  );
  if (broken.length > 0) fail(broken.map(({ path, message }) => at(path, message)));

  return {
    ...applied,
    notice: describeOverlay(
      overlay,
      (id) => matrix.variants.find((variant) => variant.id === id)?.label ?? id,
      (id) => matrix.questions.find((question) => question.id === id)?.short ?? id,
    ),
  };
}
