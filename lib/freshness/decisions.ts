import { evaluate } from "@/lib/engine/evaluate";
import { deriveRequirements } from "@/lib/engine/needs";
import type { Answers, ScoringTable, Support } from "@/lib/engine/types";

function firstOf(table: ScoringTable, answers: Answers): string {
  const first = evaluate(table, answers).options[0];
  return first && !first.ruledOut ? first.option : "";
}

function withCell(
  table: ScoringTable,
  capability: string,
  variant: string,
  support: Support,
): ScoringTable {
  const row = table.cells[capability];
  const cell = { ...row?.[variant], support, value: table.levels[support] };
  return { ...table, cells: { ...table.cells, [capability]: { ...row, [variant]: cell } } };
}

/** The name of a cell in maps: capability and variant. */
export function cellKey(capability: string, variant: string): string {
  return `${capability} ${variant}`;
}

/**
 * How many of these situations each cell decides: were it nothing, or all of it, another option would be first. Cells that
 * decide none are left out.
 */
export function countDecisions(
  table: ScoringTable,
  situations: readonly Answers[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const answers of situations) {
    const first = firstOf(table, answers);
    const { needs, requirements } = deriveRequirements(table, answers);
    const rows = new Set([...needs, ...requirements].map(({ capability }) => capability));
    for (const capability of rows) {
      for (const { id } of table.variants) {
        const decides = (["none", "full"] as const).some(
          (support) =>
            table.cells[capability]?.[id]?.support !== support &&
            firstOf(withCell(table, capability, id, support), answers) !== first,
        );
        if (decides)
          counts.set(cellKey(capability, id), (counts.get(cellKey(capability, id)) ?? 0) + 1);
      }
    }
  }
  return counts;
}
