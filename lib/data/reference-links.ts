import { evidenceOf } from "./findings";
import { publisherOf } from "./publishers";
import { findBrokenCondition } from "./references";
import { factKinds } from "./schema";
import type { Matrix, Reference } from "./types";

/** Every reference of the reference work that points nowhere, as sentences that name file and entry. */
export function findBrokenReferenceLinks(matrix: Matrix, reference: Reference): string[] {
  const broken: string[] = [];
  const capabilities = new Set(matrix.capabilities.map(({ id }) => id));
  const variants = new Set(matrix.variants.map(({ id }) => id));
  const everVariants = new Set([...matrix.variants, ...matrix.retired].map(({ id }) => id));
  const options = new Set(matrix.options.map(({ id }) => id));

  function known(where: string, kind: string, set: ReadonlySet<string>, ids: readonly string[]) {
    for (const id of ids)
      if (!set.has(id)) broken.push(`data/${where}: no ${kind} is called "${id}"`);
  }
  for (const kind of factKinds) {
    if (!reference.factKinds.some(({ id }) => id === kind))
      broken.push(`data/fact-kinds.json: "${kind}" is missing`);
  }
  for (const { id, interest } of reference.benchmarks)
    known(`benchmarks.json: ${id}`, "option", options, interest);
  for (const term of reference.terms)
    known(`glossary.json: ${term.id}`, "capability", capabilities, term.capabilities);
  for (const milestone of reference.milestones) {
    known(`milestones.json: ${milestone.id}`, "capability", capabilities, milestone.capabilities);
    known(`milestones.json: ${milestone.id}`, "variant", variants, milestone.variants);
  }
  for (const { id, formOf, when, sources } of reference.offers) {
    const where = `cloud-offers.json: ${id}`;
    known(where, "variant", variants, formOf ?? []);
    for (const problem of when ? findBrokenCondition(matrix.questions, when) : [])
      broken.push(`data/${where}: ${problem}`);
    for (const { url, checked } of sources) {
      if (!publisherOf(url, reference.publishers))
        broken.push(`data/${where}: nobody in publishers.json publishes ${url}: add its address`);
      if (checked > matrix.release.asOf)
        broken.push(`data/${where}: checked after the data’s own date`);
    }
  }
  for (const { release, changes } of reference.releases) {
    for (const change of changes) {
      known(`changes.json: ${release}`, "capability", capabilities, change.capabilities);
      known(`changes.json: ${release}`, "variant", everVariants, change.variants);
    }
  }
  if (reference.releases[0]?.release !== matrix.release.id)
    broken.push(
      `data/changes.json: the newest entry must be the release ${matrix.release.id} of release.json`,
    );

  for (const capability of matrix.capabilities) {
    for (const [variant, cell] of Object.entries(capability.cells)) {
      for (const { url } of evidenceOf(cell)) {
        if (!publisherOf(url, reference.publishers))
          broken.push(
            `data/capabilities/${capability.id}.json: ${variant}: nobody in publishers.json publishes ${url}: add its address`,
          );
      }
    }
  }
  return broken;
}
