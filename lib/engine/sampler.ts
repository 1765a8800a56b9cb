import type { Program } from "./program";
import type { Situation } from "./situation";
import { longest, placeOf, stream } from "./stream";

function at(columns: readonly Float64Array[], member: number, sample: number): number {
  return (columns[member] as Float64Array)[sample] as number;
}

/** Sums of the same numbers in another order differ by less. */
const rounding = 1e-6;

/**
 * Draws samples of a situation: how much burdens count against needs, a weight for each criterion, uniform in its range, and
 * a worth for each finding, half the draws uniform below the typical value and half above, so that it is the median.
 * Stochastic multicriteria acceptability analysis, SMAA-2 (Lahdelma & Salminen 2001).
 */
export class Sampler {
  private readonly program: Program;
  private readonly weights = new Float64Array(longest);
  private readonly factor = new Float64Array(longest);
  private readonly scores: Float64Array[];
  private readonly best: Float64Array[];
  private readonly ranks: Uint8Array[];
  /** The variants that are drawn: those that are possible, or those of them that may be first. */
  private readonly possible: number[] = [];

  constructor(program: Program) {
    this.program = program;
    this.scores = program.variants.map(() => new Float64Array(longest));
    this.best = program.options.map(() => new Float64Array(longest));
    this.ranks = program.variants.map(() => new Uint8Array(longest));
  }

  private drawWeights(
    weights: Float64Array,
    at: number,
    reader: number,
    start: number,
    count: number,
  ): void {
    const { unit } = stream();
    const low = weights[at] as number;
    const span = (weights[at + 2] as number) - low;
    const own = this.weights;
    if (span === 0) own.fill(low, 0, count);
    else
      for (let sample = 0, from = placeOf(reader, start); sample < count; sample++)
        own[sample] = low + span * (unit[from + sample] as number);
  }

  /** Adds weight × worth, above what is taken for nought, to one column; `flip` turns a cost into ease. */
  private add(
    scores: Float64Array,
    values: Float64Array,
    at: number,
    flip: boolean,
    nought: number,
    reader: number,
    start: number,
    count: number,
  ): void {
    const { below, above } = stream();
    const weights = this.weights;
    const worth = flip ? 100 - (values[at + 1] as number) : (values[at + 1] as number);
    const typical = worth - nought;
    const lower = (values[at + 1] as number) - (values[at] as number);
    const upper = (values[at + 2] as number) - (values[at + 1] as number);
    if (lower === 0 && upper === 0) {
      if (typical === 0) return;
      for (let sample = 0; sample < count; sample++)
        scores[sample] = (scores[sample] as number) + (weights[sample] as number) * typical;
      return;
    }
    const down = flip ? upper : lower;
    const up = flip ? lower : upper;
    const from = placeOf(reader, start);
    for (let sample = 0; sample < count; sample++)
      scores[sample] =
        (scores[sample] as number) +
        (weights[sample] as number) *
          (typical +
            down * (below[from + sample] as number) +
            up * (above[from + sample] as number));
  }

  /**
   * What all variants have of a need changes no order. Most meet it in full or not at all, without doubt: the more common of
   * the two counts as nought, and is not added.
   */
  private noughtOf(situation: Situation, capability: number): number {
    const { value, failures } = situation;
    let balance = 0;
    for (let variant = 0; variant < failures.length; variant++) {
      const at = (capability * failures.length + variant) * 3;
      if (failures[variant] !== 0) continue;
      if ((value[at] as number) === 100) balance++;
      else if ((value[at + 2] as number) === 0) balance--;
    }
    return balance > 0 ? 100 : 0;
  }

  private drawFactor(start: number, count: number): void {
    const [low, typical, high] = this.program.table.burdenFactor;
    const { below, above } = stream();
    const from = placeOf(0, start);
    for (let sample = 0; sample < count; sample++)
      this.factor[sample] =
        (typical +
          (typical - low) * (below[from + sample] as number) +
          (high - typical) * (above[from + sample] as number)) /
        100;
  }

