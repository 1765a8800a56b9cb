import { z } from "zod";
import { comparisonSchema } from "@/lib/api/compare";
import { fewestResults, mostResults } from "@/lib/compare/read-codes";
import { capabilitySchema } from "@/lib/data/schema";
import { answersSchema, overlayStatementSchema, resultSchema } from "@/lib/export/result-schema";

/**
 * What the tools take and give. They give less than the API: an assistant pays for every word it reads, and the links
 * lead to the rest.
 */

const id = z.string();

export const listQuestionsOutput = z.object({
  release: z.string(),
  overlay: overlayStatementSchema.optional(),
  questions: z.array(
    z.object({
      id,
      section: id,
      question: z.string(),
      help: z.string(),
      answer: z
        .enum(["choice", "importance", "flags", "needs"])
        .describe(
          "choice: one of the values; importance: no, nice, important or must; flags: a list of those that apply; needs: an importance for each row that is needed. “unsure” answers any.",
        ),
      values: z
        .record(z.string(), z.string())
        .optional()
        .describe("Values, flags or rows by id, with what they mean"),
      quick: z.boolean().describe("One of the few that decide most verdicts"),
    }),
  ),
});

export const recommendInput = z.object({
  answers: answersSchema
    .optional()
    .describe("By question, as list_questions names them. Leave out what is not known."),
  code: z.string().max(200).optional().describe("Instead: the code of an existing result"),
  title: z.string().max(400).optional().describe("A name for the decision, kept in the links"),
});

const { code, release, overlay, verdict, options, next, changes, stillOpen, links } =
  resultSchema.shape;

export const recommendOutput = z.object({
  code,
  release,
  overlay,
  verdict,
  options,
  next,
  ruledOut: z.array(z.object({ variant: id, on: z.string(), because: z.string() })),
  changes,
  stillOpen,
  links,
});

export const explainCellInput = z.object({
  capability: z.string().max(80).describe("A capability’s id, as in retries"),
  variant: z.string().max(80).describe("A variant’s id, as in istio-ambient"),
});

const { id: capability, label, definition, why, yardstick, cells } = capabilitySchema.shape;

export const explainCellOutput = z.object({
  release: z.string(),
  overlay: overlayStatementSchema.optional(),
  capability: z.object({ id: capability, label, definition, why, yardstick }),
  variant: z.object({ id, label: z.string(), what: z.string(), version: z.string() }),
  level: z.string().describe("What the level of support means"),
  cell: cells.valueType,
  page: z.string(),
});

export const compareInput = z.object({
  codes: z
    .array(z.string().max(200))
    .min(fewestResults)
    .max(mostResults)
    .describe("Codes of the results to compare"),
});

export const compareOutput = comparisonSchema;
