import { z } from "zod";
import { fewestResults, mostResults } from "@/lib/compare/read-codes";
import type { Matrix } from "@/lib/data/types";
import type { Question } from "@/lib/engine/types";
import { resultSchema } from "@/lib/export/result-schema";
import { inWords } from "@/lib/text/words";
import { comparisonSchema } from "./compare";
import { matrixRowSchema, matrixSchema } from "./matrix-schema";
import type { ProblemKind } from "./problem";
import { questionListSchema } from "./questions-schema";
import { recommendBodySchema } from "./read-answers";

export interface Parameter {
  readonly name: string;
  readonly in: "query" | "path";
  readonly description: string;
  readonly schema: z.ZodType;
  readonly required?: true;
  /** Lists are written with commas: stack=cilium,aws */
  readonly style?: { readonly style: "form"; readonly explode: false };
  readonly example?: unknown;
}

export interface Operation {
  readonly id: string;
  readonly method: "get" | "post";
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly body?: z.ZodType;
  readonly bodyExample?: unknown;
  readonly response: z.ZodType;
  readonly problems: readonly ProblemKind[];
  /** To try it, relative to the site. */
  readonly example: string;
}

const codeSchema = z.string().regex(/^[0-9A-Za-z]{5,120}$/);
const code: Parameter = {
  name: "code",
  in: "query",
  description:
    "A permalink code, as in /r/<code>. With it, no other parameter but title and note is looked at.",
  schema: codeSchema,
};
const title: Parameter = {
  name: "title",
  in: "query",
  description: "Shown on the result and carried in its links; cut to 80 characters.",
  schema: z.string(),
};

const note: Parameter = {
  name: "note",
  in: "query",
  description: "The same; cut to 280 characters.",
  schema: z.string(),
};

/** What a readable parameter takes, as lib/answers/query.ts reads it. */
function parameterOf(question: Question, label: string): Parameter {
  const { id } = question;
  const common = { name: id, in: "query" as const };
  switch (question.kind) {
    case "choice":
      return {
        ...common,
        description: label,
        schema: z.enum([...question.values, "unsure"]),
      };
    case "importance":
      return {
        ...common,
        description: label,
        schema: z.enum(["no", "nice", "important", "must", "unsure"]),
      };
    case "flags":
      return {
        ...common,
        description: `${label} Those that apply, joined by commas; none if none does.`,
        schema: z.array(z.enum([...question.flags, "none", "unsure"])),
        style: { style: "form", explode: false },
      };
    case "needs": {
      const rows = question.rows.map((row) => row.id).join("|");
      const item = `(?:${rows})(?::(?:no|nice|important|must))?`;
      return {
        ...common,
        description: `${label} Rows with their importance, joined by commas: ${question.rows[0]?.id}:must. A row alone is important; none if none is needed.`,
        schema: z.string().regex(new RegExp(`^(?:none|unsure|${item}(?:,${item})*)$`)),
      };
    }
  }
}

/** Everything the API can be asked. The OpenAPI document, the page that explains it and the tests are made from this. */
export function listOperations(
  matrix: Matrix,
  questions: readonly Question[],
  exampleCodes: readonly [string, string],
): readonly Operation[] {
  const asked = matrix.questions.flatMap(({ id, label }) => {
    const question = questions.find((each) => each.id === id);
    return question ? [parameterOf(question, label)] : [];
  });
  const [one, two] = exampleCodes;
  return [
    {
      id: "recommend",
      method: "get",
      path: "/api/v1/recommend",
      summary: "Recommend, from a code or readable parameters",
      description:
        "What the result page says, as data: verdict, ranking, needs, costs, what would change it, and links. Give a code, or answers as parameters. An answer that cannot be used is an error, never a guess.",
      parameters: [code, title, note, ...asked],
      response: resultSchema,
      problems: ["bad-code", "bad-answers"],
      example:
        "/api/v1/recommend?platform=kubernetes&clusters=separate&mtls=must&routing=canary:must",
    },
    {
      id: "recommendFor",
      method: "post",
      path: "/api/v1/recommend",
      summary: "Recommend, from answers as JSON",
      description:
        "The same from a JSON body of at most 16 kB. Nothing is stored: the code in the answer holds the answers.",
      parameters: [],
      body: recommendBodySchema,
      bodyExample: {
        title: "Payments",
        answers: { platform: "kubernetes", mtls: "must", routing: { canary: "must" } },
      },
      response: resultSchema,
      problems: ["bad-request", "bad-answers", "too-large", "unsupported-media-type"],
      example: "/api/v1/recommend",
    },
    {
      id: "listQuestions",
      method: "get",
      path: "/api/v1/questions",
      summary: "List the questions and the worked examples",
      description: "What each question asks, why, and what it takes for an answer.",
      parameters: [],
      response: questionListSchema,
      problems: [],
      example: "/api/v1/questions",
    },
    {
      id: "getMatrix",
      method: "get",
      path: "/api/v1/matrix",
      summary: "Get the whole matrix",
      description:
        "Every capability with its definition and a cell for each variant: support, maturity, confidence, limits and evidence. Under 1 MB.",
      parameters: [],
      response: matrixSchema,
      problems: [],
      example: "/api/v1/matrix",
    },
    {
      id: "getMatrixRow",
      method: "get",
      path: "/api/v1/matrix/{capability}",
      summary: "Get one capability",
      description: "One row of the matrix, with all its cells and their evidence.",
      parameters: [
        {
          name: "capability",
          in: "path",
          description: "The id of a capability",
          schema: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
          required: true,
          example: "retries",
        },
      ],
      response: matrixRowSchema,
      problems: ["not-found"],
      example: "/api/v1/matrix/retries",
    },
    {
      id: "compare",
      method: "get",
      path: "/api/v1/compare",
      summary: "Compare results",
      description: `The verdicts of two to ${inWords(mostResults)} codes side by side with today’s data, the questions on which they differ, which of these differences matter to the first, and what all want together.`,
      parameters: [
        {
          name: "codes",
          in: "query",
          description: `Two to ${inWords(mostResults)} permalink codes, joined by commas`,
          schema: z.array(codeSchema).min(fewestResults).max(mostResults),
          required: true,
          style: { style: "form", explode: false },
        },
      ],
      response: comparisonSchema,
      problems: ["bad-request", "bad-code"],
      example: `/api/v1/compare?codes=${one},${two}`,
    },
  ];
}
