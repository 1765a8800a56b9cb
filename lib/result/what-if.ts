import { isImportance, isRows } from "@/lib/engine/condition";
import type { Importance } from "@/lib/engine/types";
import type { Assessment } from "./assessment";

/** What is read of an assessment here. */
type Input = Pick<Assessment, "matrix" | "answers">;

/** Something that was asked for, as a field of a form. */
export interface WhatIfField {
  /** “mtls”, or “routing.canary” for a row. */
  readonly name: string;
  readonly label: string;
  readonly value: Importance;
}

/** What was asked for in one question: its importances can be moved and the result read again. */
export interface WhatIfQuestion {
  readonly question: string;
  readonly short: string;
  /** What was asked for. */
  readonly fields: readonly WhatIfField[];
  /** What was said not to be needed; it stays so. */
  readonly fixed: readonly WhatIfField[];
}

/** Everything that was asked for, question by question. */
export function viewWhatIf({ matrix, answers }: Input): WhatIfQuestion[] {
  return matrix.questions.flatMap((question): WhatIfQuestion[] => {
    const { id, short, label, kind } = question;
    const answer = answers[id];
    const said: WhatIfField[] = [];
    if (kind === "importance" && isImportance(answer))
      said.push({ name: id, label, value: answer });
    if (kind === "needs" && isRows(answer)) {
      for (const row of question.rows) {
        const value = answer[row.id];
        if (isImportance(value)) said.push({ name: `${id}.${row.id}`, label: row.label, value });
      }
    }
    const fields = said.filter(({ value }) => value !== "no");
    const fixed = said.filter(({ value }) => value === "no");
    return fields.length > 0 ? [{ question: id, short, fields, fixed }] : [];
  });
}
