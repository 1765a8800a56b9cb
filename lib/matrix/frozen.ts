import "server-only";
import type { ScoringTable } from "@/lib/engine/types";
import { checkReleases, type LoadedRelease, loadRelease } from "@/lib/release/frozen";
import { table } from "./load";
import { currentRelease, frozenReleases, releases } from "./releases";

/** From where the server runs: next.config.ts takes these files along into the standalone output. */
const folder = "data/releases";

/**
 * Throws when a frozen release is incomplete or was edited. Asked when this module is loaded: by the build, which collects
 * the pages, and by the server when it starts, so that no reader meets it.
 */
function expectWholeReleases(): void {
  const problems = checkReleases(folder, frozenReleases);
  if (problems.length > 0)
    throw new Error(`data/releases does not hold together:\n${problems.join("\n")}`);
}

expectWholeReleases();

const loaded = new Map<number, LoadedRelease>();

/**
 * The table of a frozen release and the engine that read it, loaded when first asked for. Undefined for the release of
 * this tree as long as it is not frozen: the engine in lib/ answers for it.
 */
export function findFrozen(index: number): LoadedRelease | undefined {
  const release = frozenReleases[index];
  if (!release) return undefined;
  const known = loaded.get(index) ?? loadRelease(folder, release);
  loaded.set(index, known);
  return known;
}

/** The scoring table as it was in a release. */
export function tableOf(index: number): ScoringTable {
  if (index === currentRelease) return table;
  const frozen = findFrozen(index);
  if (!frozen) throw new RangeError(`There is no release ${index} of ${releases.length}.`);
  return frozen.table;
}
