import "server-only";
import { readFileSync } from "node:fs";
import { assertNone } from "@/lib/data/check/finding";
import { compileTable } from "@/lib/data/compile";
import { parseMatrix, parseReference } from "@/lib/data/parse";
import { findBrokenReferenceLinks } from "@/lib/data/reference-links";
import { findBrokenReferences } from "@/lib/data/references";
import { fingerprint } from "@/lib/overlay/fingerprint";
import { readOverlay } from "@/lib/overlay/read";
import { files } from "./files";

function load() {
  const matrix = parseMatrix(files);
  const reference = parseReference(files);
  assertNone([...findBrokenReferences(matrix), ...findBrokenReferenceLinks(matrix, reference)]);

  const problem = findOverlayProblem();
  if (problem !== undefined) throw new Error(problem);
  const overlay = process.env.MESH_ADVISOR_OVERLAY;
  if (!overlay) return { matrix, reference, fixed: undefined, notice: undefined };
  return readOverlay(overlay, readFile(overlay), matrix, reference);
}

function readFile(path: string): string {
  return readFileSync(/* turbopackIgnore: true */ path, "utf8");
}

/**
 * What is wrong with the file that MESH_ADVISOR_OVERLAY names, in a sentence; undefined if it can be used. Prerendered pages
 * hold what was there when they were built; the rest must not say otherwise.
 */
export function findOverlayProblem(): string | undefined {
  const overlay = process.env.MESH_ADVISOR_OVERLAY;
  let text = "";
  try {
    if (overlay) text = readFile(overlay);
  } catch {
    return `MESH_ADVISOR_OVERLAY names ${overlay}, which cannot be read.`;
  }
  const built = process.env.MESH_ADVISOR_OVERLAY_BUILT;
  if (process.env.NODE_ENV !== "production" || built === undefined) return undefined;
  return fingerprint(text) === built
    ? undefined
    : "The file that MESH_ADVISOR_OVERLAY names is not the one this build was made with. Build again: npm run build (npm start does).";
}

const loaded = load();

/** The data set, parsed once when the server starts: wrong data fails the build. */
export const matrix = loaded.matrix;

/** What goes with it as a reference work: terms, dates, publishers, history. */
export const reference = loaded.reference;

/** What to tell readers when an organisation's file is laid over the data; undefined without one. */
export const overlayNotice = loaded.notice;

/** Its scoring table: ids and integers, small enough to travel to the browser. */
export const table = loaded.fixed
  ? { ...compileTable(matrix), fixed: loaded.fixed }
  : compileTable(matrix);
