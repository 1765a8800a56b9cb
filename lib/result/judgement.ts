import { apportion } from "@/lib/engine/apportion";
import type { Judgement, OptionStanding, VariantStanding } from "@/lib/engine/judge";
import type { Evaluation } from "@/lib/engine/types";
import type { Acceptability, FirstVerdict, RankShares } from "@/lib/release/first-method";

/** What an engine of the first method gives: no completions, one set of samples over the weights of what was said. */
export interface FirstMethod {
  readonly evaluation: Evaluation;
  readonly acceptability: Acceptability;
  readonly verdict: FirstVerdict;
}

/**
 * A judgement of the first method in today's form, for the codes of releases 0 to 2. Word, leaders and shares are those
 * of then: nothing is completed, so nothing is open and no doubt comes from it.
 */
export function judgementOf(
  { evaluation, acceptability, verdict }: FirstMethod,
  needsStated: boolean,
): Judgement {
  const placed = (ranked: readonly RankShares[]) => {
    const seats = apportion(
      ranked.map(({ ranks }) => ranks[0] ?? 0),
      100,
    );
    return new Map(ranked.map(({ id, ranks }, index) => [id, { ranks, of100: seats[index] ?? 0 }]));
  };
  const options = placed(acceptability.options);
  const variants = placed(acceptability.variants);
  const printed = (id: string) => options.get(id)?.of100 ?? 0;
  const exact = (id: string) => options.get(id)?.ranks[0] ?? 0;
  const leaders = [...verdict.leaders].sort(
    (a, b) => printed(b) - printed(a) || exact(b) - exact(a),
  );
  const [first] = leaders;
  const share = first === undefined ? 0 : printed(first);
  const best = evaluation.options.find(({ option }) => option === first) ?? evaluation.options[0];
  const leader = evaluation.variants.find(({ variant }) => variant === best?.variant);
  const word: Judgement["verdict"]["word"] =
    verdict.word === "impossible" || needsStated ? verdict.word : "unstated";
  const decided = {
    word,
    leaders,
    variant: leader?.variant ?? "",
    share,
    meetsMusts: (leader?.warnings ?? []).every(({ support }) => support === "addon"),
    soFar: false,
  };
  return {
    verdict: decided,
    options: evaluation.options
      .map(({ option, variant, ruledOut, score }): OptionStanding => {
        const { ranks = [], of100 = 0 } = options.get(option) ?? {};
        return { id: option, variant, ruledOut, ranks, of100, openOf100: 0, score, enough: of100 };
      })
      .sort(
        (a, b) =>
          Number(a.ruledOut) - Number(b.ruledOut) || b.of100 - a.of100 || exact(b.id) - exact(a.id),
      ),
    variants: evaluation.variants.map(({ variant, option, exclusions, score }): VariantStanding => {
      const { ranks = [], of100 = 0 } = variants.get(variant) ?? {};
      const ruledOut = exclusions.length > 0;
      const out = ruledOut ? 1 : 0;
      return { id: variant, option, ruledOut, ranks, of100, out, score, enough: of100 };
    }),
    doubt: { open: 0, remains: first === undefined ? 0 : 100 - share },
    answered: share,
    enough: decided,
    open: [],
    completions: 1,
    samples: acceptability.samples,
    seed: acceptability.seed,
    evaluation,
  };
}
