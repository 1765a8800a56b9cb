import type { Support, VariantResult } from "@/lib/engine/types";
import { type Assessment, burdenPhrase, capabilityOf } from "@/lib/result/assessment";
import type { ResultView } from "@/lib/result/result";
import type { ExclusionView } from "@/lib/result/ruled-out";
import { allOf, counted, listedUpTo, quoted } from "@/lib/text/words";

export interface ProsAndCons {
  /** Each to follow “Good, because”. */
  readonly good: readonly string[];
  readonly neutral: readonly string[];
  readonly bad: readonly string[];
}

const mostNamed = 6;
/** A typical cost of this many of 100 or less speaks for a variant; this many or more speaks against it. */
const light = 20;
const heavy = 50;

const groups = [
  { importance: "must", singular: "must-have", plural: "must-haves" },
  { importance: "important", singular: "important need", plural: "important needs" },
  { importance: "nice", singular: "nice-to-have", plural: "nice-to-haves" },
] as const;

/** What is known of a variant: why it is out, what is asked of it and found, and what it costs to own. */
export interface VariantFacts {
  readonly exclusions: readonly Pick<ExclusionView, "label" | "demand" | "because">[];
  /** The needs, without those it is ruled out on. */
  readonly needs: readonly {
    readonly label: string;
    readonly importance: string;
    readonly support: Support;
  }[];
  /** How many needs of each importance there are, those it is ruled out on among them. */
  readonly asked: Readonly<Record<string, number>>;
  /** What it costs of 100, the heaviest first; as a phrase. */
  readonly burdens: readonly { readonly phrase: string; readonly cost: number }[];
}

/** What speaks for a variant and against it: needs by importance, then what it costs to own. */
export function prosAndCons({ exclusions, needs, asked, burdens }: VariantFacts): ProsAndCons {
  const good: string[] = [];
  const neutral: string[] = [];
  const bad = exclusions.map(
    ({ label, demand, because }) => `it is ruled out on ${quoted(label)} (${demand}): ${because}`,
  );
  for (const { importance, singular, plural } of groups) {
    const labels = (...levels: Support[]) =>
      needs
        .filter((need) => need.importance === importance && levels.includes(need.support))
        .map(({ label }) => quoted(label));
    /** “it leaves the important need “X” to be built”, “it leaves two important needs to be built: “X” and “Y””. */
    const said = (verb: string, items: readonly string[], how = "") =>
      items.length === 1
        ? `${verb} the ${singular} ${items[0]}${how}`
        : `${verb} ${counted(items.length, singular, plural)}${how}: ${listedUpTo(mostNamed, items)}`;
    const full = labels("full");
    // What has no meaning for a variant is neither met nor missed.
    const all = (asked[importance] ?? 0) - labels("moot").length;
    if (full.length > 0)
      good.push(
        full.length === all && all > 1 && importance === "must"
          ? `it meets ${allOf(all, singular)} in full: ${listedUpTo(mostNamed, full)}`
          : said("it meets", full, " in full"),
      );
    const part = labels("partial", "addon");
    if (part.length > 0) neutral.push(said("it meets", part, " in part or with an add-on"));
    const unknown = labels("unknown");
    if (unknown.length > 0) neutral.push(said("it is not known whether it meets", unknown));
    const own = labels("diy");
    if (own.length > 0) bad.push(said("it leaves", own, " to be built"));
    const missing = labels("none");
    if (missing.length > 0) bad.push(said("it lacks", missing));
  }
  const listOf = (matches: (cost: number) => boolean) =>
    burdens
      .filter(({ cost }) => matches(cost))
      .map(({ phrase, cost }) => `${phrase} (${cost} of 100)`);
  const heaviest = listOf((cost) => cost >= heavy);
  const lightest = listOf((cost) => cost <= light);
  const burdensAre = (items: readonly string[], how: string) =>
    `${items.length === 1 ? "one burden is" : `${counted(items.length, "burden")} are`} ${how}: ${listedUpTo(3, items)}`;
  if (heaviest.length > 0) bad.push(burdensAre(heaviest, "heavy"));
  if (lightest.length > 0) good.push(burdensAre(lightest, "light"));
  return { good, neutral, bad };
}

/** What a result knows of a variant. */
export function factsOf(
  assessment: Assessment,
  result: ResultView,
  variant: VariantResult,
): VariantFacts {
  const out = result.ruledOut.rows.find(({ variant: { id } }) => id === variant.variant);
  const failed = variant.exclusions.flatMap((each) =>
    "capability" in each ? [each.capability] : [],
  );
  const asked: Record<string, number> = {};
  for (const { importance } of assessment.evaluation.needs)
    asked[importance] = (asked[importance] ?? 0) + 1;
  return {
    exclusions: out?.reasons ?? [],
    needs: assessment.evaluation.needs.flatMap(({ capability, importance }, index) => {
      const support = variant.contributions[index]?.support;
      return support && !failed.includes(capability)
        ? [{ label: capabilityOf(assessment, capability).label, importance, support }]
        : [];
    }),
    asked,
    burdens: variant.burdens
      .filter(({ weight }) => weight[1] > 0)
      .sort((a, b) => b.weight[1] * b.cost[1] - a.weight[1] * a.cost[1])
      .map(({ burden, cost }) => ({ phrase: burdenPhrase(assessment, burden), cost: cost[1] })),
  };
}
