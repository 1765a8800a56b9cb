import type { Condition } from "@/lib/engine/types";
import type { PlanData, When } from "./plan-types";
import type { Matrix } from "./types";

interface Grounded {
  readonly id?: string;
  readonly when?: When | undefined;
  readonly sources: readonly string[];
  readonly cells?: readonly string[] | undefined;
}

/** The entries of which a reader is shown the first that applies. */
type Cases = readonly Grounded[];

function duplicates(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

/**
 * Everything in the plan’s data that points nowhere, rests on nothing or leaves a variant out, as sentences that name
 * file and entry; empty when all holds. `findBrokenCondition` tells what a condition names that does not exist.
 */
export function findBrokenPlanReferences(
  data: PlanData,
  matrix: Matrix,
  findBrokenCondition: (condition: Condition) => readonly string[],
): string[] {
  const broken: string[] = [];
  const sources = new Set(data.sources.map(({ id }) => id));
  const variants = new Set(matrix.variants.map(({ id }) => id));
  const capabilities = new Set(matrix.capabilities.map(({ id }) => id));
  const duties = new Set(data.layers.flatMap((layer) => layer.duties.map(({ id }) => id)));
  const used = new Set<string>();

  function known(where: string, kind: string, set: ReadonlySet<string>, ids: readonly string[]) {
    for (const id of ids) if (!set.has(id)) broken.push(`${where}: no ${kind} is called "${id}"`);
  }
  function exactly(where: string, ids: readonly string[]) {
    known(where, "variant", variants, ids);
    for (const id of duplicates(ids)) broken.push(`${where}: "${id}" is named twice`);
    for (const id of variants) if (!ids.includes(id)) broken.push(`${where}: "${id}" is missing`);
  }
  function cite(where: string, ids: readonly string[]) {
    known(where, "source", sources, ids);
    for (const id of ids) used.add(id);
  }
  function unique(where: string, ids: readonly string[]) {
    for (const id of duplicates(ids)) broken.push(`${where}: "${id}" appears twice`);
  }
  function checkWhen(where: string, when: When | undefined) {
    known(where, "variant", variants, when?.variants ?? []);
    known(
      where,
      "capability",
      capabilities,
      (when?.cells ?? []).map(({ capability }) => capability),
    );
    for (const problem of when?.answers ? findBrokenCondition(when.answers) : [])
      broken.push(`${where}: ${problem}`);
  }
  function check(file: string, entry: Grounded, within: string, needsProof = true) {
    const where = `data/${file}: ${within}${entry.id ? `.${entry.id}` : ""}`;
    checkWhen(where, entry.when);
    cite(where, entry.sources);
    known(where, "capability", capabilities, entry.cells ?? []);
    if (needsProof && entry.sources.length === 0 && !entry.cells)
      broken.push(`${where}: rests on nothing, name a source or a cell`);
  }
  /** Each variant must find a case whatever was answered: one of its own without a condition, or one for all. */
  function complete(file: string, within: string, cases: Cases) {
    for (const variant of variants) {
      const always = cases.some(
        ({ when }) =>
          !when?.answers && !when?.cells && (!when?.variants || when.variants.includes(variant)),
      );
      if (!always) broken.push(`data/${file}: ${within}: nothing is said of "${variant}"`);
    }
    for (const entry of cases) check(file, entry, within);
  }

  unique(
    "data/plan-sources.json",
    data.sources.map(({ id }) => id),
  );
  for (const { id, checked } of data.sources)
    if (checked > matrix.release.asOf)
      broken.push(`data/plan-sources.json: ${id}: checked after the data’s own date`);

  const layersFile = "layers.json";
  unique(`data/${layersFile}`, [
    ...data.layers.flatMap((layer) => layer.duties.map(({ id }) => id)),
    ...data.layers.map(({ id }) => `layer ${id}`),
  ]);
  for (const layer of data.layers) {
    for (const part of layer.parts) {
      if ("capability" in part) {
        known(`data/${layersFile}: ${layer.id}`, "capability", capabilities, [part.capability]);
        continue;
      }
      const where = `data/${layersFile}: ${layer.id}.${part.id}`;
      exactly(
        where,
        part.stated.flatMap((each) => each.variants),
      );
      for (const each of part.stated) cite(where, each.sources);
    }
    for (const entry of [...layer.duties, ...layer.pitfalls]) check(layersFile, entry, layer.id);
  }
  exactly(
    `data/${layersFile}: paths`,
    data.paths.flatMap((path) => path.variants),
  );
  for (const path of data.paths) {
    cite(`data/${layersFile}: paths`, path.sources);
    checkWhen(`data/${layersFile}: paths`, path.through?.when);
    if (path.secured[0] >= path.secured[1] || path.secured[1] >= path.hops.length)
      broken.push(`data/${layersFile}: paths: ${path.how}: no such hops`);
  }
  const grouped = data.first.flatMap((group) => group.duties);
  known("data/first-duties.json", "duty", duties, grouped);
  unique("data/first-duties.json", grouped);
  for (const id of duties)
    if (!grouped.includes(id)) broken.push(`data/first-duties.json: "${id}" is in no group`);

  for (const method of data.serviceAuth.methods) {
    complete("service-auth.json", `${method.id}.fits`, method.fits);
    complete("service-auth.json", `${method.id}.withChoice`, method.withChoice);
    for (const caution of method.cautions) check("service-auth.json", caution, method.id);
  }
  for (const step of data.serviceAuth.authorization)
    complete("service-auth.json", step.id, step.cases);
  for (const framework of data.zeroTrust.frameworks) {
    cite(`data/zero-trust.json: ${framework.id}`, [framework.source]);
    for (const item of framework.items) {
      const where = `data/zero-trust.json: ${framework.id}.${item.id}`;
      known(where, "capability", capabilities, item.cells);
      known(where, "duty", duties, item.steps);
      if (item.cells.length === 0 && !item.beyond)
        broken.push(`${where}: without capabilities say what it takes`);
    }
  }
  for (const phase of data.adoption.phases) {
    checkWhen(`data/adoption-paths.json: ${phase.id}`, phase.applies);
    if (phase.applies && !phase.otherwise)
      broken.push(
        `data/adoption-paths.json: ${phase.id}: say what is said where it does not apply`,
      );
    complete("adoption-paths.json", phase.id, phase.work);
    // Exit criteria are ours to set: what to measure, not a fact about a product.
    for (const criterion of phase.exit) check("adoption-paths.json", criterion, phase.id, false);
  }
  known("data/adoption-paths.json: withoutMesh", "variant", variants, data.adoption.withoutMesh);
  for (const trigger of data.adoption.triggers) check("adoption-paths.json", trigger, "triggers");
  for (const note of data.migrations) check("migrations.json", note, "migrations");
  for (const id of sources)
    if (!used.has(id)) broken.push(`data/plan-sources.json: nothing cites "${id}"`);
  return broken;
}
