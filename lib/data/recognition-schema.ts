import { z } from "zod";
import { day, id, prose, sourceSchema } from "./schema";

/** Where a sign is looked for in what was pasted. */
const places = [
  "node-name",
  "node-role",
  "node-label",
  "node-version",
  "node-os",
  "node-runtime",
  "node-provider",
  "namespace",
  "namespace-label",
  "workload",
  "image",
  "crd",
  "class",
  "chart",
  "object",
  "tool",
] as const;

/** sure: cannot mean anything else. likely: usually means it. hint: worth a look. */
const certainties = ["sure", "likely", "hint"] as const;

const signSchema = z.strictObject({
  at: z.enum(places),
  /** The text to find, “*” for any run of characters. Images are compared by the end of their path, labels as key or key=value. */
  is: z.string().min(2).max(120),
  certainty: z.enum(certainties),
});

/** What can be recognised in a cluster: what to look for, and where it is written that this means it. */
export const thingsSchema = z.array(
  z.strictObject({
    id,
    label: z.string().min(2).max(60),
    kind: id,
    /** For what routes packets: whether it enforces network policies. */
    enforcesPolicies: z.enum(["yes", "no", "unknown"]).optional(),
    signs: z.array(signSchema).min(1),
    source: sourceSchema,
  }),
);

/** A thing's id, or “kind:” and a kind for any of it. */
const reference = z.string().regex(/^(kind:)?[a-z0-9]+(-[a-z0-9]+)*$/);

/** What recognised things say about an answer. Later entries yield to earlier ones that are as sure. */
export const proposalRulesSchema = z.array(
  z.strictObject({
    id,
    question: id,
    value: id.optional(),
    row: id.optional(),
    flag: id.optional(),
    certainty: z.enum(certainties),
    when: z.strictObject({
      all: z.array(reference).min(1).optional(),
      any: z.array(reference).min(1).optional(),
      none: z.array(reference).min(1).optional(),
      /** On every node that was read, and on more than half of them. */
      every: z.array(reference).min(1).optional(),
      most: z.array(reference).min(1).optional(),
      count: z
        .strictObject({
          of: z.enum(["services", "clusters"]),
          from: z.int().min(0).optional(),
          below: z.int().min(1).optional(),
        })
        .optional(),
    }),
    because: prose,
  }),
);

const version = z.string().regex(/^\d+\.\d+$/, "write the minor version: 1.31");

/** Which versions of a mesh get fixes, and what they were tested with. */
export const meshVersionsSchema = z.array(
  z.strictObject({
    thing: id,
    checked: day,
    /** Newest first. A version older than the last line gets no fixes if `older` says so; a newer one is not judged. */
    lines: z
      .array(
        z.strictObject({
          line: version,
          milestone: id.optional(),
          kubernetes: z
            .strictObject({ from: version, to: version, source: sourceSchema })
            .optional(),
          gatewayApi: z.strictObject({ to: version, source: sourceSchema }).optional(),
        }),
      )
      .min(1),
    older: z.strictObject({ text: prose, source: sourceSchema }).optional(),
    /** Releases called “stable-…”, where the project has stopped making them. */
    stable: z.strictObject({ ended: day, text: prose, source: sourceSchema }).optional(),
    /** A community edition of which only the newest line gets fixes. */
    community: z.strictObject({ newest: version, text: prose, source: sourceSchema }).optional(),
  }),
);