  private findPossible({ failures }: Situation): void {
    const { possible } = this;
    possible.length = 0;
    for (let variant = 0; variant < failures.length; variant++)
      if (failures[variant] === 0) possible.push(variant);
  }

  /** Takes away what no draw can put first: by its widest sum it stays behind the best of the typical ones. */
  private dropBeaten(situation: Situation): void {
    const { possible } = this;
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (const variant of possible) {
      const points = situation.points(variant);
      if (points <= most) continue;
      most = points;
      best = variant;
    }
    let left = 0;
    for (const variant of possible)
      if (variant === best || this.mostAhead(situation, variant, best) > -rounding)
        possible[left++] = variant;
    possible.length = left;
  }

  /** The most by which any draw puts one variant ahead of another; at least that. */
  private mostAhead(situation: Situation, one: number, other: number): number {
    const { variants, burdens, table } = this.program;
    const { value, weight, burdenWeight, extra } = situation;
    const size = variants.length;
    let ahead = 0;
    for (let need = 0; need < situation.needs; need++) {
      const row = (situation.capability[need] as number) * size;
      const apart = (value[(row + one) * 3 + 2] as number) - (value[(row + other) * 3] as number);
      ahead += apart * (weight[need * 3 + (apart > 0 ? 2 : 0)] as number);
    }
    const own = extra[one] === 1 ? situation.costWithExtra : situation.cost;
    const others = extra[other] === 1 ? situation.costWithExtra : situation.cost;
    for (let burden = 0; burden < burdens.length; burden++) {
      const row = burden * size;
      const apart = (others[(row + other) * 3 + 2] as number) - (own[(row + one) * 3] as number);
      const end = apart > 0 ? 2 : 0;
      ahead += apart * (burdenWeight[burden * 3 + end] as number) * (table.burdenFactor[end] / 100);
    }
    return ahead;
  }

  /** Fills the scores of the variants at hand, as many as `count`, from `start` of every stretch. */
  private draw(situation: Situation, start: number, count: number): void {
    const { program, possible } = this;
    const variants = program.variants.length;
    const burdens = program.burdens.length;
    for (const variant of possible) (this.scores[variant] as Float64Array).fill(0, 0, count);
    // Readers: the factor, then burdens, then capabilities, each followed by its findings.
    const burdenReader = 1;
    const needReader = 1 + burdens * (1 + variants);
    for (let need = 0; need < situation.needs; need++) {
      if ((situation.weight[need * 3 + 2] as number) === 0) continue;
      const capability = situation.capability[need] as number;
      const reader = needReader + capability * (1 + variants);
      this.drawWeights(situation.weight, need * 3, reader, start, count);
      const nought = this.noughtOf(situation, capability);
      for (const variant of possible) {
        const at = capability * variants + variant;
        const scores = this.scores[variant] as Float64Array;
        this.add(
          scores,
          situation.value,
          at * 3,
          false,
          nought,
          reader + 1 + variant,
          start,
          count,
        );
      }
    }
    this.drawFactor(start, count);
    for (let burden = 0; burden < burdens; burden++) {
      if ((situation.burdenWeight[burden * 3 + 2] as number) === 0) continue;
      const reader = burdenReader + burden * (1 + variants);
      this.drawWeights(situation.burdenWeight, burden * 3, reader, start, count);
      const { weights, factor } = this;
      for (let sample = 0; sample < count; sample++)
        weights[sample] = (weights[sample] as number) * (factor[sample] as number);
      for (const variant of possible) {
        const at = (burden * variants + variant) * 3;
        const own = reader + 1 + variant;
        const costs = situation.extra[variant] === 1 ? situation.costWithExtra : situation.cost;
        this.add(this.scores[variant] as Float64Array, costs, at, true, 0, own, start, count);
      }
    }
  }

