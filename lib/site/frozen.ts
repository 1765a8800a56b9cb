import "server-only";
import { checkReleases, type LoadedRelease, loadRelease } from "@/lib/release/frozen";
import "./data";
import { currentRelease, frozenReleases } from "./releases";

/** From where the server runs: next.config.ts takes these files along into the standalone output. */
const folder = "data/releases";

/** Each frozen release that is incomplete or was edited, in a sentence. */
export function findFrozenProblems(): readonly string[] {
  return checkReleases(folder, frozenReleases);
}

// Asked when this module is loaded: by the build, which collects the pages, and by the server when it starts, so that no
// reader meets it.
const problems = findFrozenProblems();
if (problems.length > 0)
  throw new Error(`data/releases does not hold together:\n${problems.join("\n")}`);

const loaded = new Map<number, LoadedRelease>();

/** The table of a frozen release and the engine that read it, loaded when first asked for. */
export function findFrozen(index: number): LoadedRelease | undefined {
  const release = frozenReleases[index];
  if (!release) return undefined;
  const known = loaded.get(index) ?? loadRelease(folder, release);
  loaded.set(index, known);
  return known;
}

/** The same for a release before the one of this tree, for which the table and the engine of the tree answer. */
export function findOlder(index: number): LoadedRelease | undefined {
  return index === currentRelease ? undefined : findFrozen(index);
}
