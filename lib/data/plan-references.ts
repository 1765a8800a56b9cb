import { type Finding, Findings, type Path } from "./check/finding";
import type { PlanData, When } from "./plan-types";
import { findBrokenCondition } from "./references";
import type { Matrix } from "./types";

interface Grounded {
  readonly when?: When | undefined;
  readonly sources: readonly string[];
  readonly cells?: readonly string[] | undefined;
}

/**
 * Everything in the plan’s data that points nowhere, rests on nothing or leaves a variant out; empty when all holds.
 */
export function findBrokenPlanReferences(data: PlanData, matrix: Matrix): readonly Finding[] {
  const found = new Findings();
  const idsOf = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const sources = idsOf(data.sources);
  const variants = idsOf(matrix.variants);
  const capabilities = idsOf(matrix.capabilities);
  const duties = idsOf(data.layers.flatMap((layer) => layer.duties));
  const used = new Set<string>();

  /** Holds that the lists name each variant once. */
  function exactly(file: string, path: Path, ids: readonly string[]) {
    for (const id of new Set(ids)) {
      found.known(file, path, "variant", variants, id);
      if (ids.filter((each) => each === id).length > 1)
        found.say(file, path, `"${id}" is named twice`);
    }
    for (const id of variants) if (!ids.includes(id)) found.say(file, path, `"${id}" is missing`);
  }
  function cite(file: string, path: Path, ids: readonly string[]) {
    found.allKnown(file, path, "source", sources, ids);
    for (const id of ids) used.add(id);
  }
  function checkWhen(file: string, path: Path, when: When | undefined) {
    found.allKnown(file, [...path, "variants"], "variant", variants, when?.variants ?? []);
    when?.cells?.forEach(({ capability }, at) => {
      const place = [...path, "cells", at, "capability"];
      found.known(file, place, "capability", capabilities, capability);
    });
    for (const problem of when?.answers ? findBrokenCondition(matrix.questions, when.answers) : [])
      found.say(file, [...path, "answers"], problem);
  }
  function check(file: string, path: Path, entry: Grounded, needsProof = true) {
    checkWhen(file, [...path, "when"], entry.when);
    cite(file, [...path, "sources"], entry.sources);
    found.allKnown(file, [...path, "cells"], "capability", capabilities, entry.cells ?? []);
    if (needsProof && entry.sources.length === 0 && !entry.cells)
      found.say(file, path, "rests on nothing: name a source or a cell");
  }
  function checkAll(file: string, path: Path, entries: readonly Grounded[], needsProof?: boolean) {
    entries.forEach((entry, at) => {
      check(file, [...path, at], entry, needsProof);
    });
  }
  /**
   * A reader is shown the first case that applies, so each variant must find one whatever was answered: one of its own
   * without a condition, or one for all.
   */
  function complete(file: string, path: Path, cases: readonly Grounded[]) {
    for (const variant of variants) {
      const always = cases.some(
        ({ when }) =>
          !when?.answers && !when?.cells && (!when?.variants || when.variants.includes(variant)),
      );
      if (!always) found.say(file, path, `nothing is said of "${variant}"`);
    }
    checkAll(file, path, cases);
  }

  found.unique(
    "plan-sources.json",
    data.sources.map(({ id }) => id),
    (at) => [at, "id"],
  );
  data.sources.forEach(({ checked }, at) => {
    if (checked > matrix.release.asOf)
      found.say("plan-sources.json", [at, "checked"], "checked after the data’s own date");
  });

  const layers = "layers.json";
  found.unique(
    layers,
    data.layers.map(({ id }) => id),
    (at) => ["layers", at, "id"],
  );
  const dutyPlaces = data.layers.flatMap((layer, at) =>
    layer.duties.map(({ id }, index) => ({ id, path: ["layers", at, "duties", index, "id"] })),
  );
  found.unique(
    layers,
    dutyPlaces.map(({ id }) => id),
    (at) => dutyPlaces[at]?.path ?? [],
  );
  data.layers.forEach((layer, at) => {
    layer.parts.forEach((part, index) => {
      const path = ["layers", at, "parts", index];
      if ("capability" in part) {
        const { capability } = part;
        found.known(layers, [...path, "capability"], "capability", capabilities, capability);
        return;
      }
      exactly(
        layers,
        [...path, "stated"],
        part.stated.flatMap((each) => each.variants),
      );
      part.stated.forEach((each, stated) => {
        cite(layers, [...path, "stated", stated, "sources"], each.sources);
      });
    });
    checkAll(layers, ["layers", at, "duties"], layer.duties);
    checkAll(layers, ["layers", at, "pitfalls"], layer.pitfalls);
  });
  exactly(
    layers,
    ["paths"],
    data.paths.flatMap((path) => path.variants),
  );
  data.paths.forEach(({ sources, through, secured, hops }, at) => {
    cite(layers, ["paths", at, "sources"], sources);
    checkWhen(layers, ["paths", at, "through", "when"], through?.when);
    if (secured[0] >= secured[1] || secured[1] >= hops.length)
      found.say(layers, ["paths", at, "secured"], "there are no such hops");
  });

  const grouped = data.first.flatMap((group, at) =>
    group.duties.map((id, index) => ({ id, path: [at, "duties", index] })),
  );
  for (const { id, path } of grouped) found.known("first-duties.json", path, "duty", duties, id);
  found.unique(
    "first-duties.json",
    grouped.map(({ id }) => id),
    (at) => grouped[at]?.path ?? [],
  );
  for (const duty of duties)
    if (!grouped.some(({ id }) => id === duty))
      found.say("first-duties.json", [], `"${duty}" is in no group`);

  data.serviceAuth.methods.forEach((method, at) => {
    const file = "service-auth.json";
    complete(file, ["methods", at, "fits"], method.fits);
    complete(file, ["methods", at, "withChoice"], method.withChoice);
    checkAll(file, ["methods", at, "cautions"], method.cautions);
  });
  data.serviceAuth.authorization.forEach((step, at) => {
    complete("service-auth.json", ["authorization", at, "cases"], step.cases);
  });
  data.zeroTrust.frameworks.forEach((framework, at) => {
    const file = "zero-trust.json";
    cite(file, ["frameworks", at, "source"], [framework.source]);
    framework.items.forEach((item, index) => {
      const path = ["frameworks", at, "items", index];
      found.allKnown(file, [...path, "cells"], "capability", capabilities, item.cells);
      found.allKnown(file, [...path, "steps"], "duty", duties, item.steps);
      if (item.cells.length === 0 && !item.beyond)
        found.say(file, path, "without capabilities say what it takes");
    });
  });
  data.adoption.phases.forEach((phase, at) => {
    const file = "adoption-paths.json";
    const path = ["phases", at];
    checkWhen(file, [...path, "applies"], phase.applies);
    if (phase.applies && !phase.otherwise)
      found.say(file, path, "say in `otherwise` what is said where it does not apply");
    complete(file, [...path, "work"], phase.work);
    // Exit criteria are ours to set: what to measure, not a fact about a product.
    checkAll(file, [...path, "exit"], phase.exit, false);
  });
  const { withoutMesh, triggers } = data.adoption;
  found.allKnown("adoption-paths.json", ["withoutMesh"], "variant", variants, withoutMesh);
  checkAll("adoption-paths.json", ["triggers"], triggers);
  checkAll("migrations.json", [], data.migrations);
  found.unique(
    "migrations.json",
    data.migrations.map(({ id }) => id),
    (at) => [at, "id"],
  );
  data.sources.forEach(({ id }, at) => {
    if (!used.has(id)) found.say("plan-sources.json", [at], `nothing cites "${id}": remove it`);
  });
  return found.all;
}
