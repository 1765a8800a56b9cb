import { z } from "zod";
import { conditionSchema, questionsSchema as dataSchema } from "@/lib/data/schema";
import type { Matrix } from "@/lib/data/types";
import { answersSchema, overlayStatementSchema, releaseSchema } from "@/lib/export/result-schema";
import type { OverlayStatement } from "@/lib/overlay/statement";

const { sections, questions } = dataSchema.shape;

// Named here, where it is used: zod's registry is shared by all bundles of a server, and a bundle that holds lib/data alone
// would put its own copy under the same name.
conditionSchema.register(z.globalRegistry, { id: "Condition" });

/** What there is to ask, and what each question takes for an answer. */
export const questionListSchema = z
  .object({
    release: releaseSchema,
    overlay: overlayStatementSchema.optional(),
    sections: sections.describe("In the order of the questionnaire"),
    questions: questions.describe(
      "In the order of the questionnaire. `kind` says what an answer is: a value (choice), an importance (importance), the flags that apply (flags) or an importance for each row (needs). “unsure” answers any of them.",
    ),
    presets: z
      .array(
        z.object({
          id: z.string(),
          label: z.string(),
          summary: z.string(),
          story: z.string(),
          answers: answersSchema,
          code: z.string(),
        }),
      )
      .describe("Worked examples: whole sets of answers"),
  })
  .meta({ id: "QuestionList" });

export type QuestionList = z.infer<typeof questionListSchema>;

/** The questions as the API gives them. `codeOf` makes the permalink code of a set of answers. */
export function listQuestions(
  { release, sections, questions, presets }: Matrix,
  codeOf: (answers: Matrix["presets"][number]["answers"]) => string,
  overlay?: OverlayStatement,
): QuestionList {
  return {
    release,
    ...(overlay ? { overlay } : {}),
    sections: [...sections],
    questions: [...questions],
    presets: presets.map(({ id, label, summary, story, answers }) => ({
      id,
      label,
      summary,
      story,
      answers,
      code: codeOf(answers),
    })),
  };
}
