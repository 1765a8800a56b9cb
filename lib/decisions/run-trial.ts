import { answersOf, profileOf } from "@/lib/data/decision-answers";
import type { Matrix } from "@/lib/data/types";
import { judge } from "@/lib/engine/judge";
import type { ScoringTable } from "@/lib/engine/types";
import type { LoadedRelease } from "@/lib/release/frozen";
import { type Judge, judgeAlways, judgeByEditionOne, judgeByOthers, judgeBySum } from "./judges";
import {
  type Agreement,
  confusionOf,
  holdAgainst,
  reliabilityByBand,
  reliabilityByWord,
  type Scores,
  scoresOf,
  type Tried,
} from "./trial";

/** One kind of encoding, or all of them, and how each way of judging did. */
export interface TrialGroup {
  readonly id: "blind" | "masked" | "all";
  readonly label: string;
  readonly cases: number;
  readonly judges: readonly {
    readonly id: string;
    readonly label: string;
    readonly scores: Scores;
  }[];
  /** Of the engine of this tree. */
  readonly bands: readonly Agreement[];
  readonly words: readonly Agreement[];
  readonly confusion: ReturnType<typeof confusionOf>;
}

export interface Trial {
  readonly groups: readonly TrialGroup[];
  readonly tried: readonly Tried[];
  /** Mean information of an open question about first place, in bits, over all decisions. */
  readonly informative: readonly {
    readonly question: string;
    readonly bits: number;
    readonly quick: boolean;
  }[];
}

/**
 * Judges every published decision as a reader would be judged who gave its answers. What it leaves open is borrowed from
 * the others alone, never from itself.
 */
export function runTrial(matrix: Matrix, table: ScoringTable, editionOne: LoadedRelease): Trial {
  const { questions } = table;
  const cases = matrix.decisions.map((decision) => ({
    decision,
    kind: matrix.protocols.find(({ id }) => id === decision.protocol)?.kind,
    answers: answersOf(questions, decision),
    others: matrix.decisions
      .filter(({ id }) => id !== decision.id)
      .map((other) => profileOf(questions, other)),
  }));
  const options = matrix.options.map(({ id }) => id);
  const judges: readonly { id: string; label: string; judge: Judge }[] = [
    { id: "ours", label: "this engine", judge: judgeByOthers(table) },
    { id: "sum", label: "weighted sum, nothing completed", judge: judgeBySum(table) },
    {
      id: "edition-1",
      label: "edition 1",
      judge: judgeByEditionOne(editionOne.table, editionOne.engine.replay),
    },
    { id: "istio", label: "always Istio", judge: judgeAlways("istio") },
  ];
  const tried = judges.map((each) => ({
    ...each,
    tried: cases.map(({ decision, kind, answers, others }) => ({
      kind,
      result: holdAgainst(decision, each.judge(answers, others)),
    })),
  }));
  const groups = (
    [
      ["blind", "Encoded blind"],
      ["masked", "Encoded from a masked text"],
      ["all", "All"],
    ] as const
  ).map(([id, label]): TrialGroup => {
    const of = (list: (typeof tried)[number]["tried"]) =>
      list.filter(({ kind }) => id === "all" || kind === id).map(({ result }) => result);
    const ours = of(tried[0]?.tried ?? []);
    return {
      id,
      label,
      cases: ours.length,
      judges: tried.map((each) => ({
        id: each.id,
        label: each.label,
        scores: scoresOf(of(each.tried), options),
      })),
      bands: reliabilityByBand(ours),
      words: reliabilityByWord(ours),
      confusion: confusionOf(ours, options),
    };
  });
  const bits = new Map<string, number>();
  for (const { answers, others } of cases) {
    for (const { question, bits: each } of judge({ ...table, profiles: others }, answers).open)
      bits.set(question, (bits.get(question) ?? 0) + each / cases.length);
  }
  const quick = new Set(matrix.questions.filter((question) => question.quick).map(({ id }) => id));
  return {
    groups,
    tried: (tried[0]?.tried ?? []).map(({ result }) => result),
    informative: [...bits]
      .map(([question, each]) => ({ question, bits: each, quick: quick.has(question) }))
      .sort((a, b) => b.bits - a.bits),
  };
}
