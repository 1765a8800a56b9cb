import type { Support, VariantResult } from "@/lib/engine/types";
import { burdenOf, capabilityOf, type Ground } from "@/lib/result/ground";
import type { ResultView } from "@/lib/result/result";
import { allOf, counted, listedUpTo, quoted } from "@/lib/result/words";

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

/** What speaks for a variant and against it, given these answers: needs by importance, then what it costs to own. */
export function prosAndCons(
  ground: Ground,
  result: ResultView,
  variant: VariantResult,
): ProsAndCons {
  const good: string[] = [];
  const neutral: string[] = [];
  const bad: string[] = [];
  const out = result.ruledOut.rows.find(({ variant: { id } }) => id === variant.variant);
  for (const { label, demand, because } of out?.reasons ?? [])
    bad.push(
      `${out?.mayReturn ? "unless an open answer lets it in, it fails" : "it is ruled out"} on ${quoted(label)} (${demand}): ${because}`,
    );
  const failed = variant.exclusions.flatMap((each) =>
    "capability" in each ? [each.capability] : [],
  );

  for (const { importance, singular, plural } of groups) {
    const asked = ground.evaluation.needs.flatMap((need, index) => {
      const support = variant.contributions[index]?.support;
      return need.importance === importance && support && !failed.includes(need.capability)
        ? [{ label: quoted(capabilityOf(ground, need.capability).label), support }]
        : [];
    });
    const labels = (...levels: Support[]) =>
      asked.filter(({ support }) => levels.includes(support)).map(({ label }) => label);
    const named = (items: readonly string[]) =>
      items.length === 1
        ? `the ${singular} ${items[0]}`
        : `${counted(items.length, singular, plural)}: ${listedUpTo(mostNamed, items)}`;
    const full = labels("full");
    // What has no meaning for a variant is neither met nor missed.
    const all =
      ground.evaluation.needs.filter((need) => need.importance === importance).length -
      labels("moot").length;
    if (full.length > 0)
      good.push(
        full.length === all && all > 1 && importance === "must"
          ? `it meets ${allOf(all, singular)} in full: ${listedUpTo(mostNamed, full)}`
          : `it meets in full ${named(full)}`,
      );
    const part = labels("partial", "addon");
    if (part.length > 0) neutral.push(`it meets in part or with an add-on ${named(part)}`);
    const unknown = labels("unknown");
    if (unknown.length > 0) neutral.push(`it is not known whether it meets ${named(unknown)}`);
    const own = labels("diy");
    if (own.length > 0) bad.push(`it leaves to be built ${named(own)}`);
    const missing = labels("none");
    if (missing.length > 0) bad.push(`it lacks ${named(missing)}`);
  }

  const costs = variant.burdens
    .filter(({ weight }) => weight[1] > 0)
    .sort((a, b) => b.weight[1] * b.cost[1] - a.weight[1] * a.cost[1])
    .map(({ burden, cost }) => ({
      text: `${quoted(burdenOf(ground, burden).label)} (${cost[1]} of 100)`,
      cost: cost[1],
    }));
  const heaviest = costs.filter(({ cost }) => cost >= heavy).map(({ text }) => text);
  if (heaviest.length > 0) bad.push(`it is costly to own on ${listedUpTo(3, heaviest)}`);
  const lightest = costs.filter(({ cost }) => cost <= light).map(({ text }) => text);
  if (lightest.length > 0) good.push(`it costs little to own on ${listedUpTo(3, lightest)}`);
  return { good, neutral, bad };
}
