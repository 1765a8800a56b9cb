import { z } from "zod";
import { confidences, day, id, maturities, prose, sourceSchema } from "@/lib/data/schema";
import { supports } from "@/lib/engine/fields";

const answer = z.union([z.string(), z.array(z.string()), z.record(id, z.string())]);

/** A private file by which an organisation that hosts the site itself adds its own findings and rules. */
export const overlaySchema = z.strictObject({
  /** Whose edition this is; shown on every page. */
  name: z.string().min(2).max(60),
  /** A small picture as a data: address (SVG or PNG), so that no other server is asked. */
  logo: z
    .string()
    .max(40_000)
    .regex(
      /^data:image\/(svg\+xml|png);base64,[A-Za-z0-9+/=]+$/,
      "must be data:image/svg+xml;base64,… or data:image/png;base64,…",
    )
    .optional(),
  /** Where the organisation's own decisions are written. */
  policy: sourceSchema,
  /** The day the file was last gone through. */
  asOf: day,
  cells: z
    .array(
      z
        .strictObject({
          capability: id,
          variant: id,
          support: z.enum(supports).optional(),
          maturity: z.enum(maturities).optional(),
          confidence: z.enum(confidences).optional(),
          since: z.string().min(1).max(60).optional(),
          note: prose.optional(),
          limits: prose.optional(),
          because: prose,
          source: sourceSchema.optional(),
        })
        .refine(
          ({ support, maturity, confidence, since, note, limits }) =>
            [support, maturity, confidence, since, note, limits].some(
              (field) => field !== undefined,
            ),
          "corrects nothing: add support, maturity, confidence, since, note or limits",
        ),
    )
    .optional(),
  /** Variants that may not be chosen, whatever the answers. */
  banned: z.array(z.strictObject({ variant: id, because: prose })).optional(),
  /** Variants that count as an advantage, as strongly as `importance` says. */
  preferred: z
    .strictObject({
      importance: z.enum(["nice", "important"]),
      variants: z.array(z.strictObject({ variant: id, because: prose })).min(1),
    })
    .optional(),
  /** Answers that are the same for everybody here. */
  answers: z.record(id, answer).optional(),
  presets: z
    .array(
      z.strictObject({
        id,
        label: z.string().min(3).max(40),
        summary: z.string().min(5).max(80),
        story: prose,
        answers: z.record(id, answer),
      }),
    )
    .optional(),
});

export type Overlay = z.infer<typeof overlaySchema>;
