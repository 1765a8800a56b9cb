import { expect, test } from "vitest";
import { encodeAnswers } from "@/lib/answers/code";
import { mergeForm } from "@/lib/questionnaire/merge-form";
import { matrix, table } from "@/lib/site/data";
import { currentRelease } from "@/lib/site/releases";
import { assess } from "./result";
import { viewWhatIf } from "./what-if";

test("a form of what was asked for, sent with one importance moved, moves that alone", () => {
  for (const { answers } of matrix.presets) {
    const code = encodeAnswers(matrix.slots, answers, currentRelease);
    const assessment = assess(matrix, table, code, answers);
    for (const { question, fields, fixed } of viewWhatIf(assessment)) {
      const [moved, ...others] = fields;
      if (!moved) throw new Error(`${question} has no field`);
      const sent = [...others, ...fixed].map(({ name, value }) => [name, value] as const);
      const to = moved.value === "nice" ? "must" : "nice";
      const form = { on: [question], entries: [...sent, [moved.name, to] as const] };
      const { answers: then, leftAside } = mergeForm(table.questions, [], assessment.answers, form);
      expect(leftAside).toEqual([]);
      const [, row] = moved.name.split(".");
      const before = assessment.answers[question];
      const expected = row === undefined ? to : { ...(before as object), [row]: to };
      expect(then).toEqual({ ...assessment.answers, [question]: expected });
    }
  }
});
