import { strToU8, zipSync } from "fflate";
import type { Kit } from "./types";

/**
 * The day in every archive, so that the same kit is the same bytes. Archives hold local time without a zone, and the
 * library asks for its parts: made of the same parts, they are the same wherever the server stands.
 */
const epoch = () => new Date(2026, 0, 1);

/** The kit as a ZIP archive, in a folder named after the variant. */
export function zipKit(kit: Kit): Uint8Array {
  const folder = `kit-${kit.variant.id}`;
  const entries = [
    ["RUNBOOK.md", kit.runbook] as const,
    ...kit.files.map(({ path, content }) => [path, content] as const),
  ];
  return zipSync(
    Object.fromEntries(entries.map(([path, content]) => [`${folder}/${path}`, strToU8(content)])),
    { level: 9, mtime: epoch() },
  );
}
