import { type Finding, Findings } from "./check/finding";
import { findingsOf } from "./findings";
import { publisherOf } from "./publishers";
import { findBrokenCondition } from "./references";
import { factKinds } from "./schema";
import type { Matrix, Reference } from "./types";

/** Every reference of the reference work that points nowhere. */
export function findBrokenReferenceLinks(matrix: Matrix, reference: Reference): readonly Finding[] {
  const found = new Findings();
  const ids = (...lists: readonly (readonly { readonly id: string }[])[]) =>
    new Set(lists.flat().map(({ id }) => id));
  const capabilities = ids(matrix.capabilities);
  const variants = ids(matrix.variants);
  const everVariants = ids(matrix.variants, matrix.retired);
  const options = ids(matrix.options);
  const unpublished = (url: string) =>
    publisherOf(url, reference.publishers)
      ? undefined
      : `nobody in publishers.json publishes ${url}: add its address`;

  for (const kind of factKinds)
    if (!reference.factKinds.some(({ id }) => id === kind))
      found.say("fact-kinds.json", [], `"${kind}" is missing`);
  reference.benchmarks.forEach(({ interest }, at) => {
    found.allKnown("benchmarks.json", [at, "interest"], "option", options, interest);
  });
  reference.terms.forEach((term, at) => {
    const path = [at, "capabilities"];
    found.allKnown("glossary.json", path, "capability", capabilities, term.capabilities);
  });
  reference.milestones.forEach((milestone, at) => {
    const file = "milestones.json";
    const path = [at, "capabilities"];
    found.allKnown(file, path, "capability", capabilities, milestone.capabilities);
    found.allKnown(file, [at, "variants"], "variant", variants, milestone.variants);
  });
  reference.offers.forEach(({ formOf, when, sources }, at) => {
    const file = "cloud-offers.json";
    found.allKnown(file, [at, "formOf"], "variant", variants, formOf ?? []);
    for (const problem of when ? findBrokenCondition(matrix.questions, when) : [])
      found.say(file, [at, "when"], problem);
    sources.forEach(({ url, checked }, index) => {
      const path = [at, "sources", index];
      const problem = unpublished(url);
      if (problem) found.say(file, [...path, "url"], problem);
      if (checked > matrix.release.asOf)
        found.say(file, [...path, "checked"], "checked after the data’s own date");
    });
  });
  reference.releases.forEach(({ changes }, at) => {
    changes.forEach((change, index) => {
      const file = "changes.json";
      const path = [at, "changes", index];
      const { capabilities: named } = change;
      found.allKnown(file, [...path, "capabilities"], "capability", capabilities, named);
      found.allKnown(file, [...path, "variants"], "variant", everVariants, change.variants);
    });
  });
  if (reference.releases[0]?.release !== matrix.release.id)
    found.say(
      "changes.json",
      [0, "release"],
      `the newest entry must be the release ${matrix.release.id} of release.json`,
    );

  for (const capability of matrix.capabilities)
    for (const [variant, cell] of Object.entries(capability.cells))
      findingsOf(cell).forEach(({ evidence }, scope) => {
        const path = ["cells", variant, ...(scope === 0 ? [] : ["scopes", scope - 1])];
        evidence.forEach(({ url }, at) => {
          const problem = unpublished(url);
          const file = `capabilities/${capability.id}.json`;
          if (problem) found.say(file, [...path, "evidence", at, "url"], problem);
        });
      });
  return found.all;
}
