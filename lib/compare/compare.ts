import { encodeAnswers, releaseOf } from "@/lib/answers/code";
import { judge } from "@/lib/engine/judge";
import { viewAnswer } from "@/lib/result/answers";
import { type Assessment, firstOption } from "@/lib/result/assessment";
import { tellingShare } from "@/lib/result/finding-text";
import { changeHref, wordedHref } from "@/lib/result/links";
import { optionInText } from "@/lib/result/names";
import { type OptionView, viewOption } from "@/lib/result/option-view";
import { assess } from "@/lib/result/result";
import { type VerdictView, viewVerdict } from "@/lib/result/verdict";
import { capitalised, counted, inWords, listed } from "@/lib/text/words";
import { mergeAnswers } from "./merge";
import { sameAnswer } from "./same-answer";

export interface ComparedResult {
  /** “A”, “B” …, by which sentences speak of it. */
  readonly letter: string;
  /** The name given to it. */
  readonly title?: string;
  readonly code: string;
  /** Its page, under that name. */
  readonly href: string;
  readonly verdict: VerdictView;
  readonly score?: number;
}

export interface ComparedAnswer {
  readonly letter: string;
  readonly title?: string;
  readonly text: string;
}

export interface Difference {
  readonly question: string;
  readonly number: number;
  readonly label: string;
  readonly href: string;
  readonly answers: readonly ComparedAnswer[];
  /** What happens to the first result when it takes another's answer, result by result. */
  readonly effects: readonly {
    readonly letter: string;
    readonly text: string;
    readonly first?: OptionView;
    readonly decisive: boolean;
  }[];
  readonly decisive: boolean;
  /** The greatest movement of its share of first places, of 100. */
  readonly shift: number;
}

export interface CompareView {
  readonly finding: string;
  readonly results: readonly ComparedResult[];
  readonly differences: readonly Difference[];
  readonly differencesFinding: string;
  /** Questions that all answered alike. */
  readonly agreed: number;
  readonly merged: ComparedResult;
  readonly mergedFinding: string;
}

const letters = "ABCDEF";

type Titles = readonly (string | undefined)[];

function named(title: string | undefined): { readonly title?: string } {
  return title === undefined ? {} : { title };
}

function viewCompared(assessment: Assessment, letter: string, title?: string): ComparedResult {
  const leader = firstOption(assessment);
  const first = assessment.evaluation.options.find(({ option }) => option === leader);
  return {
    letter,
    ...named(title),
    code: assessment.code,
    href: wordedHref(assessment.code, named(title)),
    verdict: viewVerdict(assessment),
    ...(first ? { score: first.score } : {}),
  };
}

function nameIn({ matrix }: Assessment, option: string): string {
  return optionInText(matrix.options.find(({ id }) => id === option) ?? { label: option });
}

/** What another's answer would do to the first result: who comes first then, or how often its own first place does. */
export function effectText(facts: {
  readonly letter: string;
  readonly leader: string | undefined;
  readonly first: string | undefined;
  readonly from: number;
  readonly to: number;
}): string {
  const { letter, leader, first, from, to } = facts;
  const how =
    first === undefined
      ? leader === undefined
        ? "nothing would be possible either"
        : "nothing would be possible"
      : first !== leader
        ? `${first} would be first`
        : Math.abs(to - from) < tellingShare
          ? "next to nothing would change"
          : `${first} would be first in ${to} of 100, not ${from}`;
  return `With ${letter}’s answer, ${how}.`;
}

