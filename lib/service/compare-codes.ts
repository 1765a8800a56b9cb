import "server-only";
import { type Comparison, writeComparison } from "@/lib/api/compare";
import { viewCompare } from "@/lib/compare/compare";
import { readCodes } from "@/lib/compare/read-codes";
import { assess } from "@/lib/result/result";
import { matrix, table } from "@/lib/site/data";
import { releases } from "@/lib/site/releases";
import { codeOf, overlay } from "./api-document";

/** Compares codes that can be opened, with today’s data, as the page /compare does. */
export function compareCodes(codes: readonly string[], origin: string): Comparison {
  const read = readCodes(matrix.slots, releases.length, codes);
  const assessments = read.codes.map(({ answers }) =>
    assess(matrix, table, codeOf(answers), answers),
  );
  return writeComparison(viewCompare(assessments), matrix.release, origin, overlay);
}
