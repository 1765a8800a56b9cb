import { centralWeights } from "@/lib/engine/central";
import type { OptionStanding } from "@/lib/engine/judge";
import { capitalised, listed, quoted } from "@/lib/text/words";
import { type Assessment, firstOption, leadingVariant, optionOf } from "./assessment";
import { certaintyFinding } from "./finding-text";
import { optionInText } from "./names";
import { type OptionView, type VariantView, viewOption, viewVariant } from "./option-view";
import { firstShare, type Share, sharesOfPlace, standardError } from "./shares";
import { contendersOf } from "./verdict";

/** What is read of an assessment here. */
type Input = Pick<
  Assessment,
  "matrix" | "table" | "answers" | "judgement" | "evaluation" | "progress" | "past"
>;

export interface PlacesRow {
  readonly option: OptionView;
  /** The variant that stands for it in the ranking. */
  readonly variant: VariantView;
  /** How often it takes the first, second, … place; empty when ruled out. */
  readonly places: readonly Share[];
}

export interface CertaintyView {
  readonly finding: string;
  /** The greatest share of first places first, the ruled out last. */
  readonly rows: readonly PlacesRow[];
  /** How many places there are to take: as many as options that are not ruled out. */
  readonly places: number;
  /** Of the option in first place: how often each of its variants leads all others. Only where it has several. */
  readonly variants: readonly { readonly variant: VariantView; readonly first: Share }[];
  /** What one would have to care about for each option to win, a sentence each; empty where that tells none apart. */
  readonly central: readonly { readonly option: OptionView; readonly sentence: string }[];
  /** Of 100: what open answers leave in doubt, what would remain, and how sure first place would be once all is answered. */
  readonly doubt: { readonly open: number; readonly remains: number; readonly answered: number };
  /** The same in a sentence; absent while nothing is open. */
  readonly doubtStatement?: string;
  readonly samples: number;
  readonly seed: number;
  /** The largest standard error among the first places, of 100. */
  readonly standardError: number;
  readonly thresholds: { readonly clear: number; readonly leaning: number };
}

function variantsOf(assessment: Input, option: string): CertaintyView["variants"] {
  const own = assessment.judgement.variants.filter(
    (each) => each.option === option && !each.ruledOut,
  );
  if (own.length < 2) return [];
  return own.map((each) => ({
    variant: viewVariant(assessment, each.id),
    first: firstShare(each),
  }));
}

/** Whatever weighs at least this much more than usual, as a share of all weight, is worth naming. */
const notable = 0.002;

/** Central weights of SMAA, told as what one would have to care about: only what sets an option apart from the others. */
function viewCentral(
  assessment: Input,
  possible: readonly OptionStanding[],
): CertaintyView["central"] {
  const { answers, matrix, past, table } = assessment;
  if (possible.length < 2 || past) return [];
  const labelOf = (id: string) =>
    [...matrix.capabilities, ...matrix.burdens].find((each) => each.id === id)?.label ?? id;
  const { options, usual } = centralWeights(table, answers);
  const cared = options.map(({ option, weights }) => ({
    option,
    cares: Object.entries(weights)
      .map(([id, weight]) => ({ id, more: weight - (usual[id] ?? 0) }))
      .filter(({ more }) => more > notable)
      .sort((a, b) => b.more - a.more || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id),
  }));
  return cared.flatMap(({ option, cares }) => {
    const others = cared.filter((each) => each.option !== option);
    const own = cares.filter((id) => !others.some((other) => other.cares.includes(id))).slice(0, 3);
    if (own.length === 0) return [];
    const name = optionInText(optionOf(assessment, option));
    const labels = own.map((id) => quoted(labelOf(id)));
    const weigh = own.length === 1 ? "weighs" : "weigh";
    return [
      {
        option: viewOption(assessment, option),
        sentence: `${capitalised(name)} is first more often where ${listed(labels)} ${weigh} more than the answers say.`,
      },
    ];
  });
}

/** How sure the verdict is: the shares of all places, and what they were drawn from. */
export function viewCertainty(assessment: Input): CertaintyView {
  const { judgement, table } = assessment;
  const possible = judgement.options.filter(({ ruledOut }) => !ruledOut);
  const places = possible.length;
  const byPlace = Array.from({ length: places }, (_, place) => sharesOfPlace(possible, place));
  const placesOf = (standing: OptionStanding): Share[] =>
    byPlace.map((shares, place) =>
      place === 0
        ? firstShare(standing)
        : (shares.get(standing.id) ?? { share: 0, of100: 0, text: "0" }),
    );
  const { verdict, doubt, answered } = judgement;
  const leader = firstOption(assessment);
  return {
    finding: certaintyFinding({
      word: verdict.word,
      open: assessment.progress.open,
      contenders: contendersOf(assessment),
      thresholds: table.thresholds,
      doubt: { open: doubt.open, rest: doubt.remains },
    }),
    rows: judgement.options.map((standing) => ({
      option: viewOption(assessment, standing.id),
      variant: viewVariant(assessment, leadingVariant(assessment, standing.id).variant),
      places: standing.ruledOut ? [] : placesOf(standing),
    })),
    places,
    variants: leader === undefined ? [] : variantsOf(assessment, leader),
    central: viewCentral(assessment, possible),
    doubt: { ...doubt, answered },
    ...(assessment.progress.open && doubt.open > 0
      ? {
          doubtStatement: `Of every 100 draws another option is first in ${doubt.open + doubt.remains}: in ${doubt.open} because of what is not answered, in ${doubt.remains} whatever the answers turn out to be.`,
        }
      : {}),
    samples: judgement.samples,
    seed: judgement.seed,
    standardError: Math.max(
      0,
      ...possible.map(({ ranks }) => standardError(ranks[0] ?? 0, judgement.samples)),
    ),
    thresholds: table.thresholds,
  };
}
