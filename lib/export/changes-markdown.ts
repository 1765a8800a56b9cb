import type { ChangeGroup, ChangeRow } from "@/lib/result/changes";
import { escapeMarkdown, link, list } from "@/lib/text/markdown";
import { absolute, type ExportSource } from "./source";

/** “Platform team: from “two” to “none”; result: Linkerd: leaning”. */
function changeLine(source: ExportSource, { steps, verdict, href }: ChangeRow): string {
  const changes = steps
    .map(({ label, from, to }) => `${label}: from ${from} to ${to}`)
    .map(escapeMarkdown)
    .join("; ");
  return `${changes} → ${link(verdict, absolute(source, href))}`;
}

function groupLines(source: ExportSource, { heading, statement, rows }: ChangeGroup): string {
  const said = statement ? ` ${escapeMarkdown(statement)}` : "";
  const end = rows.length > 0 ? ":" : ".";
  const lines = rows.map((row) => `    * ${changeLine(source, row)}`);
  return [`${escapeMarkdown(heading)}${end}${said}`, ...lines].join("\n");
}

/** What would change first place: the finding, then for each other option the fewest changes that put it first. */
export function changesBlocks(source: ExportSource): string[] {
  const { finding, rivals, tried } = source.result.changes;
  if (tried === 0) return [`${escapeMarkdown(finding)}.`];
  return [`${escapeMarkdown(finding)}.`, list(rivals.map((rival) => groupLines(source, rival)))];
}

/** The findings in doubt that first place hangs on. */
export function hangingBlocks(source: ExportSource): string[] {
  const { hanging, hangingStatement } = source.result.changes;
  const lines = hanging.map(
    ({ sentence, doubt, checked, evidence }) =>
      `${escapeMarkdown(`${sentence} ${doubt}, checked ${checked}.`)} ${link("Evidence", absolute(source, evidence.href))}`,
  );
  return [escapeMarkdown(hangingStatement), list(lines)];
}
