import { z } from "zod";
import type { CompareView } from "@/lib/compare/compare";
import { overlayStatementSchema, releaseSchema, resultSchema } from "@/lib/export/result-schema";
import { writeVerdict } from "@/lib/export/verdict-json";
import type { OverlayStatement } from "@/lib/overlay/statement";

const { code, verdict } = resultSchema.shape;
const id = z.string();
const letter = z.string().describe("By which the sentences speak of a result: A is the first code");

const comparedSchema = z
  .object({
    letter,
    code,
    verdict,
    score: z.number().min(0).max(100).nullable(),
    html: z.string(),
  })
  .meta({ id: "ComparedResult" });

/** Several results side by side: where their answers differ, and which difference matters to the first. */
export const comparisonSchema = z
  .object({
    release: releaseSchema,
    overlay: overlayStatementSchema.optional(),
    finding: z.string(),
    results: z.array(comparedSchema).describe("With today’s data, so that only answers differ"),
    differences: z
      .array(
        z.object({
          question: id,
          label: z.string(),
          answers: z.array(z.object({ letter, answer: z.string() })),
          effects: z
            .array(
              z.object({
                letter,
                sentence: z.string(),
                decisive: z.boolean(),
                first: id.nullable().describe("The option that would be first, if another"),
              }),
            )
            .describe("What happens to A when it takes the answer of that result"),
          decisive: z.boolean(),
        }),
      )
      .describe("Questions on which they differ, those that change first place first"),
    merged: comparedSchema.describe("What all of them want together"),
    mergedFinding: z.string(),
  })
  .meta({ id: "Comparison" });

export type Comparison = z.infer<typeof comparisonSchema>;

/** A comparison as data. `origin` makes its links absolute. */
export function writeComparison(
  view: CompareView,
  release: { readonly id: string; readonly asOf: string },
  origin: string,
  overlay?: OverlayStatement,
): Comparison {
  const compared = (each: CompareView["merged"]) => ({
    letter: each.letter,
    code: each.code,
    verdict: writeVerdict(each.verdict),
    score: each.score ?? null,
    html: origin + each.href,
  });
  return {
    release,
    ...(overlay ? { overlay } : {}),
    finding: view.finding,
    results: view.results.map(compared),
    differences: view.differences.map(({ question, label, answers, effects, decisive }) => ({
      question,
      label,
      answers: answers.map((each) => ({ letter: each.letter, answer: each.text })),
      effects: effects.map((each) => ({
        letter: each.letter,
        sentence: each.text,
        decisive: each.decisive,
        first: each.first?.id ?? null,
      })),
      decisive,
    })),
    merged: compared(view.merged),
    mergedFinding: view.mergedFinding,
  };
}
