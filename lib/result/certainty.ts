import { centralWeights, type RankShares } from "@/lib/engine/acceptability";
import { type Ground, leadingVariant, optionOf } from "./ground";
import { type OptionView, type VariantView, viewOption, viewVariant } from "./look";
import { optionInText } from "./names";
import { ofAHundred, type Share, sharesOfPlace, standardError } from "./shares";
import { capitalised, listed, quoted } from "./words";

export interface PlacesRow {
  readonly option: OptionView;
  /** The variant that stands for it in the ranking. */
  readonly variant: VariantView;
  /** How often it takes the first, second, … place; empty when ruled out. */
  readonly places: readonly Share[];
}

export interface CertaintyView {
  readonly finding: string;
  /** In the order of the ranking, the ruled out last. */
  readonly rows: readonly PlacesRow[];
  /** How many places there are to take: as many as options that are not ruled out. */
  readonly places: number;
  /** Of the option in first place: how often each of its variants leads all others. Only where it has several. */
  readonly variants: readonly { readonly variant: VariantView; readonly first: Share }[];
  /** What one would have to care about for each option to win, a sentence each; empty where only one option is possible. */
  readonly central: readonly { readonly option: OptionView; readonly sentence: string }[];
  readonly samples: number;
  readonly seed: number;
  /** The largest standard error among the first places, of 100. */
  readonly standardError: number;
  readonly thresholds: { readonly clear: number; readonly leaning: number };
}

function firstShares(ground: Ground) {
  return [...sharesOfPlace(ground.acceptability.options, 0)]
    .map(([option, share]) => ({ option, name: optionInText(optionOf(ground, option)), share }))
    .sort((a, b) => b.share.share - a.share.share);
}

function findingOf(ground: Ground): string {
  const { verdict, acceptability, table } = ground;
  const leader = verdict.leaders[0];
  if (leader === undefined) return "With every variant ruled out there is nothing to be sure of";
  const own = optionInText(optionOf(ground, leader));
  if (acceptability.options.length === 1) {
    return `${own} is the only option still possible, however the answers are weighed`;
  }
  const shares = firstShares(ground);
  const others = shares.filter(({ option, share }) => option !== leader && share.share > 0);
  const [rival] = others;
  if (!rival)
    return `${own} is first in all ${acceptability.samples.toLocaleString("en-GB")} weightings`;
  if (verdict.word !== "close") {
    const often = `first in ${ofAHundred(rival.share)} weightings`;
    return others.length === 1
      ? `${rival.name} is the only rival, and it is ${often}`
      : `${rival.name} is the strongest rival, ${often}`;
  }
  if (rival.share.share * 100 >= table.thresholds.leaning) {
    return `${own} has the best score, but ${rival.name} is first in ${ofAHundred(rival.share)} weightings`;
  }
  const each = shares
    .filter(({ share }) => share.of100 > 0)
    .map(({ name, share }, index) =>
      index === 0
        ? `${name} is first in ${ofAHundred(share)} weightings`
        : `${name} in ${share.text}`,
    );
  return `No option leads in ${table.thresholds.leaning} of 100: ${listed(each)}`;
}

function variantsOf(ground: Ground, option: string, ranked: readonly RankShares[]) {
  const shares = sharesOfPlace(ranked, 0);
  const ids = ground.evaluation.variants
    .filter((each) => each.option === option && each.exclusions.length === 0)
    .map(({ variant }) => variant);
  if (ids.length < 2) return [];
  return ids.flatMap((id) => {
    const first = shares.get(id);
    return first ? [{ variant: viewVariant(ground, id), first }] : [];
  });
}

/** Enough to name what an option's wins have in common: the confidence factor is good to about two of 100. */
const centralSamples = 1500;

/** Whatever weighs at least this much more than usual, as a share of all weight, is worth naming. */
const notable = 0.002;

/** Central weights and confidence factor of SMAA, told as what one would have to care about. */
function viewCentral(ground: Ground): CertaintyView["central"] {
  const { evaluation, acceptability, matrix } = ground;
  if (acceptability.options.length < 2) return [];
  return centralWeights(evaluation, centralSamples, acceptability.seed).map(
    ({ option, weights, usual, confidence }) => {
      const name = optionInText(optionOf(ground, option));
      const cares = Object.entries(weights)
        .map(([id, weight]) => ({ id, more: weight - (usual[id] ?? 0) }))
        .filter(({ more }) => more > notable)
        .sort((a, b) => b.more - a.more || (a.id < b.id ? -1 : 1))
        .slice(0, 3)
        .map(({ id }) => {
          const named = [...matrix.capabilities, ...matrix.burdens].find((each) => each.id === id);
          return quoted(named?.label ?? id);
        });
      const when =
        cares.length === 0
          ? `${name} needs no special weighing to be first`
          : `${name} is first where ${listed(cares)} ${cares.length === 1 ? "weighs" : "weigh"} more than your answers say`;
      const held = Math.round(confidence * 100);
      return {
        option: viewOption(ground, option),
        sentence: `${capitalised(when)}; with its own weights held, it is first in ${held} of 100 draws of the findings.`,
      };
    },
  );
}

/** How sure the verdict is: the shares of all places, and what they were drawn from. */
export function viewCertainty(ground: Ground): CertaintyView {
  const { evaluation, acceptability, verdict, table } = ground;
  const places = acceptability.options.length;
  const byPlace = Array.from({ length: places }, (_, place) =>
    sharesOfPlace(acceptability.options, place),
  );
  const leader = verdict.leaders[0];
  const errors = acceptability.options.map(({ ranks }) =>
    standardError(ranks[0] ?? 0, acceptability.samples),
  );
  return {
    finding: capitalised(findingOf(ground)),
    rows: evaluation.options.map(({ option, ruledOut }) => ({
      option: viewOption(ground, option),
      variant: viewVariant(ground, leadingVariant(ground, option).variant),
      places: ruledOut
        ? []
        : byPlace.flatMap((shares) => {
            const share = shares.get(option);
            return share ? [share] : [];
          }),
    })),
    places,
    variants: leader === undefined ? [] : variantsOf(ground, leader, acceptability.variants),
    central: viewCentral(ground),
    samples: acceptability.samples,
    seed: acceptability.seed,
    standardError: Math.max(0, ...errors),
    thresholds: table.thresholds,
  };
}
