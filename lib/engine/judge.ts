import { apportion } from "./apportion";
import { openFields } from "./completions";
import { evaluate } from "./evaluate";
import { importances, type State } from "./fields";
import { canTurn, informationOf, type OpenQuestion } from "./information";
import { type Program, programOf, stateOf } from "./program";
import { seed } from "./stream";
import { type Tally, tallyOf } from "./tally";
import type { Answer, Answers, Evaluation, ScoringTable } from "./types";

/**
 * "nearest": sure enough, but nothing possible meets all must-haves in full; "unstated": no need was named yet.
 */
export type VerdictWord = "clear" | "leaning" | "close" | "nearest" | "unstated" | "impossible";

/** An option with this many first places of 100 takes part in a close call. */
const closeShare = 20;
/** The likelihood from which an open answer counts as a fair chance. */
export const fairChance = 0.1;

export interface Standing {
  readonly id: string;
  /** Share of all samples (0 to 1) in which it takes the first, second, … place among what is possible there. */
  readonly ranks: readonly number[];
  /** First places of 100, as printed; over all options (and over all variants) they add up to 100. */
  readonly of100: number;
  /** Ruled out by what was answered. */
  readonly ruledOut: boolean;
  /** Mean score over the completions in which it is possible, 0 to 100. */
  readonly score: number;
}

export interface OptionStanding extends Standing {
  /** The variant that leads it most often. */
  readonly variant: string;
  /** Of its `of100`: doubt that comes from what is open. Nought for the leader. */
  readonly openOf100: number;
  /** First places of 100 if nothing more is wanted. */
  readonly enough: number;
}

export interface VariantStanding extends Standing {
  readonly option: string;
  /** Share of completions in which it is ruled out, 0 to 1. */
  readonly out: number;
  readonly enough: number;
}

export interface Verdict {
  readonly word: VerdictWord;
  /** In the order of the printed shares; with "close" all that share the doubt, at least two where two are possible. */
  readonly leaders: readonly string[];
  /** The variant for the first of them; with "impossible" the one that fails least. */
  readonly variant: string;
  /** Printed: first places of 100. */
  readonly share: number;
  /** Whether the winner meets every stated must-have in full. */
  readonly meetsMusts: boolean;
  /** An answer that is still open has a fair chance to put another option first. */
  readonly soFar: boolean;
}

export interface Decision {
  readonly verdict: Verdict;
  /** By printed share, the ruled out last. */
  readonly options: readonly Pick<OptionStanding, "id" | "ruledOut" | "ranks" | "of100">[];
}

export interface Judgement extends Decision {
  /** By printed share, the ruled out last. */
  readonly options: readonly OptionStanding[];
  readonly variants: readonly VariantStanding[];
  /** First places of 100 that others take: because of what is open, and what would remain. */
  readonly doubt: { readonly open: number; readonly remains: number };
  /** How sure first place would be once all is answered, of 100 on average. */
  readonly answered: number;
  /** The verdict if what was said is all that is wanted. */
  readonly enough: Verdict;
  /** The most informative first. */
  readonly open: readonly OpenQuestion[];
  readonly completions: number;
  readonly samples: number;
  readonly seed: number;
  /** Of the stated answers alone: what fit, exclusions and costs are told from. */
  readonly evaluation: Evaluation;
}

function ranksOf(counts: Float64Array, index: number, width: number): number[] {
  // Weights that sum to one do so but for the last digit.
  return Array.from(counts.subarray(index * width, (index + 1) * width), (share) =>
    Math.min(1, share),
  );
}

/** By printed share, then by exact share, then by score, then by id; the ruled out last. */
function byShare(a: Standing, b: Standing): number {
  return (
    Number(a.ruledOut) - Number(b.ruledOut) ||
    b.of100 - a.of100 ||
    (b.ranks[0] ?? 0) - (a.ranks[0] ?? 0) ||
    b.score - a.score ||
    (a.id < b.id ? -1 : 1)
  );
}

type Bare<T> = Omit<T, "enough" | "openOf100">;

