import { z } from "zod";
import { conditionSchema, confidences, day, factKinds, id, prose, sourceSchema } from "./schema";

const https = z.url({ protocol: /^https$/ });

/** How soon each kind of fact must be looked at again. */
export const factKindsSchema = z.array(
  z.strictObject({
    id: z.enum(factKinds),
    label: z.string().min(3).max(30),
    months: z.int().min(1).max(36),
    because: prose,
  }),
);

/** project: several makers; vendor: one company; standards: a neutral body; adopter: a user; independent: press, research. */
const publisherKinds = ["project", "vendor", "standards", "adopter", "independent"] as const;

/** Whose word an address is. The longest address that a URL starts with decides. */
export const publishersSchema = z.array(
  z.strictObject({
    id,
    label: z.string().min(2).max(60),
    kind: z.enum(publisherKinds),
    addresses: z.array(https).min(1),
  }),
);

/** Who measured, who paid, and which options the payer gains by. */
export const benchmarksSchema = z.array(
  z.strictObject({
    id,
    address: https,
    by: z.string().min(3).max(80),
    paidBy: prose,
    interest: z.array(id),
  }),
);

export const glossarySchema = z.array(
  z.strictObject({
    id,
    term: z.string().min(2).max(40),
    also: z.array(z.string().min(2).max(40)),
    definition: prose,
    capabilities: z.array(id).min(1),
    source: sourceSchema,
  }),
);

const monthOrDay = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/, "write 2027-02 or 2027-02-28");

/** Dates in the matrix that a decision may hang on. A month means: about then. */
export const milestonesSchema = z.array(
  z.strictObject({
    id,
    date: monthOrDay,
    kind: z.enum(["support-end", "end", "deprecation", "licence"]),
    title: z.string().min(5).max(80),
    text: prose,
    variants: z.array(id),
    capabilities: z.array(id).min(1),
    source: sourceSchema,
  }),
);

const line = z.string().min(5).max(320);

/** What a cloud sells as a mesh, or instead of one: not a column, but an answer that a result should name. */
export const cloudOffersSchema = z.array(
  z.strictObject({
    id,
    label: z.string().min(3).max(70),
    vendor: z.string().min(2).max(60),
    role: z.enum(["managed-form-of", "supported-form-of", "use-instead", "adjacent", "ended"]),
    /** The variants it is a form of. */
    formOf: z.array(id).min(1).optional(),
    /** Under which answers a result names it; never named by itself without. */
    when: conditionSchema.optional(),
    /** The one sentence that a result says of it. */
    say: prose,
    does: prose,
    runsOn: line.optional(),
    encryption: line.optional(),
    policy: line.optional(),
    mtls: z.strictObject({
      level: z.enum(["full", "partial", "preview", "none", "unknown"]),
      text: line,
    }),
    limits: z.array(line).min(1),
    price: z.strictObject({ text: line, confidence: z.enum(confidences) }),
    state: z.strictObject({
      status: z.string().min(3).max(80),
      date: day.optional(),
      text: line,
      confidence: z.enum(confidences),
    }),
    sources: z
      .array(sourceSchema.extend({ version: z.string().min(1).max(120), checked: day }))
      .min(1),
  }),
);

/** What changed in each release of the data, newest first. */
export const changesSchema = z
  .array(
    z.strictObject({
      release: z
        .string()
        .regex(/^\d{4}\.\d{2}(\.\d+)?$/, "name a release by year and month: 2026.11"),
      date: day,
      title: z.string().min(5).max(80),
      summary: prose,
      changes: z.array(
        z.strictObject({
          kind: z.enum(["added", "changed", "corrected", "removed"]),
          what: prose,
          why: prose,
          capabilities: z.array(id),
          variants: z.array(id),
          sources: z.array(sourceSchema).min(1),
        }),
      ),
    }),
  )
  .min(1);
