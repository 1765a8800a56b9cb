import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020";
import { describe, expect, test } from "vitest";
import { dataFileKinds, kindOf } from "@/lib/data/files";
import { readJsonFiles } from "@/lib/data/read";
import { createRandom } from "@/lib/engine/random";
import { makeJsonSchemas } from "./json-schemas";

const schemas = makeJsonSchemas();
// An independent reader of JSON Schema; formats are left to the patterns, as most editors do.
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
const validators = new Map(schemas.map(({ name, schema }) => [name, ajv.compile(schema)]));
const files = Object.entries(readJsonFiles()).flatMap(([file, json]) => {
  const kind = kindOf(file);
  return kind ? [{ file, json, kind }] : [];
});

// biome-ignore lint/suspicious/noExplicitAny: a test breaks data in ways its types forbid.
type Loose = any;

/** One thing in the value changed at random: a key gone, renamed or of another type, a text too long or empty. */
function breakSomething(json: unknown, random: () => number): unknown {
  const copy: Loose = structuredClone(json);
  const places: { parent: Loose; key: string | number }[] = [];
  (function walk(value: Loose) {
    if (typeof value !== "object" || value === null) return;
    for (const key of Object.keys(value)) {
      places.push({ parent: value, key: Array.isArray(value) ? Number(key) : key });
      walk(value[key]);
    }
  })(copy);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const { parent, key } = pick(places);
  const changes: (() => void)[] = [
    () => {
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else delete parent[key];
    },
    () => {
      if (!Array.isArray(parent)) parent[`${key}-x`] = parent[key];
    },
    () => {
      parent[key] = 7;
    },
    () => {
      parent[key] = "";
    },
    () => {
      parent[key] = "http://somewhere.example/ and a Text that is no id";
    },
    () => {
      parent[key] = null;
    },
    () => {
      parent[key] = [];
    },
    () => {
      parent[key] = pick(["full", "partial", "none", "diy", "stable", "2026-11-24", "2026-13-01"]);
    },
  ];
  pick(changes)();
  return copy;
}

/** Rules that only code can say: rising order, an effect or a note, room in a slot, spaces at the ends. */
function isOnlyCode(issues: readonly { code: string; path: readonly PropertyKey[] }[]): boolean {
  return issues.every(
    ({ code, path }) => code === "custom" && !["maturity", "limits"].includes(String(path.at(-1))),
  );
}

describe("the published JSON Schemas", () => {
  test("are those of this code: npm run data:schemas writes them", () => {
    expect(readdirSync("public/schemas/data").sort()).toEqual(
      schemas.map(({ name }) => `${name}.json`).sort(),
    );
    for (const { name, schema } of schemas) {
      const published = JSON.parse(readFileSync(`public/schemas/data/${name}.json`, "utf8"));
      expect(published, name).toEqual(JSON.parse(JSON.stringify(schema)));
    }
  });

  test("are known to editors, one for each kind of file", () => {
    const { "json.schemas": known } = JSON.parse(readFileSync(".vscode/settings.json", "utf8"));
    expect(known.map(({ url }: { url: string }) => url).sort()).toEqual(
      dataFileKinds.map(({ name }) => `./public/schemas/data/${name}.json`).sort(),
    );
  });

  test("accept every data file", () => {
    expect(files.length).toBeGreaterThan(100);
    for (const { file, json, kind } of files) {
      const validate = validators.get(kind.name);
      expect(validate?.(json), `${file}: ${ajv.errorsText(validate?.errors)}`).toBe(true);
    }
  });

  test.each(dataFileKinds.map(({ name }) => name))("%s refuses what the code refuses", (name) => {
    const random = createRandom(20261124);
    const validate = validators.get(name);
    const own = files.filter(({ kind }) => kind.name === name);
    let refused = 0;
    for (let round = 0; round < 300; round++) {
      const { file, json, kind } = own[round % own.length] as (typeof files)[number];
      const broken = breakSomething(json, random);
      const issues = kind.schema.safeParse(broken).error?.issues;
      if (issues && isOnlyCode(issues)) continue;
      if (issues) refused += 1;
      const bySchema = validate?.(broken);
      if (bySchema === !issues) continue;
      const why = `${JSON.stringify(issues?.slice(0, 2))} ${ajv.errorsText(validate?.errors)}`;
      expect(bySchema, `${file}: ${why}`).toBe(!issues);
    }
    expect(refused).toBeGreaterThan(50);
  });
});