  /**
   * Draws `count` samples and adds their places to the tallies, each worth `weight`: by variant and by option, place after
   * place. What is ruled out takes no place; equal scores share the places they take. `firsts` gets the first places of
   * options alone.
   */
  tally(
    situation: Situation,
    start: number,
    count: number,
    weight: number,
    into: { readonly variants: Float64Array; readonly options: Float64Array },
    firsts: Float64Array,
  ): void {
    this.findPossible(situation);
    this.draw(situation, start, count);
    const { program, scores, best, possible } = this;
    const options: number[] = [];
    for (const variant of possible) {
      const option = program.optionOf[variant] as number;
      const own = scores[variant] as Float64Array;
      const top = best[option] as Float64Array;
      if (options.includes(option)) {
        for (let sample = 0; sample < count; sample++)
          if ((own[sample] as number) > (top[sample] as number))
            top[sample] = own[sample] as number;
      } else {
        top.set(own.subarray(0, count));
        options.push(option);
      }
    }
    this.countPlaces(scores, possible, count, weight, into.variants, program.variants.length);
    const before = options.map((option) => into.options[option * program.options.length] as number);
    this.countPlaces(best, options, count, weight, into.options, program.options.length);
    options.forEach((option, index) => {
      firsts[option] =
        ((into.options[option * program.options.length] as number) - (before[index] as number)) /
        (weight * count);
    });
  }

  /** As `tally`, but first places only, one number for each variant and option: what cannot be first is not drawn. */
  tallyFirsts(
    situation: Situation,
    start: number,
    count: number,
    weight: number,
    into: { readonly variants: Float64Array; readonly options: Float64Array },
    firsts: Float64Array,
  ): void {
    this.findPossible(situation);
    this.dropBeaten(situation);
    const { program, scores, possible } = this;
    const before = into.options.slice();
    const { optionOf } = program;
    if (possible.length > 1) this.draw(situation, start, count);
    for (let sample = 0; sample < count; sample++) {
      let most = Number.NEGATIVE_INFINITY;
      let first = possible[0] as number;
      let equal = 0;
      for (const variant of possible) {
        const score = (scores[variant] as Float64Array)[sample] as number;
        if (score > most) {
          most = score;
          first = variant;
          equal = 1;
        } else if (score === most) equal++;
      }
      if (equal === 1) {
        const option = optionOf[first] as number;
        into.variants[first] = (into.variants[first] as number) + weight;
        into.options[option] = (into.options[option] as number) + weight;
      } else this.shareFirst(sample, most, equal, weight, into);
    }
    before.forEach((share, option) => {
      firsts[option] = ((into.options[option] as number) - share) / (weight * count);
    });
  }

  /**
   * Adds, for each option, the weights of the samples it is first in, as shares of all weight: burdens, then capabilities. The
   * last row is that of all samples.
   */
  addWeights(
    situation: Situation,
    start: number,
    count: number,
    weight: number,
    into: { readonly wins: Float64Array; readonly weights: Float64Array },
  ): void {
    this.findPossible(situation);
    this.dropBeaten(situation);
    const { program, scores, possible, weights } = this;
    const size = program.burdens.length + program.capabilities.length;
    const all = program.options.length;
    this.draw(situation, start, count);
    const winner = new Uint8Array(count);
    for (let sample = 0; sample < count; sample++) {
      let first = possible[0] as number;
      for (const variant of possible)
        if (at(scores, variant, sample) > at(scores, first, sample)) first = variant;
      winner[sample] = program.optionOf[first] as number;
    }
    const total = new Float64Array(count);
    this.eachCriterion(situation, start, count, () => {
      for (let sample = 0; sample < count; sample++)
        total[sample] = (total[sample] as number) + (weights[sample] as number);
    });
    this.eachCriterion(situation, start, count, (criterion) => {
      for (let sample = 0; sample < count; sample++) {
        if (total[sample] === 0) continue;
        const part = (weight * (weights[sample] as number)) / (total[sample] as number);
        for (const row of [winner[sample] as number, all])
          into.weights[row * size + criterion] =
            (into.weights[row * size + criterion] as number) + part;
      }
    });
    for (const option of winner)
      for (const row of [option, all]) into.wins[row] = (into.wins[row] as number) + weight;
  }

