import { z } from "zod";

/** Problem details (RFC 9457): what every error of the API says, and what would fix it. */
export const problemSchema = z
  .object({
    type: z.string().describe("An address that explains this kind of problem"),
    title: z.string().describe("The kind of problem"),
    status: z.int().min(400).max(599),
    detail: z.string().describe("What is wrong with this request, and what would fix it"),
    errors: z
      .array(
        z.object({
          in: z.enum(["query", "path", "body", "header"]),
          name: z.string().describe("The parameter, or a JSON Pointer into the body"),
          detail: z.string(),
        }),
      )
      .optional()
      .describe("Each part of the request that cannot be used"),
  })
  .meta({ id: "Problem" });

export type Problem = z.infer<typeof problemSchema>;
export type ProblemPart = NonNullable<Problem["errors"]>[number];

/** Every kind of problem, as the page /api explains them. */
export const problemKinds = {
  "bad-code": {
    status: 400,
    title: "The code cannot be opened",
    explanation:
      "A permalink code is 5 to 120 letters and digits and ends in a checksum. It was cut, mistyped, or made by a later version of this site.",
  },
  "bad-answers": {
    status: 400,
    title: "An answer cannot be used",
    explanation:
      "A question or a value is not known. Each is listed with what would be right; /api/v1/questions has all of them. Nothing is guessed, so that a typing error cannot silently change a verdict.",
  },
  "bad-request": {
    status: 400,
    title: "The request cannot be read",
    explanation: "A parameter is missing or malformed, or the body is not the JSON it should be.",
  },
  "not-found": {
    status: 404,
    title: "There is nothing here",
    explanation: "The address or the capability in it does not exist.",
  },
  "method-not-allowed": {
    status: 405,
    title: "This method is not allowed here",
    explanation: "The Allow header of the answer lists the methods of this address.",
  },
  "too-large": {
    status: 413,
    title: "The request is too large",
    explanation: "A body may have 16 kB. All answers together need about 2 kB.",
  },
  "unsupported-media-type": {
    status: 415,
    title: "The body has the wrong media type",
    explanation: "Send the answers as application/json.",
  },
  busy: {
    status: 503,
    title: "Too much is asked for at once",
    explanation:
      "More results are being computed than there is room for. The Retry-After header says in how many seconds to ask again.",
  },
  internal: {
    status: 500,
    title: "Something went wrong on our side",
    explanation: "A mistake of ours. The same request may work once it is fixed.",
  },
} as const;

export type ProblemKind = keyof typeof problemKinds;

/** Builds a problem. `detail` names what is wrong here and what would fix it. */
export function describeProblem(
  origin: string,
  kind: ProblemKind,
  detail: string,
  errors: readonly ProblemPart[] = [],
): Problem {
  const { status, title } = problemKinds[kind];
  return {
    type: `${origin}/api#${kind}`,
    title,
    status,
    detail,
    ...(errors.length > 0 ? { errors: [...errors] } : {}),
  };
}
