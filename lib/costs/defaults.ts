import type { Answers, Evaluation, Importance, ScoringTable } from "@/lib/engine/types";
import type { CostInputs } from "./inputs";
import type { Overheads } from "./types";

type Rules = Overheads["defaults"];

/** An assumption the defaults rest on, for the reader to correct. */
export interface Assumption {
  readonly about: "size" | "clusters" | "layer7" | "platform";
  readonly text: string;
}

export interface Defaults {
  readonly inputs: CostInputs;
  readonly assumptions: readonly Assumption[];
}

/** What to assume when no answers are known. */
export function referenceInputs({ reference, layer7 }: Rules): Defaults {
  const { because, ...size } = reference;
  return {
    inputs: { ...size, l7: layer7.unanswered, conns: "kept" },
    assumptions: [{ about: "size", text: because }],
  };
}

const order: readonly (Importance | "unsure")[] = ["no", "nice", "unsure", "important", "must"];

/**
 * Per cent of calls that need layer 7: by the weightiest need that a variant can only meet with its extra component
 * (a waypoint). Undefined when no need was stated at all.
 */
function layer7Share(
  { byImportance }: Rules["layer7"],
  table: ScoringTable,
  evaluation: Evaluation,
): number | undefined {
  if (evaluation.needs.length === 0) return undefined;
  const atLayer7 = evaluation.needs.filter(({ capability }) =>
    Object.values(table.cells[capability] ?? {}).some(({ usesExtra }) => usesExtra),
  );
  const weightiest = Math.max(0, ...atLayer7.map(({ importance }) => order.indexOf(importance)));
  return byImportance[order[weightiest] ?? "no"];
}

/**
 * Sensible inputs from the answers: size and load by the number of services, clusters by the estate, the share of
 * layer 7 by the needs. Every figure is an assumption, said with its reason.
 */
export function defaultInputs(
  rules: Rules,
  known: {
    readonly table: ScoringTable;
    readonly answers: Answers;
    readonly evaluation: Evaluation;
  },
): Defaults {
  const chosen = <T extends { value: string }>(rows: readonly T[], question: string) =>
    rows.find(({ value }) => value === known.answers[question]);
  const size = chosen(rules.services, rules.question.services) ?? rules.reference;
  const estate = chosen(rules.clusters, rules.question.clusters);
  const platform = chosen(rules.platforms, rules.question.platform);
  const share = layer7Share(rules.layer7, known.table, known.evaluation);

  const clusters = estate?.clusters ?? rules.reference.clusters;
  const each = estate?.perCluster;
  const counts = each
    ? { pods: each.pods * clusters, nodes: each.nodes * clusters, rps: each.rps * clusters }
    : {
        pods: Math.max(size.pods, clusters),
        nodes: clusters > 1 ? Math.max(size.nodes, rules.nodesPerCluster * clusters) : size.nodes,
        rps: size.rps,
      };
  return {
    inputs: {
      ...counts,
      clusters,
      calls: size.calls,
      hops: size.hops,
      l7: share ?? rules.layer7.unanswered,
      conns: "kept",
    },
    assumptions: [
      ...(each ? [] : [{ about: "size" as const, text: size.because }]),
      ...(estate ? [{ about: "clusters" as const, text: estate.because }] : []),
      { about: "layer7" as const, text: rules.layer7.because },
      ...(platform ? [{ about: "platform" as const, text: platform.text }] : []),
    ],
  };
}
