import type { OptionStanding } from "@/lib/engine/judge";
import type { VariantResult } from "@/lib/engine/types";
import { capitalised, listedUpTo, quoted } from "@/lib/text/words";
import {
  type Assessment,
  burdenOf,
  capabilityOf,
  firstOption,
  leadingVariant,
  nameOf,
} from "./assessment";
import type { ChangesView } from "./changes";
import { type VariantView, viewVariant } from "./option-view";
import { heaviest } from "./ownership";
import { contrast } from "./ranking";
import { firstShare, saidOf100 } from "./shares";
import { strongerText, weakerText } from "./verdict-text";

/** What is read of an assessment here. */
type Input = Pick<Assessment, "matrix" | "answers" | "judgement" | "evaluation" | "progress">;

/** Said of an option that no change tried puts first. */
export const nothingTried = "No change of one to three answers that was tried puts it first.";

/** One option that was not chosen: what speaks against it here, what would speak for it, and how to live with it. */
export interface WhyNotRow {
  /** Its place on the page and in links: “why-not-linkerd”. */
  readonly id: string;
  readonly variant: VariantView;
  readonly ruledOut: boolean;
  /** What it loses, in a sentence. */
  readonly loses: string;
  /** The likeliest change that would put it first, and the result with it; absent where none was found. */
  readonly wouldTake?: { readonly text: string; readonly href: string };
  /** What choosing it all the same asks of the team. */
  readonly living: string;
}

export interface WhyNotView {
  readonly finding: string;
  readonly rows: readonly WhyNotRow[];
}

/** The facts a sentence about what an option loses is made of. */
export interface LossFacts {
  readonly name: string;
  /** What it fails, as labels; empty where it is possible. */
  readonly fails: readonly string[];
  /** First places of 100, as printed. */
  readonly share: string;
  readonly chosen: string;
  /** The group of needs in which the chosen one is furthest ahead, and the one in which this is. */
  readonly behindOn?: string | undefined;
  readonly aheadOn?: string | undefined;
}

/** “It comes first in 29 of 100. Against Istio (ambient mode) it is weaker on traffic management, but easier to own.” */
export function lossText({ name, fails, share, chosen, behindOn, aheadOn }: LossFacts): string {
  if (fails.length > 0)
    return `${capitalised(name)} is ruled out: it fails ${listedUpTo(3, fails)}.`;
  const first = `It comes first in ${saidOf100(share)}.`;
  const against = `Against ${chosen} it is`;
  if (behindOn && aheadOn)
    return `${first} ${against} ${weakerText(behindOn)}, but ${strongerText(aheadOn)}.`;
  if (behindOn) return `${first} ${against} ${weakerText(behindOn)} and gains next to nothing.`;
  if (aheadOn)
    return `${first} ${against} ${strongerText(aheadOn)}; what it loses is spread thinly.`;
  return `${first} ${against} about level on everything that was asked for.`;
}

/** The facts a sentence about living with an option is made of. */
export interface LivingFacts {
  /** What has to be built or is not to be had, as labels. */
  readonly missing: readonly string[];
  /** Its heaviest burden, as a phrase; absent where none costs anything. */
  readonly burden?: string | undefined;
}

/** “You would have to do without “Traffic mirroring”, or build it; its heaviest burden is the learning curve.” */
export function livingText({ missing, burden }: LivingFacts): string {
  const lacks =
    missing.length > 0
      ? `It leaves ${listedUpTo(3, missing)} to be built or done without`
      : "It lacks nothing that was asked for";
  return burden ? `${lacks}; its heaviest burden is ${burden}.` : `${lacks}.`;
}

function failsOf(assessment: Input, { exclusions }: VariantResult): string[] {
  const labels = exclusions.map((exclusion) =>
    "capability" in exclusion
      ? capabilityOf(assessment, exclusion.capability).label
      : burdenOf(assessment, exclusion.burden).label,
  );
  return [...new Set(labels)].map(quoted);
}

function missingOf(assessment: Input, { contributions }: VariantResult): string[] {
  return contributions
    .filter(({ support, weight }) => weight[1] > 0 && (support === "none" || support === "diy"))
    .sort((a, b) => b.weight[1] - a.weight[1])
    .map(({ capability }) => quoted(capabilityOf(assessment, capability).label));
}

function wouldTake(changes: ChangesView, option: string): WhyNotRow["wouldTake"] {
  const row = changes.rivals.find((group) => group.option?.id === option)?.rows[0];
  if (!row) return undefined;
  const steps = row.steps.map(({ label, to }) => `${label}: ${to}`);
  return { text: steps.join("; "), href: row.href };
}

function findingOf(
  assessment: Input,
  isPossible: boolean,
  others: readonly OptionStanding[],
): string {
  if (!isPossible) return "Each option fails something that was asked for";
  const [nearest] = others.filter(({ ruledOut }) => !ruledOut);
  if (!nearest) return "Every other option is ruled out";
  const name = capitalised(nameOf(assessment, nearest.variant));
  return `${name} comes nearest, first in ${saidOf100(firstShare(nearest).text)}`;
}

/** For every option but the first: why it is not chosen, what would have to be true, and what choosing it anyway asks. */
export function viewWhyNot(assessment: Input, changes: ChangesView): WhyNotView {
  const chosen = firstOption(assessment);
  const leader = chosen === undefined ? undefined : leadingVariant(assessment, chosen);
  const others = assessment.judgement.options.filter(({ id }) => id !== chosen);
  return {
    finding: findingOf(assessment, leader !== undefined, others),
    rows: others.map((standing) => {
      const { id } = standing;
      const variant = leadingVariant(assessment, id);
      const fails = failsOf(assessment, variant);
      const { gain, loss } = leader ? contrast(assessment, leader, variant) : {};
      const takes = wouldTake(changes, id);
      return {
        id: `why-not-${id}`,
        variant: viewVariant(assessment, variant.variant),
        ruledOut: fails.length > 0,
        loses: lossText({
          name: nameOf(assessment, variant.variant),
          fails,
          share: firstShare(standing).text,
          chosen: leader ? nameOf(assessment, leader.variant) : "",
          behindOn: gain,
          aheadOn: loss,
        }),
        ...(takes ? { wouldTake: takes } : {}),
        living: livingText({
          missing: missingOf(assessment, variant),
          burden: heaviest(assessment, variant),
        }),
      };
    }),
  };
}
