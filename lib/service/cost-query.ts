import "server-only";
import { decodeCode } from "@/lib/answers/code";
import { standingOf } from "@/lib/costs/cost-view";
import { type Assumption, defaultInputs, referenceInputs } from "@/lib/costs/defaults";
import { type CostInputs, numberFields, type TypedInputs, typeInputs } from "@/lib/costs/inputs";
import type { Standing } from "@/lib/costs/rows";
import { judge } from "@/lib/engine/judge";
import { matrix, table } from "@/lib/site/data";
import { overheads } from "@/lib/site/overheads";
import { releases } from "@/lib/site/releases";

export interface CostQuery {
  /** What stands in the fields: from the address, else the defaults. */
  readonly typed: TypedInputs;
  readonly defaults: CostInputs;
  readonly assumptions: readonly Assumption[];
  readonly code: string | undefined;
  readonly standing: Standing | undefined;
  /** Why the result could not be read, as a sentence. */
  readonly codeProblem: string | undefined;
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

const problems = {
  foreign: "it is not one of ours",
  damaged: "a character of it is wrong or lost",
  newer: "a later edition of the questions made it",
} as const;

function first(query: Query, key: string): string | undefined {
  const value = query[key];
  return Array.isArray(value) ? value[0] : value;
}

function readCode(code: string | undefined) {
  if (code === undefined || code === "")
    return { code: undefined, ...referenceInputs(overheads.defaults) };
  const decoded = decodeCode(matrix.slots, code, releases.length);
  if (!decoded.ok) {
    return {
      code: undefined,
      ...referenceInputs(overheads.defaults),
      codeProblem: `The code of the result (“r=”) could not be read: ${problems[decoded.problem]}. The figures below hold for no particular answers; the load you gave is kept.`,
    };
  }
  const { answers } = decoded;
  const { evaluation, verdict } = judge(table, answers);
  return {
    code,
    ...defaultInputs(overheads.defaults, { table, answers, evaluation }),
    standing: standingOf(evaluation, verdict.variant),
  };
}

/** Reads the address of the page. Whatever is wrong with it, the page can be shown. */
export function readCostQuery(query: Query): CostQuery {
  const known: {
    code: string | undefined;
    inputs: CostInputs;
    assumptions: readonly Assumption[];
    standing?: Standing;
    codeProblem?: string;
  } = readCode(first(query, "r"));
  const given: Partial<Record<keyof CostInputs, string>> = {};
  for (const id of [...numberFields.map((field) => field.id), "conns" as const]) {
    const value = first(query, id);
    if (value !== undefined && value !== "") given[id] = value;
  }
  return {
    typed: { ...typeInputs(known.inputs), ...given },
    defaults: known.inputs,
    assumptions: known.assumptions,
    code: known.code,
    standing: known.standing,
    codeProblem: known.codeProblem,
  };
}
