import { strToU8, zipSync } from "fflate";
import type { Kit } from "./types";

/** The day in every archive: the same kit is the same bytes. */
const epoch = new Date("2026-01-01T00:00:00Z");

/** The kit as a ZIP archive, in a folder named after the variant. */
export function zipKit(kit: Kit): Uint8Array {
  const folder = `kit-${kit.variant.id}`;
  const entries = [
    ["RUNBOOK.md", kit.runbook] as const,
    ...kit.files.map(({ path, content }) => [path, content] as const),
  ];
  return zipSync(
    Object.fromEntries(entries.map(([path, content]) => [`${folder}/${path}`, strToU8(content)])),
    { level: 9, mtime: epoch },
  );
}
