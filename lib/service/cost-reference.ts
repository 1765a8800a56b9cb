import "server-only";
import { countAffiliations } from "@/lib/costs/affiliations";
import { runChecks, summariseChecks } from "@/lib/costs/crosscheck";
import { compileModel } from "@/lib/costs/model";
import { countLowConfidence, listParameters } from "@/lib/costs/parameters";
import { matrix } from "@/lib/site/data";
import { overheads } from "@/lib/site/overheads";
import { capitalised, inWords, numbered } from "@/lib/text/words";

/** The parts of the page that no load changes, worked out once. */

export const checks = runChecks(compileModel(overheads), overheads.crosscheck);
export const statistics = summariseChecks(checks);
export const parameters = listParameters(overheads);

function findLicences() {
  const price = matrix.burdens.find(({ id }) => id === "price");
  if (!price) throw new RangeError("the matrix has no burden for the price of licences");
  return price;
}
export const licences = findLicences();

const all = statistics.find(({ family }) => family === "all");
export const checkFinding = all
  ? `${all.firstInside} of ${all.checks} published figures lay inside the ranges before they were used, ${all.inside} after`
  : "No published figure was held out";

const { low, all: count } = countLowConfidence(parameters);
export const parameterFinding = `${low} of ${numbered(count, "unit cost")} rest on low confidence`;

const affiliations = countAffiliations(overheads.measurements);
export const sourceFinding = `${affiliations.neutral} of ${overheads.measurements.length} publications have no stake that we saw; ${affiliations.vendor} come from someone who sells one of the options`;

const paid = Object.values(licences.values).filter(({ typical }) => typical > 0).length;
export const licenceFinding =
  paid === 0
    ? "No variant needs a paid licence"
    : `${capitalised(inWords(paid))} of ${inWords(matrix.variants.length)} variants ${paid === 1 ? "needs" : "need"} a paid licence, at a price that is not public`;
