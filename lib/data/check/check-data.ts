import { dataFileKinds, kindOf } from "@/lib/data/files";
import { checkOverheads } from "@/lib/data/overheads";
import { parseMatrix, parseOverheads, parsePlanData, parseReference } from "@/lib/data/parse";
import { findBrokenPlanReferences } from "@/lib/data/plan-references";
import { checkRecognition } from "@/lib/data/recognition";
import { findBrokenReferenceLinks } from "@/lib/data/reference-links";
import { findBrokenReferences } from "@/lib/data/references";
import { checkEvidence, checkUnused } from "./evidence";
import type { DataFile, Finding } from "./finding";
import { checkOrder, fixOrder } from "./order";
import { checkProse, fixProse } from "./prose";
import { checkShape } from "./shape";

/** Names under /matrix/ that are pages of their own. */
const reserved = new Set(["filtered"]);

function columnsIn(files: readonly DataFile[]): string[] {
  const options = files.find(({ file }) => file === "options.json")?.json;
  if (typeof options !== "object" || options === null || !("variants" in options)) return [];
  const { variants } = options;
  return Array.isArray(variants) ? variants.map((variant) => String(variant?.id)) : [];
}

function checkListing(files: readonly DataFile[]): Finding[] {
  const strays = files
    .filter(({ file }) => !kindOf(file))
    .map(({ file }) => ({ file, path: [], message: "is read by nothing: move or remove it" }));
  const missing = dataFileKinds
    .flatMap(({ single }) => single ?? [])
    .filter((name) => !files.some(({ file }) => file === name))
    .map((file) => ({ file, path: [], message: "the file is missing: restore it" }));
  return [...strays, ...missing];
}

/**
 * Everything that can be wrong with the data and found without a network. Files whose shape is wrong are reported alone:
 * what refers to them cannot be judged before they are fixed.
 */
export function checkData(files: readonly DataFile[]): Finding[] {
  const columns = columnsIn(files);
  const shapes = [...files.flatMap(checkShape), ...checkListing(files)];
  const single = files.flatMap((data) => [...checkOrder(data, columns), ...checkProse(data)]);
  if (shapes.length > 0) return [...shapes, ...single];

  const byName = Object.fromEntries(files.map(({ file, json }) => [file, json]));
  const matrix = parseMatrix(byName);
  const reference = parseReference(byName);
  const names = matrix.capabilities
    .filter(({ id }) => reserved.has(id))
    .map(({ id }) => ({
      file: `capabilities/${id}.json`,
      path: ["id"],
      message: `/matrix/${id} is a page of its own: choose another id`,
    }));
  return [
    ...single,
    ...names,
    ...findBrokenReferences(matrix),
    ...findBrokenReferenceLinks(matrix, reference),
    ...checkEvidence(matrix, reference),
    ...checkUnused(matrix, reference),
    ...checkRecognition(byName, matrix, reference),
    ...findBrokenPlanReferences(parsePlanData(byName), matrix),
    ...checkOverheads(parseOverheads(byName), matrix),
  ];
}

/** The files that a fixer changes, as they should be. */
export function fixData(files: readonly DataFile[]): DataFile[] {
  const columns = columnsIn(files);
  return files.flatMap((data) => {
    const prose = { ...data, json: fixProse(data) };
    const json = fixOrder(prose, columns);
    return JSON.stringify(json) === JSON.stringify(data.json) ? [] : [{ ...data, json }];
  });
}
