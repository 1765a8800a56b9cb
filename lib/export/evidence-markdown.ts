import type { Assessment } from "@/lib/result/assessment";
import { viewEvidence } from "@/lib/result/evidence";
import { escapeMarkdown, link } from "@/lib/text/markdown";
import type { ExportSource } from "./source";

type Finding = readonly [capability: string, variant: string];

/**
 * The findings that speak loudest: must-haves the first place does not meet in full and those it does, what rules others
 * out, then how the runner-up stands with the must-haves and the first place with the rest.
 */
function tellingFindings({ evaluation }: Assessment): Finding[] {
  const [first, second] = evaluation.options.map(({ variant }) => variant);
  const own = evaluation.variants.find(({ variant }) => variant === first);
  const of = (variant: string | undefined, capabilities: readonly string[]): Finding[] =>
    variant === undefined ? [] : capabilities.map((capability) => [capability, variant]);
  const needs = (...importances: string[]) =>
    evaluation.needs
      .filter(({ importance }) => importances.includes(importance))
      .map(({ capability }) => capability);
  return [
    ...of(first, own?.warnings.map(({ capability }) => capability) ?? []),
    ...of(first, needs("must")),
    ...evaluation.variants.flatMap(({ variant, exclusions }) =>
      exclusions
        .slice(0, 2)
        .flatMap((each): Finding[] => ("capability" in each ? [[each.capability, variant]] : [])),
    ),
    ...of(second, needs("must")),
    ...of(first, needs("important", "nice", "unsure")),
  ];
}

/** The sources of the findings that speak loudest, at most `most`, each once. */
export function evidenceLines({ assessment }: ExportSource, most: number): string[] {
  const lines = new Map<string, string>();
  for (const [capability, variant] of tellingFindings(assessment)) {
    const { title, sources } = viewEvidence(assessment, capability, variant);
    const [source] = sources;
    if (!source || lines.size === most || lines.has(source.url)) continue;
    lines.set(
      source.url,
      `${escapeMarkdown(title)}: ${link(source.title, source.url)}, ${escapeMarkdown(source.version)}, checked ${source.checked}`,
    );
  }
  return [...lines.values()];
}
