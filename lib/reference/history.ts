import type { ReleaseChanges } from "@/lib/data/types";

/** What a release changed in one row. */
export function changesOf(release: ReleaseChanges, capability: string): ReleaseChanges["changes"] {
  return release.changes.filter(({ capabilities }) => capabilities.includes(capability));
}