function standingsOf(
  program: Program,
  tally: Tally,
): { readonly options: Bare<OptionStanding>[]; readonly variants: Bare<VariantStanding>[] } {
  const size = program.variants.length;
  const width = program.options.length;
  const places = (counts: Float64Array, members: number) =>
    apportion(
      Array.from({ length: members }, (_, index) => counts[index * members] as number),
      100,
    );
  const variantSeats = places(tally.variants, size);
  const variants = program.variants.map((id, index) => ({
    id,
    option: program.options[program.optionOf[index] as number] as string,
    ranks: ranksOf(tally.variants, index, size),
    of100: variantSeats[index] as number,
    out: tally.out[index] as number,
    ruledOut: tally.judged.length === 0 || tally.ruledOut[index] === 1,
    score: tally.score[index] as number,
  }));
  variants.sort(byShare);
  const optionSeats = places(tally.options, width);
  const options = program.options.flatMap((id, index) => {
    const best = variants
      .filter(({ option }) => option === id)
      .sort(
        (a, b) =>
          Number(a.ruledOut) - Number(b.ruledOut) ||
          (b.ranks[0] ?? 0) - (a.ranks[0] ?? 0) ||
          b.score - a.score ||
          (a.id < b.id ? -1 : 1),
      )[0];
    if (!best) return [];
    return [
      {
        id,
        variant: best.id,
        ranks: ranksOf(tally.options, index, width),
        of100: optionSeats[index] as number,
        ruledOut: best.ruledOut,
        score: best.score,
      },
    ];
  });
  options.sort(byShare);
  return { options, variants };
}

const inFull: ReadonlySet<string> = new Set(["full", "moot", "addon"]);

function meetsAll(evaluation: Evaluation, variant: string): boolean {
  const found = evaluation.variants.find((each) => each.variant === variant);
  return (
    found !== undefined &&
    found.exclusions.length === 0 &&
    evaluation.needs.every(
      ({ importance }, index) =>
        importance !== "must" || inFull.has(found.contributions[index]?.support ?? "none"),
    )
  );
}

/** Puts the printed shares into a word. */
function verdictOf(
  table: ScoringTable,
  evaluation: Evaluation,
  options: readonly Bare<OptionStanding>[],
  soFar: boolean,
  wishesOpen: boolean,
): Verdict {
  const [first] = options;
  if (!first || first.ruledOut) {
    const variant = evaluation.variants[0]?.variant ?? "";
    return { word: "impossible", leaders: [], variant, share: 0, meetsMusts: false, soFar: false };
  }
  const meetsMusts = meetsAll(evaluation, first.variant);
  const share = first.of100;
  const common = { variant: first.variant, share, meetsMusts, soFar };
  const stated = evaluation.needs.some(({ sources }) =>
    sources.some((source) => "question" in source),
  );
  const alone = { ...common, leaders: [first.id] };
  if (!stated && wishesOpen) return { ...alone, word: "unstated" };
  const { clear, leaning } = table.thresholds;
  if (share >= leaning) {
    if (!meetsMusts && !evaluation.variants.some(({ variant }) => meetsAll(evaluation, variant)))
      return { ...alone, word: "nearest" };
    return {
      ...alone,
      word: share >= clear && meetsMusts && !soFar ? "clear" : "leaning",
    };
  }
  const rivals = options.filter(
    (each, index) => index > 0 && !each.ruledOut && (index === 1 || each.of100 >= closeShare),
  );
  return { ...common, word: "close", leaders: [first.id, ...rivals.map(({ id }) => id)] };
}

function doubtOf(
  program: Program,
  tally: Tally,
  leader: string,
): { readonly byOption: Float64Array; readonly answered: number } {
  const own = program.options.indexOf(leader);
  const byOption = new Float64Array(program.options.length);
  let answered = 0;
  for (const { weight, firsts } of tally.judged) {
    let top = own;
    firsts.forEach((share, option) => {
      if (share > (firsts[top] as number)) top = option;
    });
    answered += weight * (firsts[top] as number);
    if (top === own) continue;
    firsts.forEach((share, option) => {
      if (option !== own) byOption[option] = (byOption[option] as number) + weight * share;
    });
  }
  return { byOption, answered };
}

