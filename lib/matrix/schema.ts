import { z } from "zod";

/** Identifiers are lower-case words joined by hyphens: they appear in file names and in links. */
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lower-case words joined by hyphens");
const day = z.iso.date();
/** Prose a reader sees: whole sentences, short enough to be read in a table. */
const prose = z
  .string()
  .min(10)
  .max(320)
  .refine((text) => text.trim() === text, "remove the space at the start or end");

export const supportLevels = ["full", "partial", "addon", "diy", "none", "unknown"] as const;
export const maturities = ["stable", "beta", "alpha"] as const;
export const confidences = ["high", "medium", "low"] as const;
export const factKinds = ["licence", "support-dates", "offering", "feature", "measurement", "protocol"] as const;

export const evidenceSchema = z.strictObject({
  url: z.url({ protocol: /^https$/ }),
  title: z.string().min(3).max(160),
  version: z.string().min(1).max(120),
  checked: day,
  claim: z.string().min(5).max(320),
});

export const cellSchema = z
  .strictObject({
    support: z.enum(supportLevels),
    maturity: z.enum(maturities).optional(),
    confidence: z.enum(confidences),
    /** First stable version that does what the note says, where known. */
    since: z.string().min(1).max(60).optional(),
    needsWaypoint: z.literal(true).optional(),
    note: prose,
    limits: prose.optional(),
    evidence: z.array(evidenceSchema).min(1),
  })
  .superRefine((cell, ctx) => {
    const graded = cell.support === "full" || cell.support === "partial" || cell.support === "addon";
    if (graded && !cell.maturity) {
      ctx.addIssue({ code: "custom", path: ["maturity"], message: `a cell that is ${cell.support} needs a maturity` });
    }
    if (!graded && cell.maturity) {
      ctx.addIssue({ code: "custom", path: ["maturity"], message: `remove maturity: a cell that is ${cell.support} has none` });
    }
    const needsLimits = cell.support === "partial" || cell.support === "addon" || cell.support === "diy";
    if (needsLimits && !cell.limits) {
      ctx.addIssue({ code: "custom", path: ["limits"], message: `a cell that is ${cell.support} needs limits: what is missing?` });
    }
  });

export const capabilitySchema = z.strictObject({
  id,
  label: z.string().min(3).max(60),
  /** The row's name where room is short: at most 28 characters. */
  short: z.string().min(3).max(28),
  group: id,
  factKind: z.enum(factKinds),
  definition: prose,
  why: prose,
  yardstick: z.string().min(10).max(500),
  cells: z.record(id, cellSchema),
});