function viewDifferences(assessments: readonly Assessment[], titles: Titles): Difference[] {
  const [base, ...others] = assessments;
  if (!base) return [];
  const leader = firstOption(base);
  const today = base.judgement.verdict.share;
  return base.matrix.questions.flatMap((question, index): Difference[] => {
    const { id } = question;
    if (assessments.every(({ answers }) => sameAnswer(answers[id], base.answers[id]))) return [];
    const effects = others.flatMap((other, at) => {
      if (sameAnswer(other.answers[id], base.answers[id])) return [];
      const { [id]: _, ...rest } = base.answers;
      const taken = other.answers[id];
      const { verdict, options } = judge(
        base.table,
        taken === undefined ? rest : { ...rest, [id]: taken },
      );
      const [first] = verdict.leaders;
      const decisive = first !== leader;
      const share = options.find((each) => each.id === leader)?.of100 ?? 0;
      const shift = share - today;
      return [
        {
          letter: letters.charAt(at + 1),
          text: effectText({
            letter: letters.charAt(at + 1),
            leader: leader === undefined ? undefined : nameIn(base, leader),
            first: first === undefined ? undefined : nameIn(base, first),
            from: today,
            to: share,
          }),
          ...(decisive && first !== undefined ? { first: viewOption(base, first) } : {}),
          decisive,
          shift: Math.abs(shift),
        },
      ];
    });
    return [
      {
        question: id,
        number: index + 1,
        label: question.label,
        href: changeHref(question.section, id, base.code),
        answers: assessments.map((assessment, at) => ({
          letter: letters.charAt(at),
          ...named(titles[at]),
          text: viewAnswer(assessment, id),
        })),
        effects: effects.map(({ shift: _, ...effect }) => effect),
        decisive: effects.some((effect) => effect.decisive),
        shift: Math.max(0, ...effects.map((effect) => effect.shift)),
      },
    ];
  });
}

function findingOf(results: readonly ComparedResult[]): string {
  const byLeader = new Map<string, { name: string; letters: string[] }>();
  for (const { letter, verdict } of results) {
    const id = verdict.leader?.option.id ?? "";
    const name = verdict.leader
      ? optionInText({ label: verdict.leader.option.name })
      : "nothing possible";
    const group = byLeader.get(id) ?? { name, letters: [] };
    group.letters.push(letter);
    byLeader.set(id, group);
  }
  const groups = [...byLeader.values()];
  if (groups.length === 1) {
    const words = new Set(results.map(({ verdict }) => verdict.wordLabel));
    const all = results.length === 2 ? "Both" : `All ${inWords(results.length)}`;
    const [only] = groups;
    return only?.name === "nothing possible"
      ? `${all} leave nothing possible`
      : `${all} put ${only?.name} first${words.size > 1 ? ", but not equally surely" : ""}`;
  }
  return capitalised(
    listed(
      groups.map(
        ({ name, letters: who }) =>
          `${listed(who)} ${who.length === 1 ? "has" : "have"} ${name} first`,
      ),
    ).replace(
      /(has|have) nothing possible first/g,
      (_, verb: string) => `${verb} nothing possible`,
    ),
  );
}

function differencesFindingOf(differences: readonly Difference[], agreed: number): string {
  if (differences.length === 0) return "The answers do not differ";
  const decisive = differences.filter((difference) => difference.decisive).length;
  const many = `The answers differ on ${counted(differences.length, "question")}`;
  const alike = agreed === 0 ? "" : ` and agree on ${inWords(agreed)}`;
  if (decisive === 0)
    return `${many}${alike}; none of the differences changes first place by itself`;
  return `${many}${alike}; ${decisive === 1 ? "one changes" : `${inWords(decisive)} change`} first place by ${decisive === 1 ? "itself" : "themselves"}`;
}

/**
 * Compares results: verdicts side by side, where answers differ, which difference matters to the first result (each tried
 * alone), and what all of them want together gives. All are evaluated with today's data, so that answers alone differ.
 */
export function viewCompare(
  assessments: readonly Assessment[],
  /** The names given to the results, in their order. */
  titles: Titles = [],
): CompareView {
  const [base] = assessments;
  if (!base) throw new RangeError("there is nothing to compare");
  const results = assessments.map((assessment, index) =>
    viewCompared(assessment, letters.charAt(index), titles[index]),
  );
  const differences = viewDifferences(assessments, titles).sort(
    (a, b) => Number(b.decisive) - Number(a.decisive) || b.shift - a.shift || a.number - b.number,
  );
  const answered = base.matrix.questions.filter(({ id }) =>
    assessments.some(({ answers }) => answers[id] !== undefined),
  ).length;
  const agreed = answered - differences.length;
  const answers = mergeAnswers(
    base.table.questions,
    assessments.map((assessment) => assessment.answers),
  );
  const code = encodeAnswers(base.matrix.slots, answers, releaseOf(base.code));
  const merged = viewCompared(assess(base.matrix, base.table, code, answers), "all");
  return {
    finding: findingOf(results),
    results,
    differences,
    differencesFinding: differencesFindingOf(differences, agreed),
    agreed,
    merged,
    mergedFinding: merged.verdict.leader
      ? `What all want together gives ${merged.verdict.leader.label}, ${merged.verdict.wordLabel.toLowerCase()}`
      : "What all want together cannot be had from one variant",
  };
}
