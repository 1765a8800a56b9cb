import { z } from "zod";
import { supports } from "@/lib/engine/fields";
import type { Condition, Support } from "@/lib/engine/types";

/** Identifiers are lower-case words joined by hyphens: they appear in file names and in links. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lower-case words joined by hyphens");
export const day = z.iso.date();
/** Prose a reader sees: whole sentences, short enough to be read in a table. */
export const prose = z
  .string()
  .min(10)
  .max(320)
  .refine((text) => text.trim() === text, "remove the space at the start or end");

export const maturities = ["stable", "beta", "alpha"] as const;
export const confidences = ["high", "medium", "low"] as const;
export const factKinds = [
  "licence",
  "support-dates",
  "offering",
  "feature",
  "measurement",
  "protocol",
] as const;

export const evidenceSchema = z.strictObject({
  url: z.url({ protocol: /^https$/ }),
  title: z.string().min(3).max(160),
  version: z.string().min(1).max(120),
  checked: day,
  claim: z.string().min(5).max(320),
});

const replySchema = z.strictObject({
  by: z.string().min(2).max(80),
  date: day,
  text: z.string().min(10).max(600),
  url: z.url({ protocol: /^https$/ }),
});

const importance = z.enum(["no", "nice", "important", "must"]);

/** What one finds for a variant: in general, or under a scope. */
const findingFields = {
  /** “moot”: a wish about running a thing, for a variant that has no such thing. */
  support: z.enum(supports),
  maturity: z.enum(maturities).optional(),
  confidence: z.enum(confidences),
  /** First stable version that does what the note says, where known. */
  since: z.string().min(1).max(60).optional(),
  /** Using it makes the variant deploy its extra component, which options.json names (`extra`). */
  needsExtra: z.literal(true).optional(),
  note: prose,
  limits: prose.optional(),
  evidence: z.array(evidenceSchema).min(1),
};

interface Finding {
  readonly support: Support;
  readonly maturity?: string | undefined;
  readonly limits?: string | undefined;
}

/** Maturity belongs to what one gets from somebody; limits to what is not the whole of it. */
function checkFinding(cell: Finding, ctx: z.core.$RefinementCtx): void {
  const graded = cell.support === "full" || cell.support === "partial" || cell.support === "addon";
  if (graded && !cell.maturity) {
    ctx.addIssue({
      code: "custom",
      path: ["maturity"],
      message: `a cell that is ${cell.support} needs a maturity`,
    });
  }
  if (!graded && cell.maturity) {
    ctx.addIssue({
      code: "custom",
      path: ["maturity"],
      message: `remove maturity: a cell that is ${cell.support} has none`,
    });
  }
  const needsLimits =
    cell.support === "partial" || cell.support === "addon" || cell.support === "diy";
  if (needsLimits && !cell.limits) {
    ctx.addIssue({
      code: "custom",
      path: ["limits"],
      message: `a cell that is ${cell.support} needs limits: what is missing?`,
    });
  }
}

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema) }),
    z.strictObject({ any: z.array(conditionSchema) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ question: id, is: z.array(id).min(1) }),
    z.strictObject({ question: id, has: id }),
    z.strictObject({ question: id, answered: z.literal(true) }),
    z.strictObject({ question: id, row: id, atLeast: importance }),
    z.strictObject({ question: id, atLeast: importance }),
  ]),
);

/** The finding that holds instead of the cell's own when the answers satisfy `when`; the first that does, decides. */
const scopeSchema = z
  .strictObject({ where: z.string().min(3).max(80), when: conditionSchema, ...findingFields })
  .superRefine(checkFinding);

export const cellSchema = z
  .strictObject({
    ...findingFields,
    /** Where the finding depends on the estate: the cell itself is what holds when the answers do not say. */
    scopes: z.array(scopeSchema).min(1).optional(),
    /** A maker's own statement about the cell, recorded beside it and never mixed into it. */
    replies: z.array(replySchema).optional(),
  })
  .superRefine(checkFinding);

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

const supportLevel = z.enum(supports);

/** [low, typical, high], in rising order. */
const range = z
  .tuple([z.int().min(0), z.int().min(0), z.int().min(0)])
  .refine(
    ([low, typical, high]) => low <= typical && typical <= high,
    "write [low, typical, high] in rising order",
  );

export const sourceSchema = z.strictObject({
  url: z.url({ protocol: /^https$/ }),
  title: z.string().min(3).max(160),
});

