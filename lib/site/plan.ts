import "server-only";
import { dataFiles } from "@/data";
import { parsePlanData } from "@/lib/data/plan-parse";
import { findBrokenPlanReferences } from "@/lib/data/plan-references";
import { findBrokenCondition } from "@/lib/data/references";
import { matrix } from "./data";

function load() {
  const data = parsePlanData(
    Object.fromEntries(
      Object.entries(dataFiles).map(([path, json]) => [path.replace(/^\.\//, ""), json]),
    ),
  );
  const broken = findBrokenPlanReferences(data, matrix, (condition) =>
    findBrokenCondition(matrix.questions, condition),
  );
  if (broken.length > 0) throw new Error(`data/ does not hold together:\n${broken.join("\n")}`);
  return data;
}

/** The plan's data, parsed once when the server starts: wrong data fails the build. */
export const planData = load();
