import { overlaySentence } from "@/lib/overlay/statement";
import { escapeMarkdown, link } from "@/lib/text/markdown";
import type { ExportSource } from "./source";

/** Whose edition the file was made by, where it is not the published data. */
export function overlayLines({ overlay }: ExportSource): string[] {
  if (!overlay) return [];
  const { policy, asOf } = overlay;
  const said = escapeMarkdown(overlaySentence(overlay));
  return [`${said} Reasons: ${link(policy.title, policy.url)}, ${asOf}.`];
}