export const releaseSchema = z.strictObject({
  id: z
    .string()
    .regex(
      /^\d{4}\.\d{2}(\.\d+)?$/,
      "name a release by year and month, and a number from the second on: 2026.11, 2026.11.1",
    ),
  asOf: day,
});

export const groupsSchema = z.array(z.strictObject({ id, label: z.string() })).min(1);

const variantFields = {
  id,
  option: id,
  label: z.string().max(40),
  short: z.string().max(22),
  what: prose,
  version: z.string(),
  judged: prose,
  /** What some features make it deploy besides, as in “needs a waypoint”; its cost is counted only then. */
  extra: z.string().min(3).max(40).optional(),
};

export const optionsSchema = z.strictObject({
  options: z.array(
    z.strictObject({
      id,
      label: z.string(),
      mark: z.enum(["triangle", "diamond", "circle", "square", "plus"]),
      summary: prose,
      vendor: prose,
      homepage: z.url({ protocol: /^https$/ }),
    }),
  ),
  variants: z.array(z.strictObject(variantFields)),
  /** Columns of earlier releases. They keep their texts, so that results of their time can still be told. */
  retired: z.array(z.strictObject({ ...variantFields, becomes: z.array(id).min(1), note: prose })),
});

const percent = z.int().min(0).max(100);
const costFields = { low: percent, typical: percent, high: percent, because: prose };
const isRising = (cost: { low: number; typical: number; high: number }) =>
  cost.low <= cost.typical && cost.typical <= cost.high;
const extraCostSchema = z.strictObject(costFields).refine(isRising, "low ≤ typical ≤ high");
const costSchema = z
  .strictObject({ ...costFields, cells: z.array(id), withExtra: extraCostSchema.optional() })
  .refine(isRising, "low ≤ typical ≤ high");

export const burdensSchema = z.array(
  z.strictObject({
    id,
    label: z.string().max(40),
    short: z.string().max(28),
    /** In a sentence, after “the burden of” and “its heaviest burden is”: the label with a small letter where absent. */
    phrase: z.string().max(60).optional(),
    what: prose,
    scale: z.string().min(10).max(900),
    method: z.string().min(10).max(900),
    values: z.record(id, costSchema),
    sources: z.array(evidenceSchema),
  }),
);

export const levelsSchema = z.strictObject({
  support: z.record(
    supportLevel,
    z.strictObject({ label: z.string(), value: range, because: prose }),
  ),
  maturity: z.record(
    z.enum(maturities),
    z.strictObject({ label: z.string(), percent: range, because: prose }),
  ),
  confidence: z.record(
    z.enum(confidences),
    z.strictObject({ label: z.string(), widen: percent, because: prose }),
  ),
  importance: z.record(
    z.enum(["no", "nice", "important", "must"]),
    z.strictObject({ label: z.string(), weight: range, because: prose }),
  ),
  burdens: z.record(id, z.strictObject({ weight: range, because: prose })),
  /** How much all burdens together weigh against all needs. */
  burdenFactor: z.strictObject({ percent: range, because: prose }),
  /** How often what was said is all that is wanted. */
  nothingMore: z.strictObject({ percent, because: prose }),
  verdict: z.strictObject({
    clear: percent,
    leaning: percent,
    /** What of the trial on published decisions sets them. */
    because: prose,
  }),
});

const effectSchema = z.union([
  z.strictObject({ need: id, atLeast: importance }),
  z.strictObject({ require: id, levels: z.array(supportLevel).min(1) }),
  z.strictObject({ limit: id, max: percent }),
  z.strictObject({ burden: id, times: z.int().min(0).max(500) }),
  z.strictObject({ burden: id, of: z.array(id).min(1), times: z.int().min(0).max(500) }),
  z.strictObject({ credit: z.array(id).min(1), of: z.array(id).min(1), level: supportLevel }),
]);

export const ruleSchema = z
  .strictObject({
    id,
    when: conditionSchema,
    effects: z.array(effectSchema),
    because: prose,
    note: z.strictObject({ tone: z.enum(["note", "warning"]), text: prose }).optional(),
    sources: z.array(sourceSchema).min(1),
  })
  .refine((rule) => rule.effects.length > 0 || rule.note, "a rule needs an effect or a note");

export const contradictionSchema = z.strictObject({
  id,
  between: z.tuple([id, id]),
  when: conditionSchema,
  title: z.string().min(5).max(120),
  text: prose,
  sources: z.array(sourceSchema),
});

