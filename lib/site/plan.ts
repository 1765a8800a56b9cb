import "server-only";
import { assertNone } from "@/lib/data/check/finding";
import { parsePlanData } from "@/lib/data/parse";
import { findBrokenPlanReferences } from "@/lib/data/plan-references";
import { matrix } from "./data";
import { files } from "./files";

/** The plan's data, parsed once when the server starts: wrong data fails the build. */
export const planData = parsePlanData(files);

assertNone(findBrokenPlanReferences(planData, matrix));
