import "server-only";
import { dataFiles } from "@/data";
import { compileTable } from "./compile";
import { parseMatrix } from "./parse";
import { findBrokenReferences } from "./references";

function load() {
  const files = Object.fromEntries(
    Object.entries(dataFiles).map(([path, json]) => [path.replace(/^\.\//, ""), json]),
  );
  const matrix = parseMatrix(files);
  const broken = findBrokenReferences(matrix);
  if (broken.length > 0) throw new Error(`data/ does not hold together:\n${broken.join("\n")}`);
  return matrix;
}

/** The data set, parsed once when the server starts: wrong data fails the build. */
export const matrix = load();

/** Its scoring table: ids and integers, small enough to travel to the browser. */
export const table = compileTable(matrix);
