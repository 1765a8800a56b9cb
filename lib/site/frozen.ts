import "server-only";
import { assertNone, type Finding } from "@/lib/data/check/finding";
import { checkReleases, type LoadedRelease, loadRelease } from "@/lib/release/frozen";
import "./data";
import { currentRelease, frozenReleases } from "./releases";

/** From where the server runs: next.config.ts takes these files along into the standalone output. */
const folder = "data/releases";

/** What is incomplete in the frozen releases, or was edited. */
export function findFrozenProblems(): readonly Finding[] {
  return checkReleases(folder, frozenReleases);
}

// Asked when this module is loaded: by the build, which collects the pages, and by the server when it starts, so that no
// reader meets it.
assertNone(findFrozenProblems());

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
