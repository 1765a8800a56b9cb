import { describe, expect, test } from "vitest";
import type { KitFile } from "@/lib/kit/types";
import { matrix } from "@/lib/matrix/load";
import { checkFile, checkKit } from "./check-kit";
import { everyKit, rememberFiles } from "./every-kit.fixtures";
import type { Placed } from "./kit-rules";
import { kindsOfOwnSchemaOnly } from "./own-schema-only";
import { findJudge, type Judge } from "./programs";
import { readHcl } from "./read-hcl";
import { readUpstream } from "./upstream";

const kits = everyKit(matrix);
const check = rememberFiles((file) => checkFile(file, readHcl));
const variants = matrix.variants.map(({ id }) => id);

/** Names that YAML 1.1, HCL or a shell could take for something else, and networks of both families. */
const oddNames = {
  ns: "on",
  from: "yes",
  to: "null-1e3",
  host: "0x1f.example",
  issuer: "1.e2.example",
  external: "off.example",
  trust: "true",
  nodes: "10.0.0.0/8,2001:db8::/32",
  pods: "100.64.0.0/10,fd00::/48",
  admin: "192.0.2.0/24",
};
const oddKits = everyKit(matrix, oddNames, ({ name }) => name.startsWith("everything"));

/** Distinct files, each with a kit that has it. */
function distinct(of: typeof kits): { file: KitFile; name: string }[] {
  const seen = new Map<string, { file: KitFile; name: string }>();
  for (const { name, kit } of of) {
    for (const file of kit.files) {
      const key = `${file.path}\n${file.content}`;
      if (!seen.has(key)) seen.set(key, { file, name });
    }
  }
  return [...seen.values()];
}
const files = distinct([...kits, ...oddKits]);

describe.each(variants)("every kit of %s", (variant) => {
  test("is valid by the checks of this project", async () => {
    const wrong = new Set<string>();
    const own = [...kits, ...oddKits].filter(({ kit }) => kit.variant.id === variant);
    for (const { name, kit } of own) {
      for (const { path, where, message } of await checkKit(kit.files, check)) {
        wrong.add(`${path}: ${where}: ${message} (${name})`);
      }
    }
    expect([...wrong].slice(0, 20)).toEqual([]);
    expect(own.length).toBeGreaterThan(50);
  });
});

const folder = process.env.KIT_SCHEMAS;

describe.skipIf(!folder)("every object, by the schemas in KIT_SCHEMAS", () => {
  const schemas = folder ? readUpstream(folder) : undefined;

  test.each(variants)("of %s is what its product takes", async (variant) => {
    const wrong: string[] = [];
    let judged = 0;
    for (const { file, name } of files.filter((each) => each.name.startsWith(`${variant},`))) {
      const placed: readonly Placed[] = (await check(file)).placed;
      for (const { path, object } of placed) {
        if (!schemas?.has(object) && kindsOfOwnSchemaOnly.has(object.kind)) continue;
        judged += 1;
        const found = schemas?.check(path, object) ?? [];
        wrong.push(...found.map((each) => `${path}: ${each.where}: ${each.message} (${name})`));
      }
    }
    expect([...new Set(wrong)].slice(0, 20)).toEqual([]);
    // Enterprise editions share most of their files with the variants judged before them.
    expect(judged).toBeGreaterThan(0);
  });
});

const judged: readonly [Judge, (file: KitFile) => boolean][] = [
  ["nftables", ({ language }) => language === "nftables"],
  ["iptables", ({ path }) => path.endsWith(".iptables")],
  ["ip6tables", ({ path }) => path.endsWith(".ip6tables")],
  ["shell", ({ language }) => language === "shell"],
];

describe.each(judged)("every %s file", (name, applies) => {
  const judge = findJudge(name);
  const own = files.filter(({ file }) => applies(file));
  if ("missing" in judge) {
    test.skip(`is accepted by its program (${judge.missing})`, () => {});
    return;
  }
  test("is accepted by its program", () => {
    const wrong = own.flatMap(({ file, name: kit }) => {
      const said = judge.refusal(file.content);
      return said === undefined ? [] : [`${file.path} (${kit}): ${said}`];
    });
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(own.length).toBeGreaterThan(0);
  });
});
