import { z } from "zod";
import { supports } from "@/lib/engine/fields";
import { conditionSchema } from "./schema";

/**
 * The shape of the plan's data: what to do around a choice. It is written as rules over answers, variants and cells,
 * and each claim names a source, a cell of the matrix, or both.
 */

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lower-case words joined by hyphens");
/** Prose a reader sees: whole sentences, short enough for a list. */
const prose = z
  .string()
  .min(10)
  .max(320)
  .refine((text) => text.trim() === text, "remove the space at the start or end");
const label = z.string().min(3).max(80);

/** A page that claims rest on, once for all of them. */
export const sourcesSchema = z.array(
  z.strictObject({
    id,
    url: z.url({ protocol: /^https$/ }),
    title: z.string().min(3).max(160),
    version: z.string().min(1).max(120),
    checked: z.iso.date(),
    claim: z.string().min(5).max(320),
  }),
);

/** When something applies: all that is given must hold; nothing given is always. */
const whenSchema = z
  .strictObject({
    answers: conditionSchema.optional(),
    variants: z.array(id).min(1).optional(),
    /** The variant's cells of these capabilities have one of these levels. */
    cells: z
      .array(z.strictObject({ capability: id, levels: z.array(z.enum(supports)).min(1) }))
      .min(1)
      .optional(),
  })
  .refine((when) => Object.keys(when).length > 0, "leave `when` out if it always applies");

/** What a claim rests on: pages, cells of the matrix. */
const grounds = { sources: z.array(id), cells: z.array(id).min(1).optional() };
const ruled = { when: whenSchema.optional(), ...grounds };

const itemSchema = z.strictObject({ id, text: prose, ...ruled });
const caseSchema = z.strictObject({ text: prose, ...ruled });

const walls = z.enum(["full", "partial", "none"]);
const partSchema = z.union([
  z.strictObject({ capability: id }),
  /** Something the matrix has no row for, stated here for every variant. */
  z.strictObject({
    id,
    label,
    stated: z
      .array(
        z.strictObject({
          variants: z.array(id).min(1),
          level: walls,
          note: prose,
          sources: z.array(id).min(1),
        }),
      )
      .min(1),
  }),
]);

export const layersSchema = z.strictObject({
  /** In the order in which one request meets them. */
  layers: z
    .array(
      z.strictObject({
        id,
        label,
        short: z.string().min(2).max(20),
        asks: label,
        /** What it stops, in two words for the picture. */
        attack: z.string().min(3).max(24),
        stops: z.array(prose).min(1),
        doesNotStop: z.array(prose).min(1),
        parts: z.array(partSchema).min(1),
        duties: z.array(itemSchema).min(1),
        /** The gravest comes first. */
        pitfalls: z.array(itemSchema).min(1),
      }),
    )
    .min(1),
  /** How one call travels from workload to workload. */
  paths: z.array(
    z.strictObject({
      variants: z.array(id).min(1),
      hops: z.array(z.strictObject({ label, note: z.string().min(3).max(40) })).min(2),
      /** The hops between which the traffic is encrypted, by their place. */
      secured: z.tuple([z.int().min(0), z.int().min(1)]),
      how: z.string().min(3).max(40),
      checks: z.string().min(3).max(60),
      /** A further proxy on the way, where it is needed. */
      through: z
        .strictObject({ label, note: z.string().min(3).max(40), when: whenSchema })
        .optional(),
      sources: z.array(id).min(1),
    }),
  ),
});

/** Duties of all layers in the order in which to do them, each in one group. */
export const firstDutiesSchema = z
  .array(z.strictObject({ id, title: label, why: prose, duties: z.array(id).min(1) }))
  .min(1);

export const fits = ["base", "add", "limited", "skip"] as const;

export const serviceAuthSchema = z.strictObject({
  methods: z.array(
    z.strictObject({
      id,
      label,
      /** As it stands in a sentence. */
      name: z.string().min(3).max(40),
      proves: prose,
      lifetime: prose,
      /** The first that applies holds; the last applies always. */
      fits: z.array(z.strictObject({ fit: z.enum(fits), text: prose, ...ruled })).min(1),
      withChoice: z.array(caseSchema).min(1),
      cautions: z.array(itemSchema),
    }),
  ),
  /** The authorization model, step by step: of each the first case that applies. */
  authorization: z.array(z.strictObject({ id, label, cases: z.array(caseSchema).min(1) })).min(1),
});

export const zeroTrustSchema = z.strictObject({
  scope: prose,
  frameworks: z.array(
    z.strictObject({
      id,
      label,
      unit: z.string(),
      plural: z.string(),
      source: id,
      items: z
        .array(
          z.strictObject({
            id,
            number: z.string().max(3),
            label,
            asks: prose,
            /** The capabilities it takes. None: nothing in the matrix gives it. */
            cells: z.array(id),
            /** What it takes besides, which no variant gives: then it is met in part at best. */
            beyond: prose.optional(),
            /** Duties that make it true. */
            steps: z.array(id),
          }),
        )
        .min(1),
    }),
  ),
});

export const adoptionPathsSchema = z.strictObject({
  phases: z
    .array(
      z.strictObject({
        id,
        label,
        goal: prose,
        applies: whenSchema.optional(),
        /** Said in its place where it does not apply. */
        otherwise: prose.optional(),
        /** The first case that applies is the work. */
        work: z.array(caseSchema).min(1),
        exit: z.array(itemSchema).min(1),
      }),
    )
    .min(1),
  /** The variants that are no mesh: for them it is said what takes a mesh’s place, and when to ask again. */
  withoutMesh: z.array(id).min(1),
  /** What should reopen the question for them. */
  triggers: z.array(itemSchema).min(1),
});

export const migrationsSchema = z.array(
  z.strictObject({
    id,
    title: label,
    text: prose,
    tone: z.enum(["note", "warning"]),
    steps: z.array(prose),
    ...ruled,
  }),
);