/** "That is all I need": what is open is no longer wanted. Choices stay open: they are facts, not wishes. */
export function closeAnswers(table: ScoringTable, answers: Answers): Answers {
  const closed: Record<string, Answer> = { ...answers };
  for (const question of table.questions) {
    if (table.fixed?.[question.id] !== undefined) continue;
    const answer = answers[question.id];
    const isOpen = answer === undefined || answer === "unsure";
    if (question.kind === "importance" && isOpen) closed[question.id] = "no";
    if (question.kind !== "needs") continue;
    const rows = typeof answer === "object" && !Array.isArray(answer) ? answer : {};
    const gone = question.retired ?? [];
    closed[question.id] = Object.fromEntries(
      question.rows.flatMap(({ id }) => {
        const row = (rows as Readonly<Record<string, string>>)[id];
        const level = importances.find((importance) => importance === row);
        return level === undefined && gone.includes(id) ? [] : [[id, level ?? "no"]];
      }),
    );
  }
  return closed;
}

function wishesOpenIn(program: Program, stated: State): boolean {
  return openFields(program, stated).some((field) => program.fields[field]?.demands.length !== 0);
}

interface Decided extends Decision {
  readonly options: readonly Bare<OptionStanding>[];
  readonly variants: readonly Bare<VariantStanding>[];
  readonly tally: Tally;
  readonly leader: string;
}

function decided(
  program: Program,
  stated: State,
  evaluation: Evaluation,
  wishesOpen: boolean,
  firstsOnly: boolean,
): Decided {
  const tally = tallyOf(program, stated, { firstsOnly });
  const { options, variants } = standingsOf(program, tally);
  const leader = options[0]?.ruledOut === false ? options[0].id : "";
  const soFar = canTurn(program, stated, tally, leader, fairChance);
  const verdict = verdictOf(program.table, evaluation, options, soFar, wishesOpen);
  return { verdict, options, variants, tally, leader };
}

/** The verdict of `judge` and the shares it was decided on, to the digit, in half the time: first places alone are counted. */
export function decide(table: ScoringTable, answers: Answers): Decision {
  const program = programOf(table);
  const stated = stateOf(program, answers);
  return decided(program, stated, evaluate(table, answers), wishesOpenIn(program, stated), true);
}

/**
 * Judges an answer set: how sure each option is to be first over the ways the open answers may turn out, the weights and
 * the findings, and what of the doubt an answer would take away. Everything comes from one set of samples.
 */
export function judge(table: ScoringTable, answers: Answers): Judgement {
  const program = programOf(table);
  const stated = stateOf(program, answers);
  const evaluation = evaluate(table, answers);
  const wishesOpen = wishesOpenIn(program, stated);
  const all = decided(program, stated, evaluation, wishesOpen, false);
  const { verdict, options, variants, tally, leader } = all;
  const doubt = doubtOf(program, tally, leader);

  const then = wishesOpen
    ? decided(program, stateOf(program, closeAnswers(table, answers)), evaluation, false, true)
    : all;
  const seatsThen = (list: readonly { id: string; of100: number }[], id: string) =>
    list.find((each) => each.id === id)?.of100 ?? 0;

  const told = options.map((each): OptionStanding => {
    const index = program.options.indexOf(each.id);
    const share = each.ranks[0] ?? 0;
    const part = share === 0 ? 0 : (doubt.byOption[index] as number) / share;
    return {
      ...each,
      openOf100: Math.min(each.of100, Math.round(each.of100 * part)),
      enough: seatsThen(then.options, each.id),
    };
  });
  const openDoubt = told.reduce((sum, { openOf100 }) => sum + openOf100, 0);
  return {
    verdict,
    options: told,
    variants: variants.map((each) => ({ ...each, enough: seatsThen(then.variants, each.id) })),
    doubt: {
      open: openDoubt,
      remains: leader === "" ? 0 : 100 - verdict.share - openDoubt,
    },
    answered: Math.max(verdict.share, Math.round(100 * doubt.answered)),
    enough: then.verdict,
    open: informationOf(program, stated, tally, leader),
    completions: tally.judged.length,
    samples: tally.samples,
    seed,
    evaluation,
  };
}