const demandSchema = z.strictObject({ capability: id, share: z.int().min(1).max(100) });
const questionText = {
  id,
  section: id,
  label: z.string().min(5).max(140),
  short: z.string().min(3).max(28),
  help: z.string().min(5).max(240),
  why: z.string().min(10).max(400),
  quick: z.literal(true).optional(),
  /** How hard the answer is to change: 1 a wish, 2 a plan, 3 a fact about the estate, 4 a fact that takes years. */
  firmness: z.int().min(1).max(4),
  /** Asked only while this holds; where it does not, the question is neither shown nor open. */
  askedIf: conditionSchema.optional(),
};
const choiceText = {
  id,
  label: z.string().min(2).max(90),
  help: z.string().min(2).max(140).optional(),
};

const questionSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    ...questionText,
    kind: z.literal("choice"),
    /** The values run from less to more, so that neighbours are nearer than ends. */
    ordered: z.literal(true).optional(),
    values: z
      .array(
        z.strictObject({
          ...choiceText,
          /** Values of one group stand together under its name. */
          group: z.string().min(3).max(40).optional(),
        }),
      )
      .min(2),
  }),
  z.strictObject({
    ...questionText,
    kind: z.literal("flags"),
    flags: z
      .array(
        z.strictObject({
          ...choiceText,
          /** No longer offered, but old links hold it and rules still know it. */
          retired: z.literal(true).optional(),
        }),
      )
      .min(2),
  }),
  z.strictObject({
    ...questionText,
    kind: z.literal("importance"),
    demands: z.array(demandSchema).min(1),
  }),
  z.strictObject({
    ...questionText,
    kind: z.literal("needs"),
    rows: z.array(z.strictObject({ ...choiceText, demands: z.array(demandSchema) })).min(1),
  }),
]);

export const questionsSchema = z.strictObject({
  sections: z.array(z.strictObject({ id, label: z.string() })).min(1),
  questions: z.array(questionSchema).min(1),
});

const answerSchema = z.union([z.string(), z.array(z.string()), z.record(id, importance)]);
const answersSchema = z.record(id, answerSchema);

export const presetsSchema = z.array(
  z.strictObject({
    id,
    label: z.string().min(3).max(40),
    summary: z.string().min(5).max(80),
    story: prose,
    answers: answersSchema,
  }),
);

/** How likely answers change within two years: our judgement, entry by entry, which orders what would change a verdict. */
export const likelyChangesSchema = z.array(
  z.strictObject({
    question: id,
    /** Values it becomes, or rows or flags that change; without it any change. */
    to: z.array(id).min(1).optional(),
    percent: z.int().min(0).max(100),
    because: prose,
  }),
);

export const slotsSchema = z.array(
  z.discriminatedUnion("kind", [
    z
      .strictObject({
        kind: z.literal("choice"),
        question: id,
        values: z.array(id).min(2),
        capacity: z.int().max(16),
      })
      .refine(
        ({ values, capacity }) => values.length <= capacity,
        "more values than the slot has room for: append a new slot",
      ),
    z.strictObject({ kind: z.literal("importance"), question: id }),
    z.strictObject({ kind: z.literal("answered"), question: id }),
    z.strictObject({
      kind: z.literal("row"),
      question: id,
      row: id,
      since: z.int().min(3).optional(),
    }),
    z.strictObject({ kind: z.literal("flag"), question: id, flag: id }),
  ]),
);

export const scenarioSchema = z.strictObject({
  id,
  title: z.string().min(5).max(120),
  /** Without an address where none was kept. */
  source: sourceSchema.partial({ url: true }),
  /** What the source says, in our words: the reasons the verdict must rest on. */
  reasons: z.string().min(20).max(600),
  answers: answersSchema,
  expect: z.strictObject({
    /** Options that may come first; the first named is the source's own choice. */
    first: z.array(id).min(1),
    /** Variants that may be the best of the winning option. */
    variants: z.array(id).optional(),
    ruledOut: z.array(id).optional(),
    /** Capabilities that must be among the winner's reasons. */
    because: z.array(id).optional(),
    /** Words the verdict may use, where the case says how sure one can be. */
    words: z
      .array(z.enum(["clear", "leaning", "close"]))
      .min(1)
      .optional(),
  }),
  /** Where we disagree with the source, and why; such a scenario is shown and not required to pass. */
  disagreement: z.string().min(20).max(600).optional(),
});
