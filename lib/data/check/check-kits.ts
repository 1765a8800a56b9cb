import type { KitData } from "@/lib/data/kit-types";
import { commonRange, isWithin } from "@/lib/data/kit-versions";
import { findBrokenCondition } from "@/lib/data/references";
import type { QuestionText } from "@/lib/data/types";
import type { Finding, Path } from "./finding";

/** What can be wrong with data/kits beyond the shape of its files, for `npm run data:check`. */

/** What data/kits refers to elsewhere. */
export interface Elsewhere {
  readonly variants: readonly string[];
  readonly questions: readonly QuestionText[];
  readonly duties: readonly string[];
  readonly asOf: string;
}

function partsOf(question: QuestionText): string[] {
  if (question.kind === "needs") return question.rows.map(({ id }) => id);
  if (question.kind === "flags") return question.flags.map(({ id }) => id);
  return [];
}

/** Finds what refers to nothing, what is used by nothing, and versions that do not fit one another. */
export function checkKits(
  data: KitData,
  { variants, questions, duties, asOf }: Elsewhere,
): readonly Finding[] {
  const found: Finding[] = [];
  const say = (file: string, message: string, path: Path = []) =>
    found.push({ file: `kits/${file}`, path, message });
  const known = (file: string, kind: string, ids: readonly string[], all: readonly string[]) => {
    for (const id of ids) if (!all.includes(id)) say(file, `no ${kind} is called "${id}"`);
  };
  const conditions = Object.keys(data.conditions);
  const products = data.versions.products.map(({ id }) => id);
  const needs = questions.flatMap((question) => [
    question.id,
    ...partsOf(question).map((part) => `${question.id}.${part}`),
  ]);
  const used = new Set<string>();
  const use = (file: string, names: readonly string[]) => {
    known(file, "condition", names, conditions);
    for (const name of names) used.add(name);
  };

  for (const [name, { variants: own = [], answers }] of Object.entries(data.conditions)) {
    known("conditions.yaml", "variant", own, variants);
    for (const problem of answers ? findBrokenCondition(questions, answers) : [])
      say("conditions.yaml", problem, [name, "answers"]);
  }
  for (const family of data.families) {
    const file = `${family.id}/kit.yaml`;
    known(file, "variant", family.variants, variants);
    known(file, "product", family.uses, products);
    known(
      file,
      "chart",
      family.install.map(({ chart }) => chart),
      data.versions.charts.map(({ id }) => id),
    );
    use(
      file,
      [...family.install, ...family.cannot, ...family.notes, ...family.constants].flatMap(
        ({ when }) => when,
      ),
    );
    const own = data.versions.products.filter(({ id }) => family.uses.includes(id));
    for (const of of ["kubernetes", "gatewayApi"] as const) {
      const range = commonRange(own, of);
      if (range && !isWithin(range[0], ...range)) {
        say(
          file,
          `its products have no ${of === "kubernetes" ? "Kubernetes" : "Gateway API"} version in common`,
        );
      }
    }
    const installs = own.flatMap(({ id, gatewayApi }) =>
      gatewayApi ? [{ id, ...gatewayApi }] : [],
    );
    for (const { id, from, to } of installs) {
      const version = installs[0]?.install ?? from;
      if (!isWithin(version, from, to)) {
        say(file, `installs Gateway API ${version}, and ${id} takes ${from} to ${to}`);
      }
    }
  }
  for (const variant of variants) {
    const holders = data.families.filter((family) => family.variants.includes(variant));
    if (holders.length !== 1)
      say(
        `${holders[0]?.id ?? "conditions"}${holders[0] ? "/kit" : ""}.yaml`,
        `${variant} has ${holders.length} kits, and should have one`,
      );
  }
  for (const { path, head, body } of data.sources) {
    const marks = [...`${head}\n${body}`.matchAll(/^\s*#when (\S+)$/gm)].map(
      ([, name]) => name ?? "",
    );
    const lists = [...head.matchAll(/^(?:when|notWhen): \[(.*)\]$/gm)].flatMap(([, names = ""]) =>
      names.split(/,\s*/).filter(Boolean),
    );
    use(path, [...marks, ...lists]);
    const field = (name: string) =>
      [...head.matchAll(new RegExp(`^${name}: \\[(.*)\\]$`, "gm"))].flatMap(([, ids = ""]) =>
        ids.split(/,\s*/).filter(Boolean),
      );
    known(path, "need", field("because"), needs);
    known(path, "duty", field("duties"), duties);
    known(path, "product", field("writtenFor"), products);
  }
  known("shared/hosts/rules.yaml", "duty", data.hosts.duties, duties);
  use("shared/hosts/rules.yaml", data.hosts.when);
  const { hosts: _, ...scoped } = data.intents;
  for (const each of Object.values(scoped).flat()) {
    known("intents.yaml", "need", each.needs, needs);
    use("intents.yaml", each.when);
  }
  known("gaps.yaml", "need", Object.keys(data.gaps.reasons), needs);
  for (const name of ["kubernetes", "machines"]) used.add(name);
  for (const name of conditions)
    if (!used.has(name)) say("conditions.yaml", `${name} is used by nothing`);

  const texts = [
    ...data.sources.map(({ path, head, body }) => [path, `${head}\n${body}`] as const),
    ["versions.yaml", JSON.stringify([data.versions.charts, data.versions.gatewayApi])] as const,
  ];
  for (const { pattern, why } of data.versions.retired) {
    for (const [path, text] of texts)
      if (text.includes(pattern)) say(path, `${pattern} must not be used: ${why}`);
  }
  for (const { id, checked, reviewBy } of reviewsOf(data)) {
    if (checked > asOf) say("versions.yaml", `${id} was checked after the date of the data`);
    if (reviewBy <= checked) say("versions.yaml", `${id} is to be reviewed before it was checked`);
  }
  return found;
}

export interface Review {
  readonly id: string;
  readonly checked: string;
  readonly reviewBy: string;
  readonly url: string;
}

/** Every version and address of data/kits with the day it was checked and is due, the first due first. */
export function reviewsOf({ versions }: KitData): Review[] {
  return [
    ...versions.products.map(({ id, sources, reviewBy }) => ({
      id: `product ${id}`,
      checked: sources.map(({ checked }) => checked).sort()[0] ?? "",
      reviewBy,
      url: sources[0]?.url ?? "",
    })),
    ...versions.charts.map(({ id, checked, reviewBy, source }) => ({
      id: `chart ${id}`,
      checked,
      reviewBy,
      url: source,
    })),
    {
      id: "address of the Gateway API",
      checked: versions.gatewayApi.checked,
      reviewBy: versions.gatewayApi.reviewBy,
      url: versions.gatewayApi.source,
    },
  ].sort((a, b) => (a.reviewBy < b.reviewBy ? -1 : a.reviewBy > b.reviewBy ? 1 : 0));
}
