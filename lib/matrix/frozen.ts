import "server-only";
import type { ScoringTable } from "@/lib/engine/types";
import { table } from "./load";
import { currentRelease, releases } from "./releases";

const files = import.meta.glob<ScoringTable>(
  [
    "../../data/releases/*.json",
    "!../../data/releases/index.json",
    "!../../data/releases/*.corpus.json",
  ],
  {
    import: "default",
    eager: true,
  },
);

/**
 * The scoring table as it was in a release. Written by npm run release from a table the engine had accepted and never
 * edited (tests hold its fingerprint), so it is trusted as it is.
 */
export function tableOf(index: number): ScoringTable {
  if (index === currentRelease) return table;
  const id = releases[index]?.id;
  const frozen = files[`../../data/releases/${id}.json`];
  if (!frozen) throw new RangeError(`data/releases/${id}.json is missing`);
  return frozen;
}
