import "server-only";
import { dataFiles } from "@/data";
import { compileTable } from "./compile";
import { parseMatrix, parseReference } from "./parse";
import { findBrokenReferenceLinks } from "./reference-links";
import { findBrokenReferences } from "./references";

function load() {
  const files = Object.fromEntries(
    Object.entries(dataFiles).map(([path, json]) => [path.replace(/^\.\//, ""), json]),
  );
  const matrix = parseMatrix(files);
  const reference = parseReference(files);
  const broken = [...findBrokenReferences(matrix), ...findBrokenReferenceLinks(matrix, reference)];
  if (broken.length > 0) throw new Error(`data/ does not hold together:\n${broken.join("\n")}`);
  return { matrix, reference };
}

const loaded = load();

/** The data set, parsed once when the server starts: wrong data fails the build. */
export const matrix = loaded.matrix;

/** What goes with it as a reference work: terms, dates, publishers, history. */
export const reference = loaded.reference;

/** Its scoring table: ids and integers, small enough to travel to the browser. */
export const table = compileTable(matrix);