  /** Draws the weights of each criterion that weighs anything, burdens by their common factor: as they were for the scores. */
  private eachCriterion(
    situation: Situation,
    start: number,
    count: number,
    visit: (criterion: number) => void,
  ): void {
    const { weights, factor } = this;
    const variants = this.program.variants.length;
    const burdens = this.program.burdens.length;
    const reader = (criterion: number) => 1 + criterion * (1 + variants);
    for (let burden = 0; burden < burdens; burden++) {
      if ((situation.burdenWeight[burden * 3 + 2] as number) === 0) continue;
      this.drawWeights(situation.burdenWeight, burden * 3, reader(burden), start, count);
      for (let sample = 0; sample < count; sample++)
        weights[sample] = (weights[sample] as number) * (factor[sample] as number);
      visit(burden);
    }
    for (let need = 0; need < situation.needs; need++) {
      if ((situation.weight[need * 3 + 2] as number) === 0) continue;
      const criterion = burdens + (situation.capability[need] as number);
      this.drawWeights(situation.weight, need * 3, reader(criterion), start, count);
      visit(criterion);
    }
  }

  /** Equal scores share a first place: each variant its part, each option the same as any other that has one of them. */
  private shareFirst(
    sample: number,
    most: number,
    equal: number,
    weight: number,
    into: { readonly variants: Float64Array; readonly options: Float64Array },
  ): void {
    const { optionOf } = this.program;
    const options = new Set<number>();
    for (const variant of this.possible) {
      if ((this.scores[variant] as Float64Array)[sample] !== most) continue;
      into.variants[variant] = (into.variants[variant] as number) + weight / equal;
      options.add(optionOf[variant] as number);
    }
    for (const option of options)
      into.options[option] = (into.options[option] as number) + weight / options.size;
  }

  /** Adds each member's places to its row. Pair by pair over all samples, so that no branch is mispredicted. */
  private countPlaces(
    columns: readonly Float64Array[],
    members: readonly number[],
    count: number,
    weight: number,
    into: Float64Array,
    width: number,
  ): void {
    const size = members.length;
    const ranks = this.ranks;
    for (let one = 0; one < size; one++) (ranks[one] as Uint8Array).fill(0, 0, count);
    let ties = 0;
    for (let one = 0; one < size; one++) {
      const own = columns[members[one] as number] as Float64Array;
      const rank = ranks[one] as Uint8Array;
      for (let other = one + 1; other < size; other++) {
        const rival = columns[members[other] as number] as Float64Array;
        const below = ranks[other] as Uint8Array;
        for (let sample = 0; sample < count; sample++) {
          const apart = (own[sample] as number) - (rival[sample] as number);
          rank[sample] = (rank[sample] as number) + Number(apart < 0);
          below[sample] = (below[sample] as number) + Number(apart > 0);
          ties += Number(apart === 0);
        }
      }
    }
    for (let one = 0; one < size; one++) {
      const rank = ranks[one] as Uint8Array;
      const row = (members[one] as number) * width;
      const own = columns[members[one] as number] as Float64Array;
      for (let sample = 0; sample < count; sample++) {
        const first = row + (rank[sample] as number);
        if (ties === 0) {
          into[first] = (into[first] as number) + weight;
          continue;
        }
        let equal = 0;
        for (let other = 0; other < size; other++)
          if ((columns[members[other] as number] as Float64Array)[sample] === own[sample]) equal++;
        for (let place = first; place < first + equal; place++)
          into[place] = (into[place] as number) + weight / equal;
      }
    }
  }
}
