import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describeFinding } from "@/lib/data/check/finding";
import { readSource } from "@/lib/data/check/syntax";
import { listFiles } from "@/lib/data/read";
import { checkFolder } from "./check-folder";

const forPeople = ["CURATING.md", "GUIDELINES.md", "LICENSE", "OVERLAY.md"];
const files = listFiles("data").filter((file) => !forPeople.includes(file));

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "data-"));
  cpSync("data", folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

// Most files stay as they are from one fault to the next.
const known = new Map<string, ReturnType<typeof readSource>>();
function readOnce(text: string) {
  const source = known.get(text) ?? readSource(text);
  known.set(text, source);
  return source;
}

/** The findings while some files hold another text, or are not there. */
function findingsWith(changes: ReadonlyMap<string, string | undefined>) {
  try {
    for (const [file, text] of changes) {
      const path = join(folder, file);
      mkdirSync(dirname(path), { recursive: true });
      if (text === undefined) rmSync(path);
      else writeFileSync(path, text);
    }
    return checkFolder(folder, readOnce).findings;
  } finally {
    for (const file of changes.keys())
      if (files.includes(file)) cpSync(join("data", file), join(folder, file));
      else rmSync(join(folder, file));
  }
}

const named = (file: string, text: string) =>
  findingsWith(new Map([[file, text]]))
    .filter((finding) => finding.file === file)
    .map((finding) => describeFinding(finding));

/** Of the changed files, those that no finding names. */
function unnoticed(changes: ReadonlyMap<string, string | undefined>): string[] {
  const findings = findingsWith(changes);
  return [...changes.keys()].filter((each) => !findings.some(({ file }) => file === each));
}

test("nothing is wrong with the data of this tree", () => {
  expect(checkFolder("data", readOnce).findings).toEqual([]);
});

const textOf = (file: string) => readFileSync(join("data", file), "utf8");

/** The files of an area with a fault planted in each. All at once: each must be named, whatever else is broken. */
const plant = (area: readonly string[], fault: (text: string) => string) =>
  new Map(area.map((file) => [file, fault(textOf(file))]));

const isRelease = (file: string) => /^releases\/.+\//.test(file);
const json = files.filter((file) => file.endsWith(".json") && !isRelease(file));
const frozen = files.filter(isRelease);
const kits = files.filter((file) => file.startsWith("kits/"));
const sources = kits.filter((file) => /^---\n.*?\n---\n/s.test(textOf(file)));

describe("no file of data/ can be broken unnoticed", () => {
  test("the areas hold every file", () => {
    expect([...json, ...frozen, ...kits].sort()).toEqual([...files].sort());
  });

  test.each<[string, readonly string[], (text: string) => string]>([
    ["JSON cut in half", json, (text) => text.slice(0, text.length / 2)],
    [
      "JSON with a key nobody knows",
      json,
      (text) => {
        const value: unknown = JSON.parse(text);
        const nonsense = { nonsense: 1 };
        return JSON.stringify(
          Array.isArray(value) ? [...value, nonsense] : Object.assign(Object(value), nonsense),
        );
      },
    ],
    ["JSON of another kind", json, () => '"x"'],
    ["a frozen release cut in half", frozen, (text) => text.slice(0, text.length / 2)],
    ["a frozen release edited by a byte", frozen, (text) => `${text} `],
    [
      "a kit with a key nobody knows",
      kits,
      (text) =>
        text.startsWith("---\n")
          ? text.replace("---\n", "---\nnonsense: 1\n")
          : `${text}\nnonsense: 1\n`,
    ],
    ["a kit file that is no YAML", kits, (text) => `{ [\n${text}`],
    [
      "a kit file without its front matter",
      sources,
      (text) => text.replace(/^---\n.*?\n---\n/s, ""),
    ],
    ["a kit file with a block that does not end", sources, (text) => `${text}\n#when kubernetes\n`],
  ])("%s", (_, area, fault) => {
    expect(area.length).toBeGreaterThan(10);
    expect(unnoticed(plant(area, fault))).toEqual([]);
  });

  test("nor be missing, where there must be one of its name", () => {
    const single = [...json.filter((file) => !file.includes("/")), "releases/index.json"];
    const needed = ["conditions", "versions", "gaps", "intents", "shared/hosts/rules"];
    const gone = (area: readonly string[]) => new Map(area.map((file) => [file, undefined]));
    expect(unnoticed(gone(single))).toEqual([]);
    expect(unnoticed(gone(frozen))).toEqual([]);
    expect(unnoticed(gone(needed.map((name) => `kits/${name}.yaml`)))).toEqual([]);
  });

  test("what nothing reads is named", () => {
    const strays = [
      "stray.json",
      "capabilities/deeper/retries.json",
      "notes.txt",
      "kits/more.yaml",
    ];
    const findings = findingsWith(new Map(strays.map((file) => [file, "{}"])));
    expect(findings.map(({ file, message }) => `${file} ${message}`).sort()).toEqual(
      strays.map((file) => `${file} is read by nothing: move or remove it`).sort(),
    );
  });
});

describe("a finding says where and what to do", () => {
  const read = (file: string) => JSON.parse(textOf(file));
  test.each([
    [
      "migrations.json",
      () => {
        const migrations = read("migrations.json");
        migrations[0].sources = ["nowhere"];
        return migrations;
      },
      'data/migrations.json: 0.sources.0: no source is called "nowhere"',
    ],
    [
      "migrations.json",
      () => {
        const migrations = read("migrations.json");
        delete migrations[1].text;
        return migrations;
      },
      "data/migrations.json: 1.text: is missing: add it (string)",
    ],
    [
      "overheads.json",
      () => {
        const overheads = read("overheads.json");
        overheads.profiles[0].latency.p50.sources = ["nowhere"];
        return overheads;
      },
      'there is no source "nowhere"',
    ],
    [
      "overheads.json",
      () => {
        const overheads = read("overheads.json");
        overheads.profiles[0].variants.pop();
        return overheads;
      },
      "data/overheads.json: profiles",
    ],
    [
      "releases/index.json",
      () => {
        const releases = read("releases/index.json");
        releases[0].table = "0";
        return releases;
      },
      "data/releases/index.json: 0.table: is not a SHA-256 in hexadecimal",
    ],
  ])("%s, case %#", (file, change, expected) => {
    expect(named(file, JSON.stringify(change())).join("\n")).toContain(expected);
  });
});
