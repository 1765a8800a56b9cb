import type { Matrix } from "@/lib/data/types";
import { diffTables, type TableChange } from "@/lib/engine/diff";
import { judge } from "@/lib/engine/judge";
import type { Answers, ScoringTable } from "@/lib/engine/types";

export interface DataSet {
  readonly matrix: Matrix;
  readonly table: ScoringTable;
}

interface Outcome {
  readonly first: string;
  readonly word: string;
  readonly score: string;
  readonly share: string;
}

function outcomeOf(table: ScoringTable, answers: Answers): Outcome {
  const { verdict, options } = judge(table, answers);
  const [first] = options;
  if (!first || first.ruledOut)
    return { first: "none possible", word: verdict.word, score: "–", share: "–" };
  return {
    first: verdict.variant,
    word: verdict.word,
    score: first.score.toFixed(1),
    share: String(first.of100),
  };
}

function cellText({ matrix }: DataSet, capability: string, variant: string): string {
  const cell = matrix.capabilities.find(({ id }) => id === capability)?.cells[variant];
  if (!cell) return "not there";
  return [cell.support, cell.maturity, cell.confidence].filter(Boolean).join(", ");
}

function describeChange(change: TableChange, before: DataSet, after: DataSet): string {
  switch (change.kind) {
    case "cell": {
      const { capability, variant } = change;
      return `| ${capability} | ${variant} | ${cellText(before, capability, variant)} | ${cellText(after, capability, variant)} |`;
    }
    case "burden":
      return `| burden | ${change.burden} | | changed |`;
    case "rule":
      return `| rule | ${change.rule} | | ${change.how} |`;
    case "question":
      return `| question | ${change.question} | | changed |`;
    case "scale":
      return "| scale of worth, weights or thresholds | | | changed |";
  }
}

function moved(before: string, after: string): string {
  return before === after ? after : `${before} → **${after}**`;
}

/** Cells whose words, sources or dates changed while their worth did not. */
function countReworded(before: DataSet, after: DataSet): number {
  return after.matrix.capabilities.reduce((sum, capability) => {
    const old = before.matrix.capabilities.find(({ id }) => id === capability.id);
    return (
      sum +
      Object.entries(capability.cells).filter(([variant, cell]) => {
        const was = old?.cells[variant];
        return was && JSON.stringify(was) !== JSON.stringify(cell);
      }).length
    );
  }, 0);
}

/** What a change of the data does, as Markdown for its review: what scores differently, and which results move. */
export function describeDataDiff(before: DataSet, after: DataSet, ref: string): string {
  const changes = diffTables(before.table, after.table);
  const cells = changes.filter(({ kind }) => kind === "cell").length;
  const reworded = countReworded(before, after);
  const situations = [
    ...after.matrix.presets.map(({ id, answers }) => ({ name: `preset ${id}`, answers })),
    ...after.matrix.scenarios.map(({ id, answers }) => ({ name: `scenario ${id}`, answers })),
  ];
  const rows = situations.flatMap(({ name, answers }) => {
    const was = outcomeOf(before.table, answers);
    const is = outcomeOf(after.table, answers);
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const line = `| ${name} | ${moved(was.first, is.first)} | ${moved(was.word, is.word)} | ${moved(was.score, is.score)} | ${moved(was.share, is.share)} |`;
    return [{ line, isNewFirst: was.first !== is.first, isNewWord: was.word !== is.word }];
  });
  const firsts = rows.filter(({ isNewFirst }) => isNewFirst).length;
  const words = rows.filter(({ isNewWord }) => isNewWord).length;
  const lines = [
    `### What the data change does, compared with ${ref}`,
    "",
    `${cells} cells score differently, ${Math.max(0, reworded - cells)} more changed in words, sources or dates. Of ${situations.length} presets and scenarios ${rows.length} move: ${firsts} get another first place, ${words} another verdict word.`,
  ];
  if (changes.length > 0)
    lines.push(
      "",
      "| what | where | before | after |",
      "| --- | --- | --- | --- |",
      ...changes.map((change) => describeChange(change, before, after)),
    );
  if (rows.length > 0)
    lines.push(
      "",
      "| situation | first | verdict | score | first in 100 |",
      "| --- | --- | --- | --- | --- |",
      ...rows.map(({ line }) => line),
    );
  return `${lines.join("\n")}\n`;
}
