import type { Matrix, Preset } from "@/lib/data/types";
import { type Judgement, judge } from "@/lib/engine/judge";
import type { ScoringTable, VariantResult } from "@/lib/engine/types";

/** One criterion of the example: its weight and what two variants earn of it, typical values. */
export interface ExampleRow {
  readonly label: string;
  readonly kind: "need" | "burden";
  readonly weight: number;
  /** Worth (need) or 100 less the cost (burden), 0 to 100, for the leader and the rival. */
  readonly values: readonly [leader: number, rival: number];
}

export interface WorkedExample {
  readonly preset: Preset;
  readonly leader: VariantResult;
  readonly rival: VariantResult;
  readonly rows: readonly ExampleRow[];
  readonly totalWeight: number;
  readonly judgement: Judgement;
}

/** Works one preset out step by step: the first place against the best variant of the second option. */
export function workExample(matrix: Matrix, table: ScoringTable, presetId: string): WorkedExample {
  const preset = matrix.presets.find(({ id }) => id === presetId) ?? matrix.presets[0];
  if (!preset) throw new RangeError("there are no presets to work an example from");
  const judgement = judge(table, preset.answers);
  const { evaluation } = judgement;
  const [first, second] = evaluation.options;
  const leader = evaluation.variants.find(({ variant }) => variant === first?.variant);
  const rival = evaluation.variants.find(({ variant }) => variant === second?.variant);
  if (!leader || !rival)
    throw new RangeError(`the preset "${preset.id}" leaves fewer than two options`);
  const labelOf = (list: readonly { id: string; label: string }[], id: string) =>
    list.find((each) => each.id === id)?.label ?? id;
  const needs = evaluation.needs.map(
    ({ capability, weight }, index): ExampleRow => ({
      label: labelOf(matrix.capabilities, capability),
      kind: "need",
      weight: weight[1],
      values: [
        leader.contributions[index]?.value[1] ?? 0,
        rival.contributions[index]?.value[1] ?? 0,
      ],
    }),
  );
  const burdens = evaluation.burdens.map(
    ({ burden, weight }, index): ExampleRow => ({
      label: labelOf(matrix.burdens, burden),
      kind: "burden",
      weight: weight[1],
      values: [
        100 - (leader.burdens[index]?.cost[1] ?? 0),
        100 - (rival.burdens[index]?.cost[1] ?? 0),
      ],
    }),
  );
  const rows = [...needs, ...burdens];
  return {
    preset,
    leader,
    rival,
    rows,
    totalWeight: rows.reduce((sum, { weight }) => sum + weight, 0),
    judgement,
  };
}
