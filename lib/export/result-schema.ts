import { z } from "zod";
import { maturities } from "@/lib/data/schema";
import { supports } from "@/lib/engine/fields";

/**
 * What a result says as JSON: the body of /api/v1/recommend and of /r/<code>/result.json, one and the same. Within
 * version 1 fields are only ever added.
 */

const id = z.string().describe("A lower-case id, as in the matrix");
const share = z.number().min(0).max(1);
const hundred = z.number().min(0).max(100);
const whole = z.int().min(0).max(100);
const address = z.string().describe("An absolute address");

export const releaseSchema = z
  .object({
    id: z.string().describe("The release of the data, by year and month"),
    asOf: z.iso.date().describe("The day up to which the data was checked"),
  })
  .meta({ id: "Release" });

export const overlayStatementSchema = z
  .object({
    name: z.string().describe("The organisation whose edition this is"),
    what: z.string().describe("How it differs from the published data, in a sentence"),
    asOf: z.iso.date().describe("The day its file was last gone through"),
    policy: z.object({ title: z.string(), url: z.string() }).describe("Where the reasons are"),
    applies: z
      .boolean()
      .describe(
        "Whether what is said here rests on it; false for a code of an older release, whose verdict is that of the data published at that time",
      ),
  })
  .meta({
    id: "OverlayStatement",
    description:
      "The file of an organisation that hosts the site itself; absent where the published data stands alone",
  });

const importanceSchema = z
  .enum(["no", "nice", "important", "must"])
  .describe("Not needed, nice to have, important, must have");

export const answersSchema = z
  .record(
    z.string(),
    z.union([
      z.string().describe("A value of a choice, an importance, or “unsure”"),
      z.array(z.string()).describe("The flags that apply"),
      z
        .record(z.string(), z.enum([...importanceSchema.options, "unsure"]))
        .describe(
          "An importance for each row, or “unsure”; a row left out is open, which is the same. “no” says that it is not needed.",
        ),
    ]),
  )
  .meta({
    id: "Answers",
    description: "Answers by question. /api/v1/questions says what each question takes.",
  });

const verdictWords = ["clear", "leaning", "close", "impossible"] as const;

const verdictSchema = z
  .object({
    word: z
      .enum(verdictWords)
      .describe(
        "How sure: clear, leaning, close (too close to call, or too early while open questions could change first place), impossible",
      ),
    kind: z
      .enum([...verdictWords, "nearest", "unstated"])
      .describe(
        "The same with two more: nearest, sure enough though nothing meets every must-have (word: leaning); unstated, no need is named yet (word: close)",
      ),
    label: z.string().describe("The word as it is shown: “Too close to call”, “Leaning so far”"),
    heading: z.string().describe("What to use, as a heading"),
    certainty: z.string().describe("How sure that is, to follow the label"),
    explanation: z.string().describe("Why, in a sentence or two"),
    options: z
      .array(id)
      .describe("The options the verdict names, first place first; empty when nothing is possible"),
    option: id.nullable().describe("The option in first place"),
    variant: id.nullable().describe("Its best variant"),
    share: share.describe("The share of samples in which the first place leads"),
    of100: whole.describe("The same as printed: what the word is decided on"),
    soFar: z.boolean().describe("Whether questions that are open could change first place"),
    answered: z.int().describe("How many questions are answered"),
    questions: z.int().describe("How many there are"),
    needsStated: z
      .boolean()
      .describe("Whether the answers say what is needed; without that nothing is called clear"),
    meetsMusts: z.boolean().describe("Whether the first place meets every must-have"),
  })
  .meta({ id: "Verdict" });

const rankedOptionSchema = z
  .object({
    option: id,
    label: z.string(),
    variant: id.describe("The best admissible variant, or the one that fails least"),
    ruledOut: z.boolean(),
    position: z
      .int()
      .min(1)
      .nullable()
      .describe("By score on what was said; equal scores share one; null if ruled out"),
    score: hundred,
    shares: z
      .array(share)
      .describe("The share of samples in which it comes first, second, …; empty if ruled out"),
    of100: whole.describe("First places of 100, as printed; over all options they sum to 100"),
    openOf100: whole.describe("Of these, what open answers alone would give it"),
    enoughOf100: whole.describe("First places of 100 if what was said is all that is needed"),
  })
  .meta({ id: "RankedOption" });

const exclusionSchema = z
  .object({
    on: z.string().describe("The capability or burden it fails on"),
    demand: z.string().describe("What is demanded of it"),
    because: z.string().describe("What was found"),
    rule: id.nullable().describe("The rule that demands it; null where an answer does"),
    source: address.nullable(),
  })
  .meta({ id: "Exclusion" });

const rankedVariantSchema = z
  .object({
    variant: id,
    option: id,
    label: z.string(),
    ruledOut: z.boolean(),
    score: hundred,
    fit: hundred,
    ease: hundred,
    first: share.nullable().describe("The share of samples in which it leads all variants"),
    exclusions: z.array(exclusionSchema),
  })
  .meta({ id: "RankedVariant" });

const fitCellSchema = z
  .object({
    variant: id,
    support: z.enum(supports).describe("What it counts as for these answers"),
    maturity: z.enum(maturities).nullable(),
    must: z
      .enum(["failed", "warned"])
      .nullable()
      .describe("Fails what is required, or meets it but not in full"),
    evidence: address,
  })
  .meta({ id: "FitCell" });

