import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { describeFinding } from "@/lib/data/check/finding";
import type { FrozenRelease } from "@/lib/data/release-schema";
import { checkReleases, fingerprintOf } from "./frozen";

const index: FrozenRelease[] = JSON.parse(readFileSync("data/releases/index.json", "utf8"));
const [first, second] = index as [FrozenRelease, FrozenRelease];

describe("what is wrong with frozen releases is said with the file and what to do", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "releases-"));
    cpSync("data/releases", folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const problems = (releases: readonly FrozenRelease[] = index) =>
    checkReleases(folder, releases).map((finding) => describeFinding(finding));
  const path = (id: string, file: string) => join(folder, id, file);
  const named = (id: string, file: string) => `data/releases/${id}/${file}`;

  test("nothing, as they are", () => {
    expect(problems()).toEqual([]);
  });

  test.each(["table.json", "engine.cjs", "corpus.json"])("a %s that was edited", (file) => {
    appendFileSync(path(first.id, file), " ");
    expect(problems()).toEqual([
      `${named(first.id, file)}: is not what releases/index.json holds the fingerprint of: restore the file from version control, since a frozen release is never edited`,
    ]);
  });

  test("a file that is missing", () => {
    rmSync(path(first.id, "engine.cjs"));
    expect(problems()).toEqual([
      expect.stringContaining(`${named(first.id, "engine.cjs")}: the file is missing`),
    ]);
  });

  test("an engine made for another release, though its fingerprint was entered", () => {
    cpSync(path(second.id, "engine.cjs"), path(first.id, "engine.cjs"));
    expect(problems([{ ...first, engine: second.engine }, ...index.slice(1)])).toEqual([
      expect.stringContaining(
        `${named(first.id, "engine.cjs")}: is the engine of release ${second.id}`,
      ),
    ]);
  });

  test.each([
    ["does not run", "throw new Error('broken')"],
    ["does not parse", "export const method = 1"],
    ["offers no replay", `module.exports = { release: "${first.id}", method: 1 }`],
    [
      "is of a method nobody knows",
      `module.exports = { release: "${first.id}", method: 99, replay() {} }`,
    ],
  ])("an engine that %s", (_, text) => {
    writeFileSync(path(first.id, "engine.cjs"), text);
    const entered = [{ ...first, engine: fingerprintOf(text) }, ...index.slice(1)];
    expect(problems(entered)).toEqual([expect.stringContaining(named(first.id, "engine.cjs"))]);
  });

  test("a release that no line lists", () => {
    mkdirSync(join(folder, "2020.01"));
    expect(problems()).toEqual([expect.stringContaining("data/releases/2020.01: is in no line")]);
  });
});
