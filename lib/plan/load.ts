import "server-only";
import { dataFiles } from "@/data";
import { matrix } from "@/lib/matrix/load";
import { findBrokenCondition } from "@/lib/matrix/references";
import { parsePlanData } from "./parse";
import { findBrokenPlanReferences } from "./references";

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