const needSchema = z
  .object({
    capability: id,
    label: z.string(),
    importance: z
      .enum(["must", "important", "nice", "unsure", "required"])
      .describe("“required”: a rule demands it though nothing asks for it"),
    askedBy: z.array(
      z.object({ question: id, answer: z.string() }).describe("An answer that asks for it"),
    ),
    rules: z.array(id).describe("Rules that ask for it"),
    cells: z.array(fitCellSchema),
  })
  .meta({ id: "NeedFit" });

const burdenSchema = z
  .object({
    burden: id,
    label: z.string(),
    weight: hundred.describe("What it can cost, in points of the score"),
    costs: z.array(
      z.object({
        variant: id,
        low: hundred,
        typical: hundred,
        high: hundred,
        because: z.string(),
      }),
    ),
  })
  .meta({ id: "BurdenCosts" });

const ruleSchema = z
  .object({
    rule: id,
    because: z.string(),
    effects: z.array(z.string()),
    sources: z.array(z.object({ title: z.string(), url: z.string() })),
  })
  .meta({ id: "FiredRule" });

const flipSchema = z
  .object({
    steps: z
      .array(z.object({ label: z.string(), from: z.string(), to: z.string() }))
      .describe("The answers to change"),
    verdict: z.string().describe("What it leads to"),
    result: address,
  })
  .meta({ id: "Flip" });

const changesSchema = z
  .object({
    finding: z.string(),
    rivals: z.array(
      z.object({
        option: id,
        heading: z.string(),
        statement: z.string().nullable(),
        flips: z.array(flipSchema).describe("The fewest answer changes that put it first"),
      }),
    ),
    triggers: z
      .array(z.object({ sentence: z.string(), option: id, result: address }))
      .describe("When to look at the decision again, the most plausible first"),
    hanging: z
      .array(z.object({ sentence: z.string(), doubt: z.string(), evidence: address }))
      .describe("Findings in doubt that first place hangs on"),
  })
  .meta({ id: "Changes", description: "What would change first place, each verified" });

const stillOpenSchema = z
  .object({
    finding: z.string(),
    questions: z.array(
      z.object({
        question: id,
        label: z.string(),
        changes: z.array(z.string()).describe("What its answers would do, a sentence each"),
      }),
    ),
    contradictions: z.array(
      z.object({ id, title: z.string(), text: z.string(), between: z.array(id) }),
    ),
    warnings: z.array(z.string()),
  })
  .meta({ id: "StillOpen" });

const offersSchema = z
  .object({
    finding: z.string(),
    instead: z
      .boolean()
      .describe("Whether a variant would fit if somebody ran it as a service, and nobody does"),
    services: z.array(
      z.object({
        offer: id,
        label: z.string(),
        is: z.string().describe("A form of which variant, or in place of a mesh"),
        say: z.string(),
        mtls: z.enum(["full", "partial", "preview", "none", "unknown"]),
        mtlsText: z.string(),
        state: z.string(),
        page: address,
        source: z.string().nullable(),
      }),
    ),
  })
  .nullable()
  .meta({ id: "CloudOffers", description: "What the cloud offers that fits the answers" });

const nextSchema = z
  .object({
    finding: z.string(),
    question: z
      .object({
        question: id,
        row: id.nullable(),
        label: z.string(),
        answers: z.array(
          z.object({
            value: z.string(),
            label: z.string(),
            option: id.nullable().describe("First then; null if nothing would be possible"),
            of100: whole,
            result: address,
          }),
        ),
      })
      .nullable()
      .describe("The open question that tells most about first place, and what its answers do"),
    enough: z
      .object({ effect: z.string(), result: address })
      .nullable()
      .describe("The result if what was said is all that is needed"),
  })
  .meta({ id: "NextStep" });

const linksSchema = z
  .object({
    html: address,
    json: address,
    adr: address,
    markdown: address,
    csv: address,
    calendar: address.describe("When to look at the decision again, as an iCalendar"),
    change: address.describe("The questions, with these answers filled in"),
  })
  .meta({ id: "ResultLinks" });

export const resultSchema = z
  .object({
    $schema: address,
    code: z.string().describe("The permalink code: answers and data release, nothing else"),
    title: z.string().nullable().describe("The title that came with the link"),
    note: z.string().nullable().describe("The note that came with it"),
    release: releaseSchema.describe(
      "The release the code was made with: the result is as it was with that data",
    ),
    overlay: overlayStatementSchema.optional(),
    today: z
      .object({ release: releaseSchema, finding: z.string(), result: address })
      .nullable()
      .describe("What today’s data says to the same answers; null if the code is of today"),
    verdict: verdictSchema,
    options: z
      .array(rankedOptionSchema)
      .describe("By how often they come first, the ruled out last"),
    variants: z.array(rankedVariantSchema).describe("Best first, the ruled out last"),
    certainty: z.object({
      samples: z.int(),
      seed: z.int(),
      clearFrom: hundred.describe("Of 100 samples"),
      leaningFrom: hundred.describe("Of 100 samples"),
      doubt: z
        .object({
          open: whole.describe("Others come first because open answers turn out so, of 100"),
          remains: whole.describe("Others come first whatever is answered, of 100"),
          answered: whole.describe("How sure first place would be once all is answered, of 100"),
        })
        .describe("Where the doubt comes from"),
    }),
    next: nextSchema,
    needs: z.array(needSchema),
    burdens: z.array(burdenSchema),
    rules: z.array(ruleSchema).describe("The rules these answers fire"),
    changes: changesSchema,
    stillOpen: stillOpenSchema,
    offers: offersSchema,
    answers: answersSchema,
    links: linksSchema,
  })
  .meta({ id: "Result", title: "A recommendation for or against a service mesh" });

export type ResultJson = z.infer<typeof resultSchema>;
